using System.Net;
using App.Directing;
using App.Directing.Giving;
using App.Documents;
using App.Documents.Reading;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>An assistant prepares a directive, the leader confirms it.</summary>
public class PreparingTests
{
    const int Seconds = 10;

    [Theory, OnEachDatabase]
    public async Task What_an_assistant_prepares_gives_nothing_until_the_leader_sends_it_and_then_tells_who_prepared_it(string database)
    {
        var world = await World.On(Host.Of(database, holdSeconds: Seconds));
        var document = (await world.Clerk.Registers()).Id;
        var desk = await world.Desk(document, world.Leader.Id);
        await (await world.Assistant.Opens("/desk")).Has("Chuẩn bị bút phê", $"/documents/{document}/prepared-directive");
        await (await world.Assistant.Opens($"/documents/{document}/prepared-directive")).Has("Trình lãnh đạo", "Phạm Lãnh Đạo", "Vụ Môi trường");

        Assert.Equal(HttpStatusCode.Found, (await world.Assistant.Submits($"/documents/{document}/prepared-directive",
            [("Words", "Giao Vụ Môi trường chủ trì."), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead"), ("Rows[0].Count", "5")])).StatusCode);

        var prepared = Assert.Single((await world.Assistant.Case(document)).Prepared);
        Assert.Equal((PreparedState.Waiting, "Phạm Lãnh Đạo", "Tạ Thư Ký", true, false), (prepared.State, prepared.Leader, prepared.Preparer, prepared.IsMine, prepared.IsForMe));
        Assert.Equal(desk, await world.Desk(document, world.Leader.Id));
        Assert.Empty((await world.Leader.Case(document)).Assignments);
        Assert.Empty((await world.Clerk.Case(document)).Prepared);
        await (await world.Clerk.Opens($"/documents/{document}?tab=way")).Lacks("Giao Vụ Môi trường chủ trì.");
        await (await world.Head.Asks($"/api/v1/documents/{document}")).IsRefused("not-found", 404);
        Assert.Equal("directive-prepared", (await world.Journal(document))[^1]);
        await (await world.Leader.Opens("/desk")).Has("Thư ký đã chuẩn bị", "Giao Vụ Môi trường chủ trì.", "Gửi như đã chuẩn bị", $"value=\"{prepared.Id}\"");
        await (await world.Leader.Opens($"/documents/{document}/directive")).Has("Tạ Thư Ký", "đã chuẩn bị lúc", "Giao Vụ Môi trường chủ trì.", "value=\"5\"");

        var sent = await (await world.Leader.Posts(At(document, "/sending"), new { PreparedId = prepared.Id })).Read<CaseView>();

        await (await world.Leader.Posts(At(document, "/sending"), new { PreparedId = prepared.Id })).IsRefused("already-sent");
        var held = Assert.Single(sent.Held).Id;
        await world.Host.InWork(world.System, async work => { await HoldDirective.Run(work, new(held)); return true; }, TimeSpan.FromSeconds(Seconds + 1));
        var given = await world.Head.Case(document);
        Assert.Equal(("Phạm Lãnh Đạo", "Tạ Thư Ký", "Giao Vụ Môi trường chủ trì."), (given.Directives[0].Giver, given.Directives[0].PreparedBy, given.Directives[0].Words));
        Assert.Equal("Vụ Môi trường", Assert.Single(given.Assignments).Assignee);
        Assert.Equal(PreparedState.Confirmed, Assert.Single((await world.Assistant.Case(document)).Prepared).State);
        await (await world.Clerk.Opens($"/documents/{document}?tab=way")).Has("bút phê (do Tạ Thư Ký chuẩn bị)");
        await (await world.Leader.Posts(At(document, "/sending"), new { PreparedId = prepared.Id })).IsRefused("prepared-gone");
    }

    [Theory, OnEachDatabase]
    public async Task A_newer_one_replaces_the_older_which_cannot_be_sent_any_more_and_the_leader_may_change_or_discard_it(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var first = await Prepares(world, document, world.Department.Id);
        var second = await Prepares(world, document, world.OtherDepartment.Id);

        await (await world.Leader.Posts(At(document, "/sending"), new { PreparedId = first })).IsRefused("prepared-gone");
        (await world.Leader.Posts(At(document, "/discarding"), new { PreparedId = second })).EnsureSuccessStatusCode();
        Assert.Empty((await world.Leader.Case(document)).Prepared);
        await (await world.Assistant.Opens($"/documents/{document}")).Has("đã bỏ bản chuẩn bị này");
        await (await world.Assistant.Deletes(At(document))).IsRefused("nothing-prepared");

        var third = await Prepares(world, document, world.Department.Id);
        await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Words = "Lãnh đạo sửa lời.", PreparedId = third, Rows = new[] { new Part(world.OtherDepartment.Id) } });

        var given = await world.OtherHead.Case(document);
        Assert.Equal(("Lãnh đạo sửa lời.", "Tạ Thư Ký"), (Assert.Single(given.Directives).Words, given.Directives[0].PreparedBy));
        Assert.Equal(["directive-prepared", "directive-prepared", "prepared-discarded", "directive-prepared", "directive-given"], (await world.Journal(document)).Skip(2).Take(5));
    }

    [Theory, OnEachDatabase]
    public async Task It_is_gone_when_it_is_withdrawn_or_the_document_was_passed_or_directed_meanwhile(string database)
    {
        var world = await World.On(database);
        var document = (await world.Clerk.Registers()).Id;
        var withdrawn = await Prepares(world, document, world.Department.Id);
        (await world.Assistant.Deletes(At(document))).EnsureSuccessStatusCode();
        await (await world.Leader.Posts(At(document, "/sending"), new { PreparedId = withdrawn })).IsRefused("prepared-gone");

        var passed = await Prepares(world, document, world.Department.Id);
        (await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Words = "Chuyển đồng chí.", PassTo = world.Deputy.Id })).EnsureSuccessStatusCode();
        Assert.Equal(PreparedState.Overtaken, Assert.Single((await world.Assistant.Case(document)).Prepared).State);
        await (await world.Leader.Posts(At(document, "/sending"), new { PreparedId = passed })).IsRefused("prepared-gone");

        await Prepares(world, document, world.Department.Id);
        Assert.Equal("Lê Phó Lãnh", Assert.Single((await world.Deputy.Case(document)).Prepared).Leader);
        await world.Deputy.Directs(document, new Part(world.OtherDepartment.Id));
        await (await world.Assistant.Opens($"/documents/{document}")).Has("bản chuẩn bị không còn dùng");
        await (await TriesToPrepare(world.Assistant, document, world.Department.Id)).IsRefused("not-waiting-for-direction");
    }

    [Theory, OnEachDatabase]
    public async Task An_assistant_sees_what_lies_with_their_leaders_alone_and_neither_directs_nor_prepares_for_others(string database)
    {
        var world = await World.On(database);
        var (document, _) = await world.Directed();
        var others = (await world.Head.Sees<ReadDocument.View>($"/api/v1/documents/{document}")).Id;
        var ofDepartment = await world.Official("Thư ký Vụ", world.Department, "Thư ký Vụ trưởng", App.Organisation.Role.Assistant);
        var waiting = (await world.Clerk.Registers()).Id;

        await (await ofDepartment.Asks($"/api/v1/documents/{waiting}")).IsRefused("not-found", 404);
        await (await TriesToPrepare(ofDepartment, waiting, world.OtherDepartment.Id)).IsRefused("not-found", 404);
        await (await TriesToPrepare(ofDepartment, others, world.OtherDepartment.Id)).IsRefused("not-waiting-for-direction");
        await (await world.Assistant.TriesToDirect(waiting, new Part(world.Department.Id))).IsRefused("not-permitted", 403);
        await (await TriesToPrepare(world.Specialist, waiting, world.Department.Id)).IsRefused("not-permitted", 403);
        await (await TriesToPrepare(world.Assistant, waiting, world.Leader.Id)).IsRefused("to-oneself");
        Assert.Empty((await world.Leader.Case(waiting)).Prepared);
        var prepared = await Prepares(world, waiting, world.Department.Id);
        await (await world.Deputy.Posts(At(waiting, "/sending"), new { PreparedId = prepared })).IsRefused("not-found", 404);
    }

    static string At(Guid document, string rest = "") => $"/api/v1/documents/{document}/prepared-directive{rest}";

    static Task<HttpResponseMessage> TriesToPrepare(Official assistant, Guid document, Guid lead) =>
        assistant.Posts(At(document), new { Words = "Giao chủ trì xử lý.", Rows = new[] { new Part(lead) } });

    static async Task<Guid> Prepares(World world, Guid document, Guid lead) =>
        (await (await TriesToPrepare(world.Assistant, document, lead)).Read<CaseView>()).Prepared.Single(p => p.State == PreparedState.Waiting).Id;
}
