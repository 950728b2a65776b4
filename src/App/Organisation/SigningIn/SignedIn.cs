using System.Security.Claims;
using System.Text.Encodings.Web;
using App.Access;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace App.Organisation.SigningIn;

/// <summary>The person behind a request, read afresh each time, so that a right taken away is gone at once.</summary>
public sealed class SignedIn(Actor actor, Account account, string scheme)
    : ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.PersonId.ToString()), new(StampClaim, account.SecurityStamp)], scheme)
{
    public const string Cookie = "cookie", Bearer = "bearer", StampClaim = "stamp", PositionClaim = "position";

    public Actor Who => actor;

    public static AuthorizationPolicy By(string scheme) => new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().Build();

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerHandler>(Bearer, null).AddCookie(Cookie, cookie =>
        {
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.LoginPath = "/sign-in";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.Events.OnValidatePrincipal = Refresh;
            cookie.Events.OnRedirectToLogin = Lead;
        });
        services.AddAuthorization();
    }

    static Task Lead(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.IsOffline()) context.Response.StatusCode = 401; // A script asks the person itself, and keeps what it wanted to send.
        else if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Hidden>() is null) context.Response.Redirect(context.RedirectUri);
        else context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    static async Task Refresh(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var was = context.Principal!;
        var db = services.GetRequiredService<AppDb>();
        var position = Guid.TryParse(was.FindFirstValue(PositionClaim), out var chosen) ? chosen : (Guid?)null;
        if (await db.AccountOf(Guid.Parse(was.FindFirstValue(ClaimTypes.NameIdentifier)!)) is { } account
            && account.SecurityStamp == was.FindFirstValue(StampClaim)
            && await db.ActorOf(account, Stamp.Now(App.Shell.Actor.Nobody, services.GetRequiredService<TimeProvider>()), position) is { } actor)
            context.ReplacePrincipal(new ClaimsPrincipal(new SignedIn(actor, account, Cookie)));
        else context.RejectPrincipal();
    }
}

/// <summary>Knows an integrator by the token in the Authorization header.</summary>
public sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AppDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        const string prefix = "Bearer ";
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var now = Stamp.Now(Actor.Nobody, clock);
        return await db.AccountByToken(header[prefix.Length..].Trim(), now.At) is { } account && await db.ActorOf(account, now) is { } actor
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new SignedIn(actor, account, SignedIn.Bearer)), SignedIn.Bearer))
            : AuthenticateResult.Fail("Unknown token.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
