namespace App.Shell;

/// <summary>Where a use case hangs its pages (cookie) and its JSON routes (bearer token).</summary>
public sealed record Routes(IEndpointRouteBuilder Pages, IEndpointRouteBuilder Api);

/// <summary>What a route asks of the caller; a null right means that anybody may come in, or that its protocol brings its own proof.</summary>
public sealed record Admission(string? Right, bool BringsItsProof = false);

/// <summary>Marks an address that does not exist for who has not signed in: nobody is led to sign in for it.</summary>
public sealed record Hidden;

public static class AccessStatements
{
    /// <summary>Sound that a page plays: a copied address is a 404 in every other session, not a way to the sign-in page.</summary>
    public static T HiddenFromStrangers<T>(this T route) where T : IEndpointConventionBuilder => route.WithMetadata(new Hidden());

    /// <summary>States the right that the use case requires; a test sees to it that both agree.</summary>
    public static T Needs<T>(this T route, string right) where T : IEndpointConventionBuilder => route.WithMetadata(new Admission(right));

    /// <summary>States that no person signs in here: each call carries a proof that the protocol itself defines and the route checks.</summary>
    public static T AuthenticatesItself<T>(this T route) where T : IEndpointConventionBuilder =>
        route.WithMetadata(new Admission(null, BringsItsProof: true)).AllowAnonymous();

    public static T Public<T>(this T route) where T : IEndpointConventionBuilder => route.WithMetadata(new Admission(null)).AllowAnonymous();
}
