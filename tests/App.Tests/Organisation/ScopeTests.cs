using System.Net;
using App.Directing.Following;
using App.Documents;
using App.Documents.Listing;
using App.Documents.Reading;
using App.Organisation;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Tests.Outgoing;

namespace App.Tests.Organisation;

/// <summary>What was delegated goes as far as was said and no further, and is over when it ends.</summary>
public class ScopeTests
{
    [Theory, OnEachDatabase]
    public async Task Nothing_chains_and_signing_delegating_and_administering_are_refused(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var draft = await chancery.Approves(await chancery.Submits(await chancery.DraftsQuickly()));
        var toHead = await world.Deputy.Lends(world.Head.Id);
        var toSpecialist = await world.Head.Lends(world.Specialist.Id);
        var unseen = (await world.Clerk.Registers("Trình lãnh đạo")).Id;
        await world.Leader.Lends(world.Head.Id);

        world.Head.ActingAs = toHead;
        await (await world.Head.Posts($"/api/v1/drafts/{draft.Id}/signature", new { draft.Version })).IsRefused("not-delegated", 403);
        await (await world.Head.Posts(Delegating.Address, new Lending(world.Clerk.Id))).IsRefused("not-delegated", 403);
        await (await world.Head.Asks("/api/v1/organisation")).IsRefused("not-delegated", 403);
        await world.Head.Submits("/acting", ("Post", $"{toHead}"));
        await (await world.Head.Opens("/desk")).Has("Chờ ký", "Mở dự thảo", $"/drafts/{draft.Id}?");
        await (await world.Head.Opens("/desk")).Lacks("Xem và ký");
        await (await world.Head.Opens($"/drafts/{draft.Id}/sign")).Has("Làm thay Lê Phó Lãnh không có quyền này. Ký, ủy quyền lại và quản trị không đi theo ủy quyền.");
        (await world.Head.Posts($"/api/v1/drafts/{draft.Id}/return", new { Reason = "Sửa phần căn cứ" })).EnsureSuccessStatusCode(); // Everything else at the desk is done.

        world.Specialist.ActingAs = toSpecialist; // The head's own desk, not what was delegated to the head.
        await (await world.Specialist.Asks($"/api/v1/documents/{unseen}")).IsRefused("not-found", 404);
        world.Specialist.ActingAs = null;
        await (await world.Specialist.Asks($"/api/v1/documents/{unseen}")).IsRefused("not-found", 404);
        world.Head.ActingAs = null;
        (await world.Head.Asks($"/api/v1/documents/{unseen}")).EnsureSuccessStatusCode();
    }

    [Theory, OnEachDatabase]
    public async Task What_is_above_the_ceiling_is_nowhere_and_what_was_taken_back_or_ran_out_closes_at_the_next_request(string database)
    {
        var world = await World.On(database);
        var (open, secret) = ((await world.Clerk.Registers("Việc thường cần tìm")).Id, (await world.Clerk.Registers("Việc mật cần tìm")).Id);
        await world.Classify(secret, 2);
        Assert.Equal(2, (await Everywhere(world.Leader, "")).Count);
        var lent = await world.Leader.Lends(world.Head.Id, ceiling: 1);

        world.Head.ActingAs = lent;
        Assert.Equal([open], await Everywhere(world.Head, "cần tìm"));
        await (await world.Head.Asks($"/api/v1/documents/{secret}")).IsRefused("not-found", 404);
        await (await world.Head.TriesToDirect(secret, new Part(world.Department.Id))).IsRefused("not-found", 404);
        await world.Head.Submits("/acting", ("Post", $"{lent}"));
        await (await world.Head.Opens("/desk")).Lacks("Việc mật");

        await world.Leader.TakesBack(lent);

        await (await world.Head.Asks($"/api/v1/documents/{open}")).IsRefused("not-your-post", 403);
        await (await world.Head.Opens("/desk")).Lacks("Đang làm thay", "Việc thường");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Head.Opens($"/documents/{open}")).StatusCode);
        world.Head.ActingAs = null;
        Assert.Empty(await Everywhere(world.Head, ""));

        var tonight = await world.Leader.Lends(world.Head.Id, untilOn: "2026-11-24");
        Assert.NotNull((await ActorAt(world, world.Head, tonight, TimeSpan.FromHours(5))).ActingFor);
        var over = await ActorAt(world, world.Head, tonight, TimeSpan.FromHours(6));
        Assert.Null(over.ActingFor);
        Assert.Empty(await world.Host.InWork(over, work => work.Documents(d => d.Id == open).ToListAsync(), TimeSpan.FromHours(6)));
    }

    [Theory, OnEachDatabase]
    public async Task Of_one_unit_alone_neither_personal_tasks_nor_other_units_are_handed_over(string database)
    {
        var world = await World.On(database);
        await world.Appoint(world.Head, world.OtherDepartment, "Phụ trách", Role.Specialist);
        var (ofDepartment, ofOther, personal) = ((await world.Clerk.Registers()).Id, (await world.Clerk.Registers()).Id, (await world.Clerk.Registers()).Id);
        await world.Leader.Directs(ofDepartment, new Part(world.Department.Id));
        await world.Leader.Directs(ofOther, new Part(world.OtherDepartment.Id));
        await world.Leader.Directs(personal, new Part(world.Head.Id));
        var whole = await world.Head.Lends(world.Clerk.Id);
        world.OtherSpecialist.ActingAs = await world.Head.Lends(world.OtherSpecialist.Id, unit: world.Department.Id);

        Assert.Contains(ofDepartment, await Everywhere(world.OtherSpecialist, ""));
        Assert.DoesNotContain(ofOther, await Everywhere(world.OtherSpecialist, ""));
        Assert.Equal([ofDepartment], (await world.OtherSpecialist.Sees<ListAssignments.Rows>("/api/v1/assignments")).Items.Select(r => r.DocumentId));
        await (await world.OtherSpecialist.Tries("start", (await world.Leader.Case(personal)).Assignments[0].Id)).IsRefused("not-your-assignment", 403);
        await (await world.OtherSpecialist.Posts("/api/v1/drafts", new { })).IsRefused("not-delegated", 403); // A draft lies on a person's desk.
        await world.OtherSpecialist.Does("start", (await world.Leader.Case(ofDepartment)).Assignments[0].Id);
        world.Clerk.ActingAs = whole;
        await world.Clerk.Does("start", (await world.Leader.Case(personal)).Assignments[0].Id);
    }

    [Theory, OnEachDatabase]
    public async Task Of_one_unit_alone_what_that_unit_directs_is_directed_again_and_what_came_to_its_head_in_person_is_not(string database)
    {
        var world = await World.On(database);
        var (ofUnit, personal) = (await Submitted(world, world.Department.Id), await Submitted(world, world.Head.Id));
        world.OtherSpecialist.ActingAs = await world.Head.Lends(world.OtherSpecialist.Id, unit: world.Department.Id);
        await world.Head.Directs(personal, new Part(world.Specialist.Id));

        await world.OtherSpecialist.Directs(ofUnit, new Part(world.Specialist.Id));
        await (await world.OtherSpecialist.TriesToDirect(personal, new Part(world.Specialist.Id, "inform"))).IsRefused("not-yours-to-direct", 403);
        var again = await world.OtherSpecialist.Directs(ofUnit, new Part(world.Specialist.Id, "inform"));

        Assert.Equal(["Chuyên viên, làm thay Vũ Trưởng Vụ", "Chuyên viên, làm thay Vũ Trưởng Vụ"], again.Directives.Select(d => d.Position));
        await world.OtherSpecialist.Submits("/acting", ("Post", $"{world.OtherSpecialist.ActingAs}"));
        await (await world.OtherSpecialist.Opens($"/documents/{ofUnit}")).Has($"/documents/{ofUnit}/directive");
        await (await world.OtherSpecialist.Opens($"/documents/{personal}")).Lacks($"/documents/{personal}/directive");
        await world.Head.Directs(ofUnit, new Part(world.Specialist.Id, "inform")); // It is the head's as well.
    }

    static async Task<Guid> Submitted(World world, Guid to) => (await (await world.Clerk.Posts("/api/v1/documents/incoming",
        new { IssuerName = "Bộ Tài chính", Code = "12845/BTC-NSNN", Subject = "Về việc đổi mới", PromulgatedOn = "2026-11-20", SubmittedTo = $"{to}" })).Read<ReadDocument.View>()).Id;

    /// <summary>What this person finds of registered documents: by list, by search, by the register and by its export; they must agree.</summary>
    static async Task<IReadOnlyList<Guid>> Everywhere(Official who, string words)
    {
        var listed = (await who.Sees<Listed<DocumentRow>>("/api/v1/documents")).Items.Select(r => r.Id).ToList();
        if (words.Length > 0) Assert.Equal(listed, (await who.Sees<Listed<DocumentRow>>($"/api/v1/search?q={Uri.EscapeDataString(words)}")).Items.Select(r => r.Id));
        var book = await (await who.Asks("/api/v1/documents/incoming/book.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(listed.Count, book.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        return listed;
    }

    static Task<Actor> ActorAt(World world, Official who, Guid post, TimeSpan later) => world.Host.InWork(Actor.Nobody, async work => (await work.Db.ActorOf(world.Institution.Id, who.Id, work.Stamp, post))!, later);
}
