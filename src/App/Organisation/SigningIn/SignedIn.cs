using System.Security.Claims;
using System.Text.Encodings.Web;
using App.Access;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace App.Organisation.SigningIn;

/// <summary>The person behind a request, read afresh each time, so that a right taken away is gone at once.</summary>
public sealed class SignedIn(Actor actor, Account account, string scheme)
    : ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.PersonId.ToString()), new(StampClaim, account.SecurityStamp), new(PostClaim, $"{actor.Post!.Id}")], scheme)
{
    public const string Cookie = "cookie", Bearer = "bearer", StampClaim = "stamp", PostClaim = "post";

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
        services.AddAuthorization().AddSingleton<IAntiforgeryAdditionalDataProvider, FormPost>();
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
        var now = Stamp.Now(App.Shell.Actor.Nobody, services.GetRequiredService<TimeProvider>());
        var post = Guid.TryParse(was.FindFirstValue(PostClaim), out var chosen) ? chosen : (Guid?)null;
        if (await db.AccountOf(Guid.Parse(was.FindFirstValue(ClaimTypes.NameIdentifier)!)) is { } account
            && account.SecurityStamp == was.FindFirstValue(StampClaim)
            && await Chosen(context.Request, db, account, now, post) is { } actor)
            context.ReplacePrincipal(new ClaimsPrincipal(new SignedIn(actor, account, Cookie)));
        else context.RejectPrincipal();
    }

    /// <summary>What is kept on a device, or waited there to be sent, is the person's own, whatever the browser shows meanwhile.</summary>
    static async Task<Actor?> Chosen(HttpRequest request, AppDb db, Account account, Stamp now, Guid? post) =>
        await db.ActorOf(account, now, post) is { } actor ? actor.ActingFor is not null && request.IsOffline() ? await db.ActorOf(account, now) : actor : null;
}

/// <summary>Knows an integrator by the token in the Authorization header.</summary>
public sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AppDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Names the position or the delegation as which the program works; without it the person's first position.</summary>
    public const string ActingAs = "Acting-As";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        const string prefix = "Bearer ";
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var now = Stamp.Now(Actor.Nobody, clock);
        var chosen = Request.Headers[ActingAs].ToString();
        var post = Guid.TryParse(chosen, out var id) ? id : (Guid?)null;
        if (await db.AccountByToken(header[prefix.Length..].Trim(), now.At) is not { } account || await db.ActorOf(account, now, post) is not { } actor) return AuthenticateResult.Fail("Unknown token.");
        if (chosen.Length > 0 && actor.Post!.Id != post) throw NotYours;
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new SignedIn(actor, account, SignedIn.Bearer)), SignedIn.Bearer));
    }

    /// <summary>The same for what ended, what is another's and what never was: nobody learns which.</summary>
    internal static Refusal NotYours => new Refusal("not-your-post", $"Không giữ chức vụ hay ủy quyền này, hoặc nó đã hết hiệu lực.", 403);

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
