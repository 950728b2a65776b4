using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using App.Directing;
using App.Directing.Following;
using App.Directing.Handling;
using App.Directing.Inking;
using App.Documents;
using App.Documents.Reading;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>What a leader draws on pages and on blank paper.</summary>
public class InkTests
{
    static readonly XNamespace InkMl = "http://www.w3.org/2003/InkML", Svg = "http://www.w3.org/2000/svg";

    [Theory, OnEachDatabase]
    public async Task Who_draws_need_not_write_and_everybody_who_reads_the_document_sees_it_on_its_page(string database)
    {
        var (world, document, file) = await Scanned(database);

        var directed = await Draws(world, document, On(file, 2, Line(100, 200), Line(150, 220, "highlighter", "yellow")), On(null, 1, Line(10, 10, colour: "red")));

        var directive = Assert.Single(directed.Directives);
        Assert.Equal("", directive.Words);
        Assert.Equal([new(1, file, "cong-van.pdf", 2, 2, false), new InkMark(2, null, null, 1, 1, false)], directive.Ink);
        Assert.Equal("Thực hiện theo bút phê viết tay.", directed.Assignments[0].Task);
        var seen = (await world.Head.Sees<ReadInk.View>($"/api/v1/documents/{document}/ink")).Sheets;
        Assert.Equal([("Nét bút của Phạm Lãnh Đạo, trang 2, 2 nét", file), ("Nét bút của Phạm Lãnh Đạo trên giấy trắng, 1 nét", (Guid?)null)], seen.Select(s => (s.Name, s.File)));
        Assert.Equal([100, 200, 0.5, 0, 130, 205, 0.81, 16, 160, 200, 1, 33], seen[0].Strokes[0].Points);
        await (await world.Head.Opens($"/documents/{document}/ink")).Has("\"highlighter\"");
        await (await world.Head.Opens($"/documents/{document}")).Has($"data-src=\"/documents/{document}/ink\"", $"data-file=\"{file}\"",
            $"src=\"/directives/{directive.Id}/ink/1.svg\" alt=\"Nét bút của Phạm Lãnh Đạo, trang 2, 2 nét\"", "Giấy trắng");
        await (await world.Head.Opens($"/documents/{document}/assignments")).Has($"src=\"/directives/{directive.Id}/ink/2.svg\"");
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_gives_parts_on_draws_instead_of_writing_and_who_sees_the_assignment_sees_it(string database)
    {
        var (world, document, file) = await Scanned(database);
        var (other, lead) = ((await Scans(world)).File, (await world.Leader.Directs(document, new Part(world.Department.Id))).Assignments[0].Id);
        Task<HttpResponseMessage> Shares(params DrawnSheet[] ink) => world.Head.Posts($"/api/v1/assignments/{lead}/parts", new { Ink = ink, Rows = new[] { new Part(world.Specialist.Id) } });
        await (await world.Head.Opens($"/assignments/{lead}/parts")).Has("data-island=\"ink\"", "data-ink-field", "data-ink=\"paper\"", $"/documents/{document}/files/{file}");
        await (await Shares(On(other, 1, Line(1, 1)))).IsRefused("invalid", 422);
        await (await world.Head.Submits($"/assignments/{lead}/parts", ("Ink", "[1"), ("AddRow", "1"))).Has("data-ink-field hidden>[1</textarea>");

        var shared = await (await Shares(On(file, 2, Line(100, 200)), On(null, 1, Dot(5, 5)))).Read<ReadAssignment.View>();

        var (directive, part) = (Assert.Single(shared.Directives), Assert.Single(shared.Parts));
        Assert.Equal(("", lead, 2, "Thực hiện theo bút phê viết tay."), (directive.Words, directive.AssignmentId, directive.Ink.Count, part.Task));
        await (await world.Specialist.Opens($"/assignments/{part.Id}")).Has($"src=\"/directives/{directive.Id}/ink/1.svg\"", "Tải nét bút (InkML)");
        Assert.Equal(["Nét bút của Vũ Trưởng Vụ, trang 2, 1 nét", "Nét bút của Vũ Trưởng Vụ trên giấy trắng, 1 nét"], (await world.Specialist.Sees<ReadInk.View>($"/api/v1/documents/{document}/ink")).Sheets.Select(s => s.Name));
        Assert.Contains("100 200 0.5 0", await Text(await world.Specialist.Asks($"/api/v1/directives/{directive.Id}/ink.inkml"), "application/inkml+xml"), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", await Text(await world.Specialist.Opens($"/directives/{directive.Id}/ink/1.pdf"), "application/pdf"), StringComparison.Ordinal);
        await (await world.OtherSpecialist.Asks($"/api/v1/directives/{directive.Id}/ink/1.svg")).IsRefused("not-found", 404);
    }

    [Theory, OnEachDatabase]
    public async Task The_journal_tells_what_was_drawn_by_its_digest(string database)
    {
        var (world, document, file) = await Scanned(database);
        await Draws(world, document, On(file, 1, Line(100, 200)));

        await world.Host.InWork(world.System, async work =>
        {
            var entry = await work.Db.Set<JournalEntry>().SingleAsync(e => e.CaseId == document && e.Deed == "directive-given", TestContext.Current.CancellationToken);
            var digest = JsonDocument.Parse(entry.Changes).RootElement.GetProperty("inkDigest")[1].GetBytesFromBase64();
            Assert.Equal(InkSheet.Digest(await work.InkSheets(await work.Document(document)).ToListAsync(TestContext.Current.CancellationToken)), digest);
            return true;
        });
    }

    [Theory, OnEachDatabase]
    public async Task It_is_taken_out_as_pictures_and_as_InkML(string database)
    {
        var (world, document, file) = await Scanned(database);
        var directive = (await Draws(world, document, On(file, 2, Line(100, 200), Line(150, 220, "highlighter", "yellow"), Dot(300, 300)))).Directives[0].Id;

        var picture = XDocument.Parse(await Text(await world.Head.Opens($"/directives/{directive}/ink/1.svg"), "image/svg+xml")).Root!;
        Assert.Equal("Nét bút của Phạm Lãnh Đạo, trang 2, 3 nét", picture.Element(Svg + "title")!.Value);
        Assert.Equal(["#ffe14d", "#1b3fa0", "#1b3fa0"], picture.Elements(Svg + "path").Select(p => p.Attribute("fill")!.Value));
        var ink = XDocument.Parse(await Text(await world.Head.Asks($"/api/v1/directives/{directive}/ink.inkml"), "application/inkml+xml")).Root!;
        Assert.Equal(InkMl + "ink", ink.Name);
        Assert.Equal(["X", "Y", "F", "T"], ink.Descendants(InkMl + "channel").Select(c => c.Attribute("name")!.Value));
        Assert.Equal("100 200 0.5 0, 130 205 0.81 16, 160 200 1 33", ink.Descendants(InkMl + "trace").First().Value);
        var brushes = ink.Descendants(InkMl + "brush").Select(b => "#" + b.Attribute(XNamespace.Xml + "id")!.Value).ToHashSet();
        Assert.All(ink.Descendants(InkMl + "trace"), t => Assert.Contains(t.Attribute("brushRef")!.Value, brushes));
        await (await world.Head.Asks($"/api/v1/directives/{directive}/ink/2.svg")).IsRefused("not-found", 404);
    }

    [Theory, OnEachDatabase]
    public async Task A_copy_has_it_burnt_in_and_begins_with_the_untouched_original(string database)
    {
        var (world, document, file) = await Scanned(database);
        var directive = (await Draws(world, document, On(file, 1, Line(100, 200), Line(150, 220, "highlighter", "yellow")), On(null, 1, Dot(10, 10)))).Directives[0].Id;
        var original = await (await world.Head.Opens($"/documents/{document}/files/{file}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var answer = await world.Head.Opens($"/directives/{directive}/ink/1.pdf");
        var copy = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("cong-van (bản sao có nét bút).pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(original, copy[..original.Length]);
        Assert.True(copy.Length > original.Length + 200);
        Assert.StartsWith("%PDF-", await Text(await world.Head.Opens($"/directives/{directive}/ink/2.pdf"), "application/pdf"), StringComparison.Ordinal);
        Assert.Equal(original, await (await world.Head.Opens($"/documents/{document}/files/{file}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_wholly_ink_is_refused_and_nothing_is_given(string database)
    {
        var (world, document, file) = await Scanned(database);
        var (other, good) = ((await Scans(world)).File, Line(10, 10));
        object[] bad =
        [
            "[", "{}", "[null]", "[7]", "[[[[[[[[[[[]]]]]]]]]]]", new[] { On(file, 1) }, new[] { On(file, 0, good) }, new[] { On(null, 2, good) }, new[] { On(file, 1, good), On(file, 1, good) },
            new[] { On(other, 1, good) }, new[] { On(file, 1, good with { Tool = "brush" }) }, new[] { On(file, 1, good with { Colour = "pink" }) }, new[] { On(file, 1, good with { Colour = "yellow" }) },
            new[] { On(file, 1, good with { Width = 400 }) }, new[] { On(file, 1, good with { Points = [] }) }, new[] { On(file, 1, good with { Points = [1, 2, 0.5] }) },
            new[] { On(file, 1, good with { Points = [1, 2, 1.5, 0] }) }, new[] { On(file, 1, good with { Points = [-1, 2, 0.5, 0] }) }, new[] { On(file, 1, good with { Points = [1, 900, 0.5, 0] }) },
            new[] { On(file, 1, good with { Points = [1, 2, 0.5, 9, 1, 2, 0.5, 8] }) }, new[] { On(file, 1, good) with { Width = 0 } }, new[] { On(file, 1, [.. Enumerable.Repeat(good, 2001)]) },
            new[] { new { File = file, Page = 1, Width = 595, Height = 842, Strokes = new[] { good }, Script = "x" } }, $"[{new string(' ', 3_000_001)}]",
        ];

        foreach (var ink in bad)
            await (await Tries(world, document, ink)).IsRefused("invalid", 422);

        Assert.Empty((await world.Leader.Case(document)).Directives);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_that_comes_back_still_holds_what_was_drawn(string database)
    {
        var (world, document, file) = await Scanned(database);
        var ink = JsonSerializer.Serialize(new[] { On(file, 2, Line(100, 200)) }, JsonSerializerOptions.Web);

        var back = await world.Leader.Submits($"/documents/{document}/directive", ("Ink", ink), ("Rows[0].To", "Vụ không có"), ("Rows[0].Role", "Lead"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);
        await back.Has($"data-ink-field hidden>{WebUtility.HtmlEncode(ink)}</textarea>", "Chọn đơn vị hoặc người có trong danh sách.");
        await back.Lacks("Ghi ý kiến chỉ đạo, hoặc");
        await (await world.Leader.Submits($"/documents/{document}/directive", ("Ink", "<b>"), ("Rows[0].To", "Vụ Môi trường"))).Has("&lt;b&gt;</textarea>", "Nét bút gửi lên không đúng dạng nên không nhận được.");

        var sent = await world.Leader.Submits($"/documents/{document}/directive", ("Ink", ink), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Single((await world.Head.Case(document)).Directives[0].Ink);
    }

    [Theory, OnEachDatabase]
    public async Task For_those_who_may_not_read_the_document_there_is_no_ink(string database)
    {
        var (world, document, file) = await Scanned(database);
        var directive = (await Draws(world, document, On(file, 2, Line(100, 200)))).Directives[0].Id;
        var stranger = await World.On(database);

        foreach (var url in new[] { $"/documents/{document}/ink", $"/directives/{directive}/ink.inkml", $"/directives/{directive}/ink/1.svg", $"/directives/{directive}/ink/1.pdf" })
            foreach (var somebody in new[] { world.OtherSpecialist, stranger.Leader })
            {
                await (await somebody.Asks($"/api/v1{url}")).IsRefused("not-found", 404);
                Assert.Equal(HttpStatusCode.NotFound, (await somebody.Opens(url)).StatusCode);
            }
    }

    [Theory, OnEachDatabase]
    public async Task What_was_drawn_on_a_former_version_is_said_to_be_and_never_lies_over_the_present_one(string database)
    {
        var (world, document, file) = await Scanned(database);
        await Draws(world, document, On(file, 2, Line(100, 200)));

        await world.Host.InWork(world.System, async work =>
        {
            var former = await work.Attachment(document, file);
            await using var change = await work.Begin();
            work.Db.Add(Attachment.Of(work.Stamp, document, new(former.Role, former.Name, former.MediaType, former.SizeBytes, former.Sha256), version: 2));
            await change.Commit();
            return true;
        });

        Assert.True((await world.Head.Case(document)).Directives[0].Ink[0].IsOnFormer);
        var page = await world.Head.Opens($"/documents/{document}");
        await page.Has("viết trên bản trước", "ink/1.svg");
        await page.Lacks("data-island=\"ink\"");
        Assert.Equal(file, (await world.Head.Sees<ReadInk.View>($"/api/v1/documents/{document}/ink")).Sheets[0].File);
    }

    [Theory, OnEachDatabase]
    public async Task With_a_document_refused_as_secret_goes_what_was_drawn_on_it(string database)
    {
        var (world, document, file) = await Scanned(database);
        await Draws(world, document, On(file, 2, Line(100, 200)));

        await (await world.Clerk.Posts($"/api/v1/documents/{document}/refuse-secret", new { })).Read<JsonElement>();
        await world.Host.InWork(world.System, async work =>
        {
            await ForgetRefused.Run(work, new(document, ""));
            return true;
        });

        Assert.Empty(await world.Host.InWork(world.System, async work => await work.InkSheets(await work.Document(document)).ToListAsync(TestContext.Current.CancellationToken)));
    }

    static DrawnSheet On(Guid? file, int page, params Stroke[] strokes) => new(file, page, 595, 842, strokes);

    static Stroke Line(double x, double y, string tool = "pen", string colour = "blue") => new(tool, colour, 1.8, [x, y, 0.5, 0, x + 30, y + 5.001, 0.8101, 16.4, x + 60, y, 1, 33]);

    static Stroke Dot(double x, double y) => new("pen", "blue", 1.8, [x, y, 0.4, 50]);

    static Task<HttpResponseMessage> Tries(World world, Guid document, object ink) =>
        world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Ink = ink, Rows = new[] { new Part(world.Department.Id) } });

    static async Task<CaseView> Draws(World world, Guid document, params DrawnSheet[] sheets) => await (await Tries(world, document, sheets)).Read<CaseView>();

    static async Task<(World World, Guid Document, Guid File)> Scanned(string database)
    {
        var world = await World.On(database);
        var (document, file) = await Scans(world);
        return (world, document, file);
    }

    static async Task<(Guid Document, Guid File)> Scans(World world)
    {
        var answer = await world.Clerk.PostsFiles("/api/v1/documents/incoming/scanned",
            [("code", "15/UBND-VP"), ("promulgatedOn", "2026-11-20"), ("issuerName", "UBND xã Thử"), ("subject", "Về việc sửa cầu"), ("source", "3")], [("cong-van.pdf", SmallPdf.Saying("SO 15"))]);
        var document = (await answer.Read<ReadDocument.View>()).Id;
        return (document, await world.Host.InWork(world.System, async work => (await work.Attachments(await work.Document(document)).SingleAsync(TestContext.Current.CancellationToken)).Id));
    }

    static async Task<string> Text(HttpResponseMessage answer, string mediaType)
    {
        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
