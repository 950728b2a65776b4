using App.Web;
using App.Web.Parts;

namespace App.Organisation.Delegating;

/// <summary>Shows who acts in my place and in whose place I may act; an administrator sees everybody's.</summary>
public static class ListDelegations
{
    const int Shown = 200;

    /// <param name="Unit">The only unit it is for; null for all.</param>
    /// <param name="EnteredBy">The administrator who entered it, where the giver did not.</param>
    public sealed record Row(Guid Id, string From, string To, string? Unit, short Ceiling, DateTime FromAt, DateTime UntilAt, DateTime? RevokedAt, string Reason, string? EnteredBy)
    {
        public bool IsOver(DateTime now) => RevokedAt is not null || UntilAt <= now;

        public bool IsOn(DateTime now) => !IsOver(now) && FromAt <= now;
    }

    /// <param name="Posts">As what I may work today; a program names one by its id in the header Acting-As.</param>
    public sealed record View(IReadOnlyList<Post> Posts, IReadOnlyList<Row> Given, IReadOnlyList<Row> Held);

    /// <param name="Offers">People of the institution; Units those in which the giver holds a position, or all for an administrator.</param>
    public sealed record Choices(IReadOnlyList<string> Offers, IReadOnlyList<Choice> Units, short Highest);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/delegations", (Work work) => Show(work, Right.Delegate)).Needs(Right.Delegate);
        routes.Pages.MapGet("/admin/delegations", (Work work) => Show(work, Right.Administer)).Needs(Right.Administer);
        routes.Api.MapGet("/delegations", (Work work) => Run(work)).Needs(Right.Delegate);
        routes.Api.MapGet("/organisation/delegations", (Work work) => All(work)).Needs(Right.Administer);
    }

    public static async Task<View> Run(Work work)
    {
        work.Actor.Require(Right.Delegate);
        var me = work.Actor.PersonId;
        return new(work.Actor.Posts, await Rows(work, work.Delegations().Where(d => d.FromPersonId == me)), await Rows(work, work.Delegations().Where(d => d.ToPersonId == me)));
    }

    public static async Task<IReadOnlyList<Row>> All(Work work)
    {
        work.Actor.Require(Right.Administer);
        return await Rows(work, work.Delegations());
    }

    internal static string Address(string right) => right == Right.Administer ? "/admin/delegations" : "/delegations";

    /// <summary>What may be ended with this right: one's own, on either side, or everybody's.</summary>
    internal static IQueryable<Delegation> Within(Work work, string right)
    {
        var me = work.Actor.PersonId;
        return right == Right.Administer ? work.Delegations() : work.Delegations().Where(d => d.FromPersonId == me || d.ToPersonId == me);
    }

    /// <summary>One that the caller has just given or ended.</summary>
    internal static async Task<Row> One(Work work, Guid id) => (await Rows(work, work.Delegations().Where(d => d.Id == id)))[0];

    static async Task<IReadOnlyList<Row>> Rows(Work work, IQueryable<Delegation> chosen)
    {
        var found = await chosen.OrderByDescending(d => d.Id).Take(Shown).ToListAsync(work.Cancelled);
        var names = await work.NamesOf(found.SelectMany(d => new[] { d.FromPersonId, d.ToPersonId, d.UnitId ?? Guid.Empty, d.EnteredBy ?? Guid.Empty }));
        string Name(Guid id) => names.GetValueOrDefault(id, "–");
        return [.. found.Select(d => new Row(d.Id, Name(d.FromPersonId), Name(d.ToPersonId), d.UnitId is { } unit ? Name(unit) : null, d.Ceiling, d.FromAt, d.UntilAt, d.RevokedAt, d.Reason, d.EnteredBy is { } by ? Name(by) : null))];
    }

    internal static async Task<IResult> Show(Work work, string right, GiveDelegation.Input? typed = null, Refusal? refusal = null)
    {
        var isAdministering = right == Right.Administer;
        var list = isAdministering ? new View([], await All(work), []) : await Run(work);
        return Page.Show<DelegationsPage>(new
        {
            Lists = list, IsAdministering = isAdministering, Choices = await Offer(work, isAdministering), Now = work.Stamp.At, Refusal = refusal,
            Input = typed ?? new() { FromOn = Entered.Of(work.Stamp.Day), FromTime = new("07:30", null), UntilTime = new("17:30", null) },
        }, refusal);
    }

    static async Task<Choices> Offer(Work work, bool isAdministering)
    {
        var me = work.Actor.PersonId;
        var mine = work.Positions().Where(p => p.PersonId == me).Select(p => p.UnitId);
        var units = await work.Units().Where(u => isAdministering || mine.Contains(u.Id)).OrderBy(u => u.Place).ToListAsync(work.Cancelled);
        var highest = await work.People().Where(p => isAdministering || p.Id == me).MaxAsync(p => p.Clearance, work.Cancelled);
        return new(await work.Everybody(), [.. units.Select(u => new Choice($"{u.Id}", u.Name))], highest);
    }
}
