using System.Security.Claims;
using App.Access;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.SigningIn;

/// <summary>Lets a person in by user name and password, and out again.</summary>
public static class SignIn
{
    public const int PasswordLengthMin = 14, FailuresMax = 5, LockMinutes = 15;

    public sealed record Input
    {
        public string? UserName { get; init; }
        public string? Password { get; init; }
        public string? ReturnUrl { get; init; }
    }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ILookupNormalizer, LowerCaseNames>();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password = new()
            {
                RequiredLength = PasswordLengthMin, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
            };
            (identity.Lockout.MaxFailedAccessAttempts, identity.Lockout.DefaultLockoutTimeSpan) = (FailuresMax, TimeSpan.FromMinutes(LockMinutes));
        }).AddUserStore<AccountStore>();
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/sign-in", async (string? returnUrl, AppDb db, IConfiguration settings) =>
            await View(db, settings, new() { ReturnUrl = returnUrl })).Public();
        routes.Pages.MapPost("/sign-in/password", ([FromForm] Input input, AppDb db, IConfiguration settings, UserManager<Account> accounts, TimeProvider clock, HttpContext http) =>
            Page.Submit(async () =>
            {
                await Enter(http, db, await Prove(accounts, input), clock);
                return input.ReturnUrl is { Length: > 1 } url && url[0] == '/' && url[1] is not ('/' or '\\') ? url : "/";
            }, refusal => View(db, settings, input with { Password = null }, refusal))).Public();
        routes.Pages.MapPost("/sign-out", async (HttpContext http) =>
        {
            await http.SignOutAsync(SignedIn.Cookie);
            return Results.LocalRedirect("/sign-in");
        }).Public();
    }

    /// <summary>Gives the browser the cookie of the account's person.</summary>
    public static async Task Enter(HttpContext http, AppDb db, Account account, TimeProvider clock)
    {
        var actor = await db.ActorOf(account, Stamp.Now(Actor.Nobody, clock))
            ?? throw new Refusal("no-position", $"Tài khoản này hiện không giữ chức vụ nào.", 403);
        await http.SignInAsync(SignedIn.Cookie, new ClaimsPrincipal(new SignedIn(actor, account, SignedIn.Cookie)));
    }

    /// <summary>The answer is the same, and takes as long, whether the name or the password is wrong.</summary>
    static async Task<Account> Prove(UserManager<Account> accounts, Input input)
    {
        var account = await accounts.FindByNameAsync(input.UserName ?? "");
        if (account is null)
        {
            accounts.PasswordHasher.HashPassword(null!, input.Password ?? "");
            throw Wrong;
        }
        if (await accounts.IsLockedOutAsync(account))
            throw new Refusal("locked", $"Tài khoản tạm khóa {LockMinutes} phút vì nhập sai nhiều lần.", 403);
        if (!await accounts.CheckPasswordAsync(account, input.Password ?? ""))
        {
            await accounts.AccessFailedAsync(account);
            throw Wrong;
        }
        if (account.Failures > 0) await accounts.ResetAccessFailedCountAsync(account);
        return account;
    }

    static Refusal Wrong => new Refusal("sign-in-wrong", $"Tên đăng nhập hoặc mật khẩu không đúng.", 403);

    static async Task<IResult> View(AppDb db, IConfiguration settings, Input input, Refusal? refusal = null) => Page.Show<SignInPage>(new
    {
        Input = input, Cast = settings.GetValue<bool>("Demo") ? await DemoSignIn.Cast(db) : [], Refusal = refusal,
    }, refusal);
}
