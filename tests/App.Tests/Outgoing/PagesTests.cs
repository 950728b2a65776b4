using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using App.Documents;
using App.Documents.Outgoing;
using App.Tests.Cast;

namespace App.Tests.Outgoing;

public partial class PagesTests
{
    [Theory, OnEachDatabase]
    public async Task A_reply_goes_its_whole_way_by_forms(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var incoming = (await world.Clerk.Registers()).Id;
        await (await world.Clerk.Opens($"/documents/{incoming}/reply/new")).Has($"name=\"Answers\" value=\"{incoming}\"", "trả lời văn bản số 12845/BTC-NSNN của Bộ Tài chính");

        var empty = await world.Clerk.Submits("/drafts", ("Answers", $"{incoming}"), ("Subject", "trả lời <đậm>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        await empty.Has("Viết nội dung văn bản.", "Chọn người ký.", "Ghi ít nhất một nơi nhận.", "trả lời &lt;đậm&gt;");
        var made = await world.Clerk.Submits("/drafts", ("Answers", $"{incoming}"), ("Kind", "18"), ("Subject", "trả lời kiến nghị"), ("Body", "Đã xong."),
            ("Signer", $"{world.Deputy.Id}"), ("Receivers[0].Name", "Bộ Tài chính"), ("Receivers[0].Code", "000.00.00.G12"), ("Receivers[1].Name", ""), ("Urgency", "1"));
        var id = Guid.Parse(made.Headers.Location!.ToString().Split('/')[^1]);

        await (await world.Clerk.Opens($"/drafts/{id}")).Has("Đang soạn", "Lưu bản mới", "Bộ Tài chính", $"/drafts/{id}/pdf");
        await Goes(world.Clerk, id, "submission", ("Remark", "Kính trình."));
        await (await world.Deputy.Opens("/drafts/to-sign")).Has("trả lời kiến nghị", "Lần đầu xem văn bản này.", "KT. Bộ trưởng", "Kính trình.");
        await Goes(world.Deputy, id, "signature", ("Version", "1"));
        await (await world.Clerk.Opens($"/drafts/{id}")).Has("Đã ký, chờ phát hành", "Cấp số, đóng dấu, phát hành");
        await Goes(world.Clerk, id, "issue");
        await (await world.Clerk.Opens($"/drafts/{id}?ui-culture=en")).Has("Issued", "01/BTN-VT");
        await (await world.Clerk.Opens("/documents/outgoing")).Has("01/BTN-VT", "Bộ Tài chính");
    }

    [Theory, OnEachDatabase]
    public async Task A_stack_is_signed_in_one_go_and_what_cannot_be_signed_says_why(string database)
    {
        var chancery = await Chancery.On(database);
        var drafts = new List<ReadDraft.View>();
        for (var i = 0; i < 3; i++) drafts.Add(await chancery.Approves(await chancery.Submits(await chancery.DraftsQuickly($"chồng {i}"))));

        var rows = await Chancery.Done<List<SignSeveral.Row>>(chancery.World.Deputy.Posts("/api/v1/drafts/signatures", new
        {
            Items = new object[] { new { drafts[0].Id, drafts[0].Version }, new { drafts[1].Id, Version = 1 }, new { drafts[2].Id, drafts[2].Version } },
        }));

        Assert.Equal([null, "newer-version", null], rows.Select(r => r.Code));
        Assert.Equal([drafts[1].Id], (await chancery.World.Deputy.Sees<List<SignPages.Waiting>>("/api/v1/drafts/to-sign")).Select(w => w.Id));
        var page = await chancery.World.Deputy.Submits("/drafts/signatures", ("Items[0].Version", "1"));
        await page.Has("Chọn từ một đến 50 văn bản để ký.");
        await (await chancery.World.Deputy.Submits("/drafts/signatures", ("Items[0].Id", $"{drafts[1].Id}"), ("Items[0].Version", $"{drafts[1].Version}"))).Has("Đã ký 1 văn bản.");
    }

    [Theory, OnEachDatabase]
    public async Task An_administrator_gives_somebody_a_key_and_its_file_is_for_the_system_alone(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        using var certificate = Chancery.Root.Issue(Signatures.Certificates.CertificateSubject.Person("Hồ Trưởng Vụ", "Bộ"), Host.Noon.AddDays(-1), Host.Noon.AddYears(1));
        var input = new
        {
            Owner = world.OtherHead.Id, KeyFile = Convert.ToBase64String(Signatures.Certificates.KeyFile.Export(certificate, "mật khẩu")), Password = "mật khẩu",
            Image = Convert.ToBase64String(App.Demo.DemoImages.Signature("Hồ")),
        };

        await (await world.Clerk.Posts("/api/v1/signers", input)).IsRefused("not-permitted", 403);
        await (await world.Administrator.Posts("/api/v1/signers", new { input.Owner, input.KeyFile, Password = "sai", input.Image })).IsRefused("key-unusable", 422);
        await (await world.Administrator.Posts("/api/v1/signers", new { })).Has("Chọn tệp khóa PKCS#12.", "Chọn ảnh PNG của chữ ký hoặc con dấu.");
        var signer = await Chancery.Done<App.Signing.Keys.AddSigner.View>(world.Administrator.Posts("/api/v1/signers", input));

        Assert.Equal(("Hồ Trưởng Vụ", false), (signer.Name, signer.IsOrgan));
        var file = Path.Combine(chancery.Service<Settings>().Data, "keys", $"{signer.Id}.p12");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Throws<Signatures.PdfRefusal>(() => Signatures.Certificates.KeyFile.Open(File.ReadAllBytes(file), "mật khẩu"));
    }

    [Theory, OnEachDatabase]
    public async Task Our_own_check_knows_exactly_what_the_clerk_filled_in(string database)
    {
        var chancery = await Chancery.On(database);
        chancery.Service<App.Signing.TrustFolder>().Add("thu-nghiem", Chancery.RootCertificate);
        var issued = await chancery.Issues(await chancery.SignedQuickly());

        var kept = await chancery.World.Host.InWork(chancery.World.System, async work =>
            await work.PresentFiles(await work.Draft(await work.Document(issued.Id))).Select(f => f.CheckReport).SingleAsync());
        var report = App.Signing.Checker.Read(kept!);

        Assert.Equal(Signatures.Checking.Verdict.Valid, report.Verdict);
        Assert.Equal([chancery.World.Deputy.Name, chancery.World.Institution.Name], report.Signatures.Select(s => s.Signer));
        Assert.Contains("Số, ngày do văn thư điền khi phát hành.", report.Signatures[0].Reasons.Select(r => $"{r}"));
        Assert.Equal("01", report.Signatures[1].Filled["so"]);
    }

    static async Task Goes(Official official, Guid id, string deed, params (string, string)[] fields)
    {
        var answer = await official.Submits($"/drafts/{id}/{deed}", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{deed}: {answer.StatusCode} {Alert().Match(await answer.Content.ReadAsStringAsync()).Value}");
        Assert.Equal($"/drafts/{id}", answer.Headers.Location?.ToString());
    }

    [GeneratedRegex("<div[^>]*role=\"alert\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Alert();
}
