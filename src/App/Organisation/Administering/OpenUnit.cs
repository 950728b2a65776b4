using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.Administering;

/// <summary>Opens a unit under another one.</summary>
public static class OpenUnit
{
    public const int NameLengthMax = 200, CodeLengthMax = 20;

    public sealed record Input
    {
        public Entered<Guid> ParentId { get; init; }
        public string? UnitName { get; init; }
        public string? UnitCode { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/admin/units", ([FromForm] Input input, Work work) => Page.Submit(async () =>
        {
            await Run(work, input);
            return "/admin";
        }, refusal => Administration.Show(work, unit: input, refusal: refusal))).Needs(Right.Administer);
        routes.Api.MapPost("/organisation/units", async (Input input, Work work) =>
        {
            var unit = await Run(work, input);
            return TypedResults.Created((string?)null, new Administration.UnitRow(unit.Id, unit.ParentId, unit.Name, unit.Code, 0));
        }).Needs(Right.Administer);
    }

    public static async Task<Unit> Run(Work work, Input input)
    {
        work.Actor.Require(Right.Administer);

        var institution = await work.Institution();
        var problems = new Problems();
        var name = problems.Need("UnitName", input.UnitName, NameLengthMax, $"Ghi tên đơn vị.");
        var code = problems.Need("UnitCode", input.UnitCode, CodeLengthMax, $"Ghi tên viết tắt của đơn vị.");
        problems.Check(!await work.Units().AnyAsync(u => u.Code == code, work.Cancelled), "UnitCode", $"Tên viết tắt này đã có đơn vị dùng.");
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        var parentId = input.ParentId.Value ?? institution.RootUnitId;
        var parent = await work.Units().SingleOrDefaultAsync(u => u.Id == parentId, work.Cancelled) ?? throw Refusal.NotFound;
        var unit = Unit.Open(work.Stamp, institution.Id, parent, name, code, await work.Units().CountAsync(work.Cancelled));
        work.Db.Add(unit);
        await change.Save("unit-opened", unit);
        return unit;
    }
}
