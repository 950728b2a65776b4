using App.Web;

namespace App.Organisation.Administering;

/// <summary>Shows an administrator the institution as it is: its units, its people and their positions.</summary>
public static class Administration
{
    public sealed record UnitRow(Guid Id, Guid? ParentId, string Name, string Code, int Depth);

    public sealed record PersonRow(Guid Id, Guid PositionId, string Name, string Title, string Unit, string Role, string? UserName);

    public sealed record View(Institution Institution, IReadOnlyList<UnitRow> Units, IReadOnlyList<PersonRow> People);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/admin", (Work work) => Show(work)).Needs(Right.Administer);
        routes.Api.MapGet("/organisation", (Work work) => Run(work)).Needs(Right.Administer);
    }

    public static async Task<View> Run(Work work)
    {
        work.Actor.Require(Right.Administer);

        var units = await work.Units().OrderBy(u => u.Place).ThenBy(u => u.Id).ToListAsync(work.Cancelled);
        var people = await (
            from position in work.Positions()
            join person in work.People() on position.PersonId equals person.Id
            join unit in work.Units() on position.UnitId equals unit.Id
            join account in work.Accounts() on person.Id equals account.PersonId into accounts
            from account in accounts.DefaultIfEmpty()
            orderby unit.Place, position.Id
            select new PersonRow(person.Id, position.Id, person.Name, position.Title, unit.Name, position.Role, account == null ? null : account.UserName))
            .Take(2000).ToListAsync(work.Cancelled);
        return new(await work.Institution(), [.. Tree(units, null, 0)], people);
    }

    internal static async Task<IResult> Show(Work work, OpenUnit.Input? unit = null, EmployPerson.Input? person = null, string? link = null, Refusal? refusal = null) =>
        Page.Show<AdministrationPage>(new { Model = await Run(work), Unit = unit ?? new(), Person = person ?? new(), Link = link, Refusal = refusal }, refusal);

    static IEnumerable<UnitRow> Tree(List<Unit> units, Guid? parent, int depth) =>
        from unit in units
        where unit.ParentId == parent
        from row in Tree(units, unit.Id, depth + 1).Prepend(new(unit.Id, unit.ParentId, unit.Name, unit.Code, depth))
        select row;
}
