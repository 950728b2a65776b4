using App.Documents;
using App.Documents.Searching;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Lists;

public class SearchTests
{
    const int Papers = 150, Questions = 60;
    static readonly string[] Syllables = ["đất", "đai", "Đà", "Nẵng", "THỦ", "tướng", "quản", "lý", "quan", "ly", "thuế", "thue", "số", "15", "7816", "2026", "dự", "án", "đường", "Ủy", "ban", "đ", "a"];
    static readonly string[] Issuers = ["Văn phòng Chính phủ", "Bộ Tài chính", "UBND tỉnh Đắk Lắk", "Sở Xây dựng", "Ủy ban nhân dân thành phố Đà Nẵng"];
    static readonly string[] Codes = ["7816/VPCP-TTĐT", "15/NQ-CP", "115/BTC_NSNN", "12845/BTC-NSNN", "05/ĐA-UBND"];
    static readonly string[] Between = [" ", " ", " ", "-", "_", ", ", "/", "%"];

    sealed record Paper(Guid Id, Direction Direction, int? Year, IReadOnlyList<string> Fields, bool IsOfDepartment);

    [Theory, OnEachDatabase]
    public async Task Both_databases_find_what_the_sentence_says_in_pages_of_any_size(string database)
    {
        var world = await World.On(database);
        var random = new Random(20261124);
        var papers = await Shelve(world, random);
        foreach (var reader in new[] { world.Clerk, world.Specialist })
        {
            var actor = await reader.Actor();
            for (var i = 0; i < Questions; i++)
            {
                var question = Ask(random);
                Direction? direction = random.Next(3) == 0 ? (Direction)random.Next(1, 3) : null;
                int? year = random.Next(3) == 0 ? random.Next(2025, 2027) : null;
                var bounds = new SearchDocuments.Bounds(random.Next(1, 9), random.Next(1, 60), random.Next(1, 4), random.Next(60));
                var expected = papers.Where(p => (reader == world.Clerk || p.IsOfDepartment) && (direction is null || p.Direction == direction)
                    && (year is null || (p.Year ?? 2026) == year) && Oracle.Finds(question, p.Fields)).Select(p => p.Id).OrderDescending();

                var found = await Everything(world, actor, new() { Q = question, Direction = new(null, (short?)direction), Year = new(null, year) }, bounds);

                Assert.True(expected.SequenceEqual(found), $"«{question}» {direction} {year} {bounds}: {found.Count} found");
            }
        }
    }

    [Theory, OnEachDatabase]
    public async Task Parts_of_numbers_and_notations_are_found_and_what_matched_is_marked(string database)
    {
        var world = await World.On(database);
        var clerk = world.Clerk;
        await clerk.TriesToRegister("Về quản lý đất đai tại Đắk Lắk", code: "7816/VPCP-TTĐT");
        await clerk.TriesToRegister("Về bảo vệ môi trường", code: "1502/BTC-NSNN");

        foreach (var question in new[] { "vpcp", "7816/vpcp", "ttdt", "TTĐT", "dat dai", "“đất đai”", "dak lak", "quản lý" })
            Assert.Equal(["7816/VPCP-TTĐT"], await CodesFor(clerk, question));
        Assert.Equal(["1502/BTC-NSNN"], await CodesFor(clerk, "15"));
        Assert.Equal(["1502/BTC-NSNN"], await CodesFor(clerk, "nsnn&direction=1&year=2026"));
        foreach (var question in new[] { "hà nội", "“quản đất”", "vpcp&direction=2", "vpcp&year=2025" }) Assert.Empty(await CodesFor(clerk, question));

        await (await clerk.Opens("/search?q=dat vpcp")).Has("<mark>đất</mark> đai", "7816/<mark>VPCP</mark>-TTĐT");
        await (await clerk.Opens("/search?q=khongco")).Has("Không có văn bản nào được xem");
        await (await clerk.Opens("/search")).Has("Chữ trong ngoặc kép phải đứng liền nhau");
        await (await world.Specialist.Opens("/search?q=vpcp")).Lacks("đất</mark>", "VPCP</mark>");
        await (await clerk.Asks("/api/v1/search?q=a&year=nam")).IsRefused("invalid", 422);
    }

    [Theory, OnEachDatabase]
    public async Task A_corrected_entry_is_found_by_its_new_words_and_not_by_its_old_ones(string database)
    {
        var world = await World.On(database);
        var document = await world.Host.InWork(world.System, async work =>
        {
            await using var change = await work.Begin();
            var parked = await change.Park(world.Institution, new(Source.Upload, new("", "Bộ Y tế", "1", "BYT", null, "Phòng dịch cúm"), []));
            await change.Commit();
            return parked;
        });
        Assert.Single(await CodesFor(world.Clerk, "phong dich"));

        var answer = await world.Clerk.Posts($"/api/v1/documents/{document.Id}/register", new { IssuerName = "Bộ Y tế", Code = "1/BYT", Subject = "Mua vắc xin", PromulgatedOn = "2026-11-20" });

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await CodesFor(world.Clerk, "phong dich"));
        Assert.Single(await CodesFor(world.Clerk, "vac xin"));
    }

    static async Task<IEnumerable<string>> CodesFor(Official reader, string question) =>
        (await reader.Sees<Listed<Row>>($"/api/v1/search?q={question}")).Items.Select(r => r.Code);

    sealed record Row(string Code);

    static async Task<List<Guid>> Everything(World world, Actor actor, SearchDocuments.Input input, SearchDocuments.Bounds bounds)
    {
        var found = new List<Guid>();
        for (var pages = 0; ; pages++)
        {
            var page = await world.Host.InWork(actor, work => SearchDocuments.Run(work, input, bounds));
            Assert.True(page.Items.Count <= bounds.Take && pages <= Papers + 1);
            found.AddRange(page.Items.Select(r => r.Id));
            if (page.Next is null) return found;
            input = input with { After = new(null, Guid.Parse(page.Next)) };
        }
    }

    static string Ask(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
    {
        var word = random.Next(4) == 0 ? Codes[random.Next(Codes.Length)] : Syllables[random.Next(Syllables.Length)];
        return random.Next(5) switch
        {
            0 => word[..random.Next(1, word.Length + 1)],
            1 => word.Normalize(System.Text.NormalizationForm.FormD).ToUpperInvariant(),
            2 => $"\"{word} {Syllables[random.Next(Syllables.Length)]}\"",
            3 => $"\"{word}\"",
            _ => word,
        };
    }));

    static async Task<List<Paper>> Shelve(World world, Random random) => await world.Host.InWork(world.System, async work =>
    {
        var papers = new List<Paper>();
        await using var change = await work.Begin();
        for (var i = 0; i < Papers; i++)
        {
            var subject = string.Concat(Enumerable.Range(0, random.Next(2, 9)).Select(_ => Syllables[random.Next(Syllables.Length)] + Between[random.Next(Between.Length)]));
            var code = Codes[random.Next(Codes.Length)].Split('/');
            var letter = new Letter("", Issuers[random.Next(Issuers.Length)], code[0], code[1], null, subject) { KindName = "Công văn", SignerName = "Đỗ Văn Mẫu" };
            var document = Document.Arrive(work.Stamp, world.Records.Id, Source.Upload, letter, null);
            var (direction, year) = ((Direction)random.Next(1, 3), random.Next(3) == 0 ? (int?)null : random.Next(2025, 2027));
            var row = work.Db.Add(document);
            (row.Property(d => d.Direction).CurrentValue, row.Property(d => d.Year).CurrentValue) = (direction, year);
            await change.Flush();
            var isOfDepartment = random.Next(3) == 0;
            await change.Join(document, ParticipationRole.Registered, isOfDepartment ? [world.Records.Id, world.Department.Id] : [world.Records.Id]);
            papers.Add(new(document.Id, direction, year, [letter.IssuerName, document.Code, subject, letter.KindName, letter.SignerName], isOfDepartment));
        }
        await change.Commit();
        return papers;
    });
}
