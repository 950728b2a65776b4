using System.Security.Cryptography;
using App.Access;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.SigningIn;

/// <summary>Lets a person choose a password by a link that works once and for three days.</summary>
public static class SetPassword
{
    const int DaysValid = 3;

    public sealed record Input
    {
        public string? Password { get; init; }
        public string? Again { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/password/{link}", async (string link, AppDb db, IDataProtectionProvider protection) =>
            View(await Owner(db, protection, link), link)).Public();
        routes.Pages.MapPost("/password/{link}", async (string link, [FromForm] Input input, AppDb db, IDataProtectionProvider protection, UserManager<Account> accounts) =>
        {
            var account = await Owner(db, protection, link);
            return await Page.Submit(async () =>
            {
                await Run(accounts, account, input);
                return "/sign-in";
            }, refusal => Task.FromResult(View(account, link, refusal)));
        }).Public();
    }

    /// <summary>The path of a link; it dies with the account's security stamp, which every new password changes.</summary>
    public static string Link(IDataProtectionProvider protection, Account account) =>
        $"/password/{Protector(protection).Protect($"{account.PersonId} {account.SecurityStamp}", TimeSpan.FromDays(DaysValid))}";

    static async Task Run(UserManager<Account> accounts, Account account, Input input)
    {
        var password = input.Password ?? "";
        var problems = new Problems();
        problems.Check(password.Length >= SignIn.PasswordLengthMin, "Password", $"Mật khẩu cần ít nhất {SignIn.PasswordLengthMin} ký tự.");
        problems.Check(!password.Contains(account.UserName, StringComparison.OrdinalIgnoreCase), "Password", $"Mật khẩu không được chứa tên đăng nhập.");
        problems.Check(password == input.Again, "Again", $"Hai lần nhập không giống nhau.");
        problems.ThrowIfAny();
        if (account.PasswordHash is not null) await accounts.RemovePasswordAsync(account);
        var result = await accounts.AddPasswordAsync(account, password);
        if (!result.Succeeded) throw new Refusal("password-refused", $"Mật khẩu này không dùng được.", 422);
    }

    static async Task<Account> Owner(AppDb db, IDataProtectionProvider protection, string link)
    {
        try
        {
            if (Protector(protection).Unprotect(link).Split(' ') is [var person, var stamp] && await db.AccountOf(Guid.Parse(person)) is { } account
                && account.SecurityStamp == stamp) return account;
        }
        catch (CryptographicException)
        {
            // Torn, invented or too old: said below, like a link that was used.
        }
        throw new Refusal("link-spent", $"Đường dẫn này đã dùng hoặc đã hết hạn. Mời xin đường dẫn mới.", 404);
    }

    static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("password").ToTimeLimitedDataProtector();

    static IResult View(Account account, string link, Refusal? refusal = null) =>
        Page.Show<SetPasswordPage>(new { account.UserName, Link = link, Refusal = refusal }, refusal);
}
