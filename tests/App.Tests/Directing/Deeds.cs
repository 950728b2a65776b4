using System.Net.Http.Json;
using App.Directing;
using App.Directing.Following;
using App.Documents;
using App.Documents.Reading;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>A row of a directive as a program sends it.</summary>
public sealed record Part(Guid To, string Role = "lead", string? Task = null, string? Due = null, int? Count = null, string? Unit = null);

/// <summary>What the people of the cast do with directives and assignments.</summary>
static class Deeds
{
    public static Task<HttpResponseMessage> TriesToDirect(this Official leader, Guid document, params Part[] rows) =>
        leader.Posts($"/api/v1/documents/{document}/directives", new { Words = "Xử lý theo thẩm quyền.", Rows = rows, MayTakeBack = true });

    public static async Task<CaseView> Directs(this Official leader, Guid document, params Part[] rows) =>
        await (await leader.TriesToDirect(document, rows)).Read<CaseView>();

    public static Task<HttpResponseMessage> TriesToWrite(this Official leader, string words, params Part[] rows) => leader.Posts("/api/v1/directives", new { Words = words, Rows = rows });

    /// <summary>A directive on blank paper, given at once.</summary>
    public static async Task<CaseView> Writes(this Official leader, string words, params Part[] rows) => await (await leader.TriesToWrite(words, rows)).Read<CaseView>();

    public static Task<HttpResponseMessage> TriesToAssign(this Official head, Guid assignment, params Part[] rows) =>
        head.Posts($"/api/v1/assignments/{assignment}/parts", new { Rows = rows });

    public static async Task<ReadAssignment.View> Assigns(this Official head, Guid assignment, params Part[] rows) =>
        await (await head.TriesToAssign(assignment, rows)).Read<ReadAssignment.View>();

    public static Task<HttpResponseMessage> Tries(this Official official, string deed, Guid assignment, object? input = null) =>
        official.Posts($"/api/v1/assignments/{assignment}/{deed}", input ?? new { });

    public static async Task<ReadAssignment.View> Does(this Official official, string deed, Guid assignment, object? input = null) =>
        await (await official.Tries(deed, assignment, input)).Read<ReadAssignment.View>();

    public static Task<CaseView> Case(this Official official, Guid document) => official.Sees<CaseView>($"/api/v1/documents/{document}/assignments");

    public static Task<ReadDocument.View> Document(this Official official, Guid document) => official.Sees<ReadDocument.View>($"/api/v1/documents/{document}");

    /// <summary>A document that the leader gave to the department to lead.</summary>
    public static async Task<(Guid Document, Guid Lead)> Directed(this World world, string? due = null)
    {
        var document = (await world.Clerk.Registers()).Id;
        var directed = await world.Leader.Directs(document, new Part(world.Department.Id, Due: due));
        return (document, directed.Assignments[0].Id);
    }

    public static async Task<T> Read<T>(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>What lies on a holder's desk about a document.</summary>
    public static Task<List<(DeskTask Task, DateOnly Due)>> Desk(this World world, Guid document, Guid holder) => world.Host.InWork(world.System, async work =>
        (await work.Db.Set<DeskRow>().Where(d => d.DocumentId == document && d.ReaderId == holder).OrderBy(d => d.Task).ToListAsync())
            .ConvertAll(d => (d.Task, d.Due)));

    /// <summary>The deeds journalled about a document and its assignments, in order.</summary>
    public static Task<List<string>> Journal(this World world, Guid document) => world.Host.InWork(world.System, work =>
        work.Db.Set<JournalEntry>().Where(e => e.CaseId == document).OrderBy(e => e.Sequence).Select(e => e.Deed).ToListAsync());

    /// <summary>The events a use case leaves for other areas, but for those of which people are told.</summary>
    public static async Task<List<string>> Tells(this Official who, Host host, Func<Work, Task> run) => await host.InWork(await who.Actor(), async work =>
    {
        await run(work);
        return work.Db.ChangeTracker.Entries<OutboxEvent>().Select(e => e.Entity.Kind).Where(k => k is not (nameof(WorkExpected) or nameof(AssignmentSteered))).ToList();
    });

    /// <summary>Opens a unit under another.</summary>
    public static async Task<Unit> Below(this World world, Unit parent, string name, string code) => await world.Host.InWork(world.System, async work =>
    {
        await using var change = await work.Begin();
        var unit = Unit.Open(work.Stamp, world.Institution.Id, parent, name, code, 9);
        work.Db.Add(unit);
        await change.Commit();
        return unit;
    });
}
