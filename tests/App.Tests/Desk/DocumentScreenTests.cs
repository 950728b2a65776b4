using System.Net;
using System.Net.Http.Headers;
using App.Documents;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Desk;

/// <summary>The screen of a document and the way to its files.</summary>
public class DocumentScreenTests
{
    static readonly byte[] Page = "%PDF-1.7 a page that nobody parses here"u8.ToArray();

    [Theory, OnEachDatabase]
    public async Task A_page_is_shown_in_place_and_anything_else_only_downloaded_in_a_sandbox(string database)
    {
        var world = await World.On(database);
        var document = await Arrives(world);
        var files = await Files(world, document);

        var pdf = await world.Clerk.Opens($"/documents/{document.Id}/files/{files[0].Id}");
        Assert.Equal(Page, await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("inline", pdf.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(pdf.Headers.CacheControl?.NoStore);
        Assert.Contains("sandbox", pdf.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var html = await world.Clerk.Opens($"/documents/{document.Id}/files/{files[1].Id}");
        Assert.Equal("attachment", html.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Phụ lục.html", html.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Theory, OnEachDatabase]
    public async Task A_part_of_a_file_is_given_when_asked_for_and_each_reader_is_noted_once(string database)
    {
        var world = await World.On(database);
        var document = await Arrives(world);
        var file = (await Files(world, document))[0];

        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/documents/{document.Id}/files/{file.Id}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", world.Clerk.Token);
            request.Headers.Range = new(0, 3);
            var part = await world.Host.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
            Assert.Equal("%PDF"u8.ToArray(), await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal([$"file {file.Id}"], await Looks(world, document));
    }

    [Theory, OnEachDatabase]
    public async Task A_file_does_not_exist_for_those_who_may_not_see_its_document(string database)
    {
        var world = await World.On(database);
        var (document, other) = (await Arrives(world), await Arrives(world));
        var file = (await Files(world, document))[0];

        await (await world.Specialist.Asks($"/api/v1/documents/{document.Id}/files/{file.Id}")).IsRefused("not-found", 404);
        await (await world.Clerk.Asks($"/api/v1/documents/{other.Id}/files/{file.Id}")).IsRefused("not-found", 404);
        await (await world.Clerk.Asks($"/api/v1/documents/{document.Id}/files/nothing")).IsRefused("not-found", 404);
        Assert.Empty(await Looks(world, document));
    }

    [Theory, OnEachDatabase]
    public async Task The_screen_shows_the_document_what_is_odd_about_its_files_and_offers_what_may_be_done(string database)
    {
        var world = await World.On(database);
        var document = await Arrives(world);

        var forClerk = await Text(await world.Clerk.Opens($"/documents/{document.Id}"));
        Assert.Contains("Về việc xem tệp", forClerk, StringComparison.Ordinal);
        Assert.Contains("Tệp đặt tên .doc nhưng thực ra là tệp nén zip.", forClerk, StringComparison.Ordinal);
        Assert.Contains($"href=\"/documents/{document.Id}/register\"", forClerk, StringComparison.Ordinal);
        Assert.Equal(["document"], await Looks(world, document));

        var registered = await world.Clerk.Registers("Về việc chỉ đạo");
        Assert.Contains($"href=\"/documents/{registered.Id}/directive\"", await Text(await world.Leader.Opens($"/documents/{registered.Id}")), StringComparison.Ordinal);
        Assert.DoesNotContain("/directive\"", await Text(await world.Clerk.Opens($"/documents/{registered.Id}")), StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Lan", await Text(await world.Leader.Opens($"/documents/{registered.Id}?tab=way")), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_refused_secret_shows_who_sent_it_and_nothing_of_what_it_said(string database)
    {
        var world = await World.On(database);
        var document = await Arrives(world);
        var refused = await world.Clerk.Posts($"/api/v1/documents/{document.Id}/refuse-secret", new { });
        Assert.True(refused.IsSuccessStatusCode);

        var report = await Text(await world.Clerk.Opens($"/documents/{document.Id}"));
        Assert.Contains("Bộ Tài chính", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Về việc xem tệp", report, StringComparison.Ordinal);
        Assert.DoesNotContain("77/BTC-NSNN", report, StringComparison.Ordinal);
    }

    static Task<Document> Arrives(World world) => world.Host.InWork(world.System, async work =>
    {
        var blob = await world.Host.Services.GetRequiredService<Blobs>().Put(Page, TestContext.Current.CancellationToken);
        await using var change = await work.Begin();
        var letter = new Letter("000.00.00.G12", "Bộ Tài chính", "77", "BTC-NSNN", work.Stamp.Day, "Về việc xem tệp");
        var document = await change.Park(world.Institution, new(Source.Axis, letter,
        [
            new(AttachmentRole.Main, "77.pdf", "application/pdf", blob.SizeBytes, blob.Sha256),
            new(AttachmentRole.Appendix, "Phụ lục.html", "text/html", blob.SizeBytes, blob.Sha256)
            {
                Oddities = """[{"format":"Tệp đặt tên {0} nhưng thực ra là {1}.","arguments":[".doc","tệp nén zip"]}]""",
            },
        ]));
        await change.Commit();
        return document;
    });

    static Task<List<Attachment>> Files(World world, Document document) =>
        world.Host.InWork(world.System, work => work.Attachments(document).ToListAsync(work.Cancelled));

    static Task<List<string>> Looks(World world, Document document) => world.Host.InWork(world.System, work =>
        work.Db.Set<AccessEntry>().Where(e => e.DocumentId == document.Id).OrderBy(e => e.At).Select(e => e.What).ToListAsync(work.Cancelled));

    static async Task<string> Text(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
