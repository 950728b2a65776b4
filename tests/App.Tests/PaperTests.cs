using System.Net;
using System.Text.Json;
using App.Documents;
using App.Documents.Incoming;
using App.Documents.Reading;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Directing;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests;

/// <summary>A document that came on paper or by mail is registered with its scans.</summary>
public class PaperTests
{
    const string Url = "/api/v1/documents/incoming/scanned";
    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    static readonly (string, string)[] Fields =
        [("Code", "15/UBND-VP"), ("PromulgatedOn", "2026-11-20"), ("IssuerName", "UBND xã Thử"), ("Subject", "Về việc sửa cầu"), ("Source", "3")];

    [Theory, OnEachDatabase]
    public async Task Its_scans_are_kept_in_their_order_and_shown_to_whoever_reads_it(string database)
    {
        var world = await World.On(database);
        var scan = SmallPdf.Saying("SO 15");

        var answer = await world.Clerk.PostsFiles(Url, Fields.Select(f => (JsonNamingPolicy.CamelCase.ConvertName(f.Item1), f.Item2)), [("cong-van.pdf", scan), ("C:\\anh\\cau.png", Png)]);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var document = await answer.Read<ReadDocument.View>();
        Assert.Equal((1, DocumentState.Registered), (document.Number, document.State));
        var files = await Files(world, document.Id);
        Assert.Equal([("cong-van.pdf", AttachmentRole.Main, "application/pdf"), ("cau.png", AttachmentRole.Appendix, "image/png")], files.Select(f => (f.Name, f.Role, f.MediaType)));
        Assert.Equal(scan, await (await world.Leader.Opens($"/documents/{document.Id}/files/{files[0].Id}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await (await world.Clerk.Opens($"/documents/{document.Id}?tab=files")).Has("cong-van.pdf", "cau.png", "Thư điện tử");
    }

    [Theory, OnEachDatabase]
    public async Task The_form_says_what_it_takes_and_keeps_what_was_typed_when_a_file_is_bad(string database)
    {
        var clerk = (await World.On(database)).Clerk;
        await (await clerk.Opens("/documents/incoming/new")).Has("enctype=\"multipart/form-data\"", "PDF, DOCX hoặc ảnh JPEG, PNG, TIFF. Tối đa 20 tệp, mỗi tệp không quá 50 MB", "<progress");

        foreach (var (name, bytes, problem) in new (string, byte[], string)[]
        {
            ("chuong-trinh.pdf", "MZ this is no PDF"u8.ToArray(), "Tệp chuong-trinh.pdf không nhận được: Chỉ nhận PDF, DOCX hoặc ảnh JPEG, PNG, TIFF; tệp này là loại khác"),
            ("rong.pdf", [], "Tệp rong.pdf không nhận được: Tệp không có nội dung nào."),
            ("hong.pdf", "%PDF-1.7 and nothing more"u8.ToArray(), "Tệp hong.pdf không nhận được: "),
            ("hong.png", [.. Png[..16], .. new byte[16]], "Tệp hong.png không nhận được: "),
        })
        {
            var page = await clerk.SubmitsFiles("/documents/incoming", Fields, [("tot.png", Png), (name, bytes)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
            await page.Has(problem, "value=\"15/UBND-VP\"", "value=\"UBND xã Thử\"", "Về việc sửa cầu", "value=\"3\" checked");
        }
        Assert.Empty((await clerk.Sees<ListIncoming.Rows>("/api/v1/documents/incoming")).Items);

        var done = await clerk.SubmitsFiles("/documents/incoming", Fields, [("tot.png", Png)]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal([1], (await clerk.Sees<ListIncoming.Rows>("/api/v1/documents/incoming")).Items.Select(r => r.Number));
    }

    [Theory, OnEachDatabase]
    public async Task Too_many_files_and_a_wrong_way_in_are_said_at_their_fields(string database)
    {
        var clerk = (await World.On(database)).Clerk;

        var many = await clerk.PostsFiles(Url, Fields, Enumerable.Range(0, 21).Select(i => ($"{i}.png", Png)));
        await many.Has("Mỗi lần gửi không quá 20 tệp.", "\"files\"");
        await (await clerk.PostsFiles(Url, Fields.Where(f => f != ("Source", "3")).Append(("Source", "1")), [])).Has("Chọn cách văn bản đến", "\"source\"");
    }

    [Theory, OnEachDatabase]
    public async Task A_mark_of_secrecy_on_the_first_page_leaves_a_report_without_content_and_no_bytes(string database)
    {
        var world = await World.On(database);
        var (innocent, secret) = (SmallPdf.Saying($"PHU LUC {Guid.CreateVersion7(Host.Noon)}"), SmallPdf.Saying("TOI MAT"));

        var answer = await world.Clerk.SubmitsFiles("/documents/incoming", Fields, [("phu-luc.pdf", innocent), ("mat.pdf", secret)]);

        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        var document = await world.Clerk.Sees<ReadDocument.View>($"/api/v1/documents/{id}");
        Assert.Equal((DocumentState.Refused, null, "", ""), (document.State, document.Number, document.Subject, document.Code));
        Assert.Empty(await Files(world, id));
        var page = await world.Clerk.Opens($"/documents/{id}");
        await page.Has("UBND xã Thử");
        await page.Lacks("Về việc sửa cầu", "15/UBND-VP");
        var blobs = world.Host.Services.GetRequiredService<Blobs>();
        foreach (var bytes in new[] { innocent, secret })
            await Assert.ThrowsAnyAsync<Exception>(() => blobs.Open(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), TestContext.Current.CancellationToken));
        Assert.Equal(1, (await world.Clerk.Registers()).Number);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_request_again_registers_once_and_other_files_under_its_key_are_another_request(string database)
    {
        var clerk = (await World.On(database)).Clerk;

        var first = await (await clerk.PostsFiles(Url, Fields, [("a.png", Png)], "khoa-1")).Read<ReadDocument.View>();
        var second = await (await clerk.PostsFiles(Url, Fields, [("a.png", Png)], "khoa-1")).Read<ReadDocument.View>();

        Assert.Equal(first.Id, second.Id);
        await (await clerk.PostsFiles(Url, Fields, [("a.pdf", SmallPdf.Saying("KHAC"))], "khoa-1")).IsRefused("key-reused", 422);
    }

    static Task<List<Attachment>> Files(World world, Guid id) => world.Host.InWork(world.System, async work =>
        await work.Attachments(await work.Document(id)).ToListAsync(work.Cancelled));
}
