using App.Documents;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Tracking.Watching;
using Kernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace App.Tests.Tracking;

/// <summary>That a deadline passed is a fact of the history: noted once, by nobody's hand, and gone only when the deadline moves.</summary>
public class LatenessTests
{
    static readonly DateOnly Due = new(2026, 12, 1);
    static readonly TimeSpan AfterDue = VietnamTime.EndOf(Due) - Host.Noon.UtcDateTime + TimeSpan.FromMinutes(1);

    [Theory, OnEachDatabase]
    public async Task A_deadline_that_passes_is_noted_once_on_the_work_and_on_its_document(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");

        Assert.Equal(0, await Watched(world, AfterDue - TimeSpan.FromMinutes(2)));
        Assert.Equal(1, await Watched(world, AfterDue));
        Assert.Equal(0, await Watched(world, AfterDue + TimeSpan.FromDays(3)));

        Assert.Equal([lead, document], await Noted(world, document));
        Assert.Equal((VietnamTime.EndOf(Due), VietnamTime.EndOf(Due)), await LateSince(world, document));
        await (await world.Head.Opens($"/documents/{document}?tab=way")).Has("quá hạn", "Hệ thống");
    }

    [Theory, OnEachDatabase]
    public async Task Moving_the_deadline_takes_the_lateness_off_and_it_is_noted_again_when_that_passes(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        await Watched(world, AfterDue);

        (await world.Leader.Tries("deadline", lead, new { Until = "2026-12-04", Reason = "Chờ ý kiến các Bộ" })).EnsureSuccessStatusCode();
        Assert.Equal((null, null), await LateSince(world, document));
        Assert.Equal(0, await Watched(world, AfterDue));

        Assert.Equal(1, await Watched(world, AfterDue + TimeSpan.FromDays(3)));
        Assert.Equal(4, (await Noted(world, document)).Count);
    }

    [Theory, OnEachDatabase]
    public async Task Work_that_was_reported_in_time_is_not_late_while_the_giver_keeps_it_waiting(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        await world.Head.Does("report", lead, new { Report = "Đã tổng hợp xong" });

        Assert.Equal(1, await Watched(world, AfterDue));

        Assert.Equal([document], await Noted(world, document));
        Assert.Equal((VietnamTime.EndOf(Due), (DateTime?)null), await LateSince(world, document));
        await world.Leader.Does("acceptance", lead);
        Assert.Equal(VietnamTime.EndOf(Due), (await LateSince(world, document)).Document); // That it was late stays on record.
    }

    [Theory, OnEachDatabase]
    public async Task What_needs_no_work_or_is_done_or_was_promised_to_nobody_is_never_late(string database)
    {
        var world = await World.On(database);
        var (_, lead) = await world.Directed("2026-12-01");
        await world.Head.Does("report", lead, new { Report = "Xong" });
        await world.Leader.Does("acceptance", lead);
        await world.Directed();
        var told = (await world.Clerk.Registers("Gửi để biết")).Id;
        await world.Leader.Directs(told, new Part(world.Department.Id, "inform"));

        Assert.Equal(0, await Watched(world, AfterDue));
    }

    static Task<int> Watched(World world, TimeSpan later) => world.Host.InWork(world.System, NoteLate.Run, later);

    static Task<List<Guid>> Noted(World world, Guid document) => world.Host.InWork(world.System, async work =>
        await work.History(await work.Document(document)).Where(e => e.Deed == "deadline-passed").Select(e => e.SubjectId).ToListAsync());

    static Task<(DateTime? Document, DateTime? Lead)> LateSince(World world, Guid document) => world.Host.InWork(world.System, async work =>
    {
        var found = await work.Document(document);
        return (found.LateSince, (await App.Directing.VisibleAssignments.Assignments(work, found).SingleAsync()).LateSince);
    });
}
