using System.Security.Cryptography;
using App.Organisation.SigningIn;
using App.Starting;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using static App.Shell.Texts;

namespace App.Organisation.Founding;

/// <summary>A system without any institution offers one link, printed where it was started, that makes the first administrator.</summary>
public sealed class FirstStart
{
    readonly string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string Path => $"/first/{secret}";

    public static void Add(IServiceCollection services) => services.AddSingleton<FirstStart>()
        .AddSingleton(new Announcement(async (all, address, cancelled) =>
        {
            await using var db = await all.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync(cancelled);
            return await IsDue(db) ? T("Chưa có cơ quan nào. Liên kết dùng một lần để lập cơ quan và người quản trị: {0}", address + all.GetRequiredService<FirstStart>().Path) : null;
        }));

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/first/{secret}", async (string secret, FirstStart first, Work work) =>
        {
            await first.Admit(work, secret);
            return View(secret, new());
        }).Public();
        routes.Pages.MapPost("/first/{secret}", async (string secret, [FromForm] FoundInstitution.Input input, FirstStart first, Work work, IDataProtectionProvider protection) =>
        {
            await first.Admit(work, secret);
            return await Page.Submit(async () => SetPassword.Link(protection, (await FoundInstitution.Run(work, input)).Administrator),
                refusal => Task.FromResult(View(secret, input, refusal)));
        }).Public();
    }

    /// <summary>Whether the link is still wanted: nobody is there yet.</summary>
    public static async Task<bool> IsDue(AppDb db) => !await db.Set<Institution>().AnyAsync();

    async Task Admit(Work work, string offered)
    {
        var same = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(offered), System.Text.Encoding.UTF8.GetBytes(secret));
        if (!same || !await IsDue(work.Db)) throw Refusal.NotFound;
    }

    static IResult View(string secret, FoundInstitution.Input input, Refusal? refusal = null) =>
        Page.Show<FirstStartPage>(new { Secret = secret, Input = input, Refusal = refusal }, refusal);
}
