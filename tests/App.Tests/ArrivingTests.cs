using System.Net.Http.Json;
using App.Documents;
using App.Documents.Incoming;
using App.Documents.Reading;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests;

public class ArrivingTests
{
    static readonly Letter Letter = new("000.00.00.G12", "Bộ Tài chính", "12845", "BTC-NSNN", new(2026, 11, 23), "Rà soát dự toán năm 2027")
    {
        KindName = "Công văn", SignerName = "Trịnh Văn Mẫu", SignerTitle = "Thứ trưởng", Urgency = Urgency.Urgent, Pages = 3,
    };

    [Theory, OnEachDatabase]
    public async Task What_arrived_is_prefilled_corrected_and_registered_with_the_next_number(string database)
    {
        var world = await World.On(database);
        var id = await Parks(world, Letter);

        await (await world.Clerk.Opens($"/documents/{id}/register")).Has("12845/BTC-NSNN", "Rà soát dự toán năm 2027", "Trịnh Văn Mẫu", "value=\"23/11/2026\"");
        var registered = await Registers(world.Clerk, id, "Rà soát, phân bổ dự toán năm 2027");

        Assert.Equal((DocumentState.Registered, 1, 2026, "Phạm Lãnh Đạo", "Rà soát, phân bổ dự toán năm 2027"),
            (registered.State, registered.Number, registered.Year, registered.Holder, registered.Subject));
        Assert.Equal(["document-arrived", "document-registered"], registered.History.Select(s => s.Deed));
        Assert.Empty((await world.Clerk.Sees<ListArrived.Rows>("/api/v1/documents/arrived")).Items);
        await (await world.Clerk.Posts($"/api/v1/documents/{id}/register", Form("Lần nữa"))).IsRefused("already-registered");
    }

    [Theory, OnEachDatabase]
    public async Task A_leader_sees_a_document_only_once_it_was_submitted_to_them(string database)
    {
        var world = await World.On(database);
        var id = await Parks(world, Letter);

        Assert.Equal(404, (int)(await world.Head.Asks($"/api/v1/documents/{id}")).StatusCode);
        await Registers(world.Clerk, id, "Rà soát");

        Assert.Equal(200, (int)(await world.Leader.Asks($"/api/v1/documents/{id}")).StatusCode);
        Assert.Equal(404, (int)(await world.Head.Asks($"/api/v1/documents/{id}")).StatusCode);
        Assert.Equal(404, (int)(await world.Specialist.Asks($"/api/v1/documents/{id}")).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task A_document_that_may_be_there_already_is_shown_beside(string database)
    {
        var world = await World.On(database);
        await Registers(world.Clerk, await Parks(world, Letter, "p1"), "Rà soát");

        await (await world.Clerk.Opens($"/documents/{await Parks(world, Letter, "p2")}/register")).Has("Có thể trùng với số đến 1/2026", "Cùng số, ký hiệu và cơ quan ban hành.");
        await (await world.Clerk.Opens($"/documents/{await Parks(world, Letter with { CodeNumber = "1" }, "p1")}/register")).Has("Cùng mã gói tin.");
        var other = await world.Clerk.Opens($"/documents/{await Parks(world, Letter with { IssuerCode = "000.00.00.G18" }, "p1")}/register");
        Assert.DoesNotContain("Có thể trùng", await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_should_not_be_here_goes_back_with_a_reason_and_takes_no_number(string database)
    {
        var world = await World.On(database);
        var id = await Parks(world, Letter);

        await (await world.Clerk.Posts($"/api/v1/documents/{id}/return", new { Reason = " " })).IsRefused("invalid", 422);
        Assert.True((await world.Clerk.Posts($"/api/v1/documents/{id}/return", new { Reason = "Gửi nhầm nơi nhận." })).IsSuccessStatusCode);

        Assert.Equal(DocumentState.Returned, (await world.Clerk.Sees<ReadDocument.View>($"/api/v1/documents/{id}")).State);
        await (await world.Clerk.Posts($"/api/v1/documents/{id}/register", Form("Rà soát"))).IsRefused("already-registered");
        Assert.Equal(1, (await Registers(world.Clerk, await Parks(world, Letter), "Rà soát")).Number);
    }

    [Theory, OnEachDatabase]
    public async Task A_document_marked_secret_leaves_neither_words_nor_bytes(string database)
    {
        var world = await World.On(database);
        var blobs = world.Host.Services.GetRequiredService<Blobs>();
        var blob = await blobs.Put("Nội dung không được giữ"u8.ToArray(), TestContext.Current.CancellationToken);
        var id = await Parks(world, Letter, files: [new(AttachmentRole.Main, "mat.pdf", "application/pdf", blob.SizeBytes, blob.Sha256)]);

        var report = await (await world.Clerk.Posts($"/api/v1/documents/{id}/refuse-secret", new { })).Content.ReadFromJsonAsync<RefuseSecret.Report>(TestContext.Current.CancellationToken);

        Assert.Equal(("Bộ Tài chính", 1), (report!.IssuerName, report.FilesPurged));
        Assert.False(blobs.Exists(blob.Sha256));
        var entries = await world.Host.InWork(world.System, work => work.Db.Set<JournalEntry>().Where(e => e.CaseId == id).ToListAsync());
        Assert.All(entries, e => Assert.Equal((true, 32), (e.Changes.Length == 0, e.ChangesSha256.Length)));
        await (await world.Clerk.Opens($"/documents/{id}")).Lacks("Rà soát");
    }

    static async Task<ReadDocument.View> Registers(Official clerk, Guid id, string subject)
    {
        var answer = await clerk.Posts($"/api/v1/documents/{id}/register", Form(subject));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReadDocument.View>())!;
    }

    static object Form(string subject) => new
    {
        Code = "12845/BTC-NSNN", PromulgatedOn = "2026-11-23", KindName = "công văn", IssuerName = "Bộ Tài chính", IssuerCode = "000.00.00.G12", Subject = subject,
    };

    static Task<Guid> Parks(World world, Letter letter, string? packetId = null, IReadOnlyList<AttachmentFile>? files = null) => world.Host.InWork(world.System, async work =>
    {
        var institution = await work.Institution();
        await using var change = await work.Begin();
        var document = await change.Park(institution, new(Source.Axis, letter, files ?? []) { PacketId = packetId });
        await change.Commit(document.Id);
        return document.Id;
    });
}
