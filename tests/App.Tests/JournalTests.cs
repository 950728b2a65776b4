using System.Security.Cryptography;
using System.Text;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests;

public class JournalTests
{
    [Theory, OnEachDatabase]
    public async Task A_step_is_journalled_with_who_where_and_what_changed(string database)
    {
        var world = await World.On(database);
        await world.Clerk.Registers();
        var document = await world.Clerk.Registers("Có hạn", deadline: "2026-12-01");

        var clerk = await world.Clerk.Actor();
        var steps = await world.Host.InWork(clerk, work => work.Db.Set<JournalEntry>().Where(e => e.InstitutionId == clerk.InstitutionId).OrderBy(e => e.Sequence).ToListAsync());

        Assert.Equal([1, 2, 3, 4], steps.Select(s => s.Sequence));
        Assert.Equal(["document-arrived", "document-registered"], steps.Where(s => s.CaseId == document.Id).Select(s => s.Deed));
        var step = steps[3];
        Assert.Equal((clerk.PersonId, "Văn thư", clerk.UnitId, "document-registered", "document", document.Id),
            (step.ActorId, step.Position, step.UnitId, step.Deed, step.SubjectKind, step.SubjectId));
        Assert.Equal((clerk.UnitId, world.Leader.Id, null, new DateOnly(2026, 12, 1)), (step.HolderBefore, step.HolderAfter, step.DeadlineBefore, step.DeadlineAfter));
        Assert.Contains("\"deadline\":[null,\"2026-12-01\"]", step.Changes, StringComparison.Ordinal);
        Assert.Equal((document.Id, "Arrived", "Registered"), (step.CaseId, step.StateBefore, step.StateAfter));
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(step.Changes)), step.ChangesSha256);
        Assert.Equal(DateTimeKind.Utc, step.At.Kind);
    }

    [Theory, OnEachDatabase]
    public async Task What_happened_reaches_the_figures_of_another_area(string database)
    {
        var world = await World.On(database);
        var clerk = world.Leader;
        for (var i = 0; i < 3; i++) await world.Clerk.Registers();

        await Soon.Is(async () => await Count() >= 3, "three registered to be counted");
        Assert.Equal(3, await Count());

        Task<int> Count() => clerk.Sees<int>("/api/v1/figures/registered/2026-11-24");
    }
}
