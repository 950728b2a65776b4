using App.Access;
using App.Storage;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.SigningIn;

/// <summary>Lets anybody be one of the invented people by one click, or get a token for them; only for showing the system (--demo).</summary>
public static class DemoSignIn
{
    public sealed record Member(string Institution, string UserName, string Name, string Position);

    public sealed record Input(string? Person);

    public sealed record Token(string Person, string Text, DateTime ExpiresAt);

    public static void Map(Routes routes)
    {
        if (!routes.Pages.ServiceProvider.GetRequiredService<IConfiguration>().GetValue<bool>("Demo")) return;
        routes.Pages.MapPost("/sign-in", async ([FromForm] Input input, AppDb db, TimeProvider clock, HttpContext http) =>
        {
            await SignIn.Enter(http, db, await db.AccountNamed(input.Person ?? "") ?? throw Refusal.NotFound, clock);
            return Results.LocalRedirect("/");
        }).Public();
        routes.Pages.MapPost("/demo/tokens", async (Input input, AppDb db, WriteGate gate, TimeProvider clock, CancellationToken cancelled) =>
        {
            var account = await db.AccountNamed(input.Person ?? "") ?? throw Refusal.NotFound;
            var work = new Work(db, Actor.System(account.InstitutionId), clock, gate, cancelled);
            await using var change = await work.Begin();
            var (token, text) = ApiToken.Give(work.Stamp, account, "demo");
            db.Add(token);
            await change.Commit();
            return TypedResults.Created((string?)null, new Token(account.UserName, text, token.ExpiresAt));
        }).Public().DisableAntiforgery();
    }

    internal static Task<List<Member>> Cast(AppDb db) => (
        from account in db.Set<Account>()
        join person in db.Set<Person>() on account.PersonId equals person.Id
        join position in db.Set<Position>() on account.PersonId equals position.PersonId
        join institution in db.Set<Institution>() on account.InstitutionId equals institution.Id
        join unit in db.Set<Unit>() on position.UnitId equals unit.Id
        orderby institution.Id, position.Id
        select new Member(institution.Name, account.UserName, person.Name, unit.ParentId == null ? position.Title : position.Title + ", " + unit.Name)).Take(200).ToListAsync();
}
