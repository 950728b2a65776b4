using System.Net;
using App.Directing;
using App.Directing.Phrasing;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class PhraseTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, OnEachDatabase]
    public async Task A_person_keeps_phrases_of_their_own_which_nobody_else_finds(string database)
    {
        var world = await World.On(database);
        var (first, key) = (await Keeps(world.Leader, "  Giao …  chủ trì,\n báo cáo\u0301 "), $"{Guid.CreateVersion7(Host.Noon)}");
        Assert.Equal("Giao … chủ trì, báo cáó".Normalize(), first.Words);
        var second = await (await world.Leader.Posts("/api/v1/phrases", new { Words = "Kính chuyển đồng chí." }, key)).Read<ReadPhrases.Row>();
        Assert.Equal(second, await (await world.Leader.Posts("/api/v1/phrases", new { Words = "Kính chuyển đồng chí." }, key)).Read<ReadPhrases.Row>());

        await (await Tries(world.Leader, "KINH CHUYEN DONG CHI")).IsRefused("invalid", 422);
        await (await Tries(world.Leader, "…!")).IsRefused("invalid", 422);
        await (await Tries(world.Leader, new string('a', Phrase.WordsLengthMax + 1))).IsRefused("invalid", 422);
        await (await Tries(world.Administrator, "Đã xem.")).IsRefused("not-permitted", 403);
        foreach (var other in new[] { world.Deputy, world.Head })
        {
            await (await other.Posts($"/api/v1/phrases/{first.Id}", new { Words = "Của tôi" })).IsRefused("not-found", 404);
            await (await other.Deletes($"/api/v1/phrases/{first.Id}")).IsRefused("not-found", 404);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Opens($"/phrases?edit={first.Id}")).StatusCode);
            Assert.Empty((await All(other)).Own);
        }
        await (await world.Administrator.Deletes($"/api/v1/phrases/library/{first.Id}")).IsRefused("not-found", 404);

        Assert.Equal((second.Id, 1), await Placed(world.Leader.Posts($"/api/v1/phrases/{second.Id}/place", new { Place = "0" })));
        Assert.Equal("Kính chuyển.", (await (await world.Leader.Posts($"/api/v1/phrases/{second.Id}", new { Words = "Kính chuyển." })).Read<ReadPhrases.Row>()).Words);
        Assert.Equal(HttpStatusCode.NoContent, (await world.Leader.Deletes($"/api/v1/phrases/{first.Id}")).StatusCode);
        Assert.Equal([(second.Id, "Kính chuyển.", 1)], (await All(world.Leader)).Own.Select(o => (o.Id, o.Words, o.Place)));

        for (var i = 1; i < Phrase.Most; i++) await Keeps(world.Leader, $"Mẫu thứ {i}");
        await (await Tries(world.Leader, "Mẫu quá nhiều")).IsRefused("phrases-full");
    }

    [Theory, OnEachDatabase]
    public async Task The_administrator_keeps_the_library_that_everybody_directs_with_and_each_step_is_journalled(string database)
    {
        var world = await World.On(database);
        var elsewhere = await World.On(database);
        await (await world.Administrator.Opens("/phrases/library")).Has("Chưa có mẫu câu nào.", StartingSet.All[0]);
        Assert.Empty((await All(world.Leader)).Library);

        Assert.Equal("/phrases/library", $"{(await world.Administrator.Submits("/phrases/library/starting-set")).Headers.Location}");
        Assert.Equal("/phrases/library", $"{(await world.Administrator.Submits("/phrases/library", ("Words", "Giao Vụ Môi trường tham mưu."))).Headers.Location}");
        var twice = await world.Administrator.Submits("/phrases/library", ("Words", "giao vụ môi trường tham mưu"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        await twice.Has("Mẫu câu này đã có.", "giao vụ môi trường tham mưu");
        var rows = await world.Administrator.Sees<List<ReadPhrases.Row>>("/api/v1/phrases/library");
        var (own, last) = (rows[^1].Id, rows[^2].Id);
        await world.Administrator.Submits($"/phrases/library/{own}/place", ("Place", "1"));
        await world.Administrator.Submits($"/phrases/library/{own}", ("Words", "Giao Vụ Môi trường chủ trì."));
        await world.Administrator.Submits($"/phrases/library/{last}/removal");

        Assert.Equal(["Giao Vụ Môi trường chủ trì.", .. StartingSet.All.SkipLast(1)], (await All(world.Head)).Library.Select(p => p.Words));
        Assert.Empty((await All(elsewhere.Leader)).Library);
        await (await Tries(world.Leader, StartingSet.All[0])).IsRefused("invalid", 422);
        await (await world.Leader.Posts("/api/v1/phrases/library", new { Words = "Của lãnh đạo" })).IsRefused("not-permitted", 403);
        await (await elsewhere.Administrator.Deletes($"/api/v1/phrases/library/{own}")).IsRefused("not-found", 404);
        Assert.Equal(["phrase-kept", "phrase-moved", "phrase-reworded"], await Deeds(world, own));
        Assert.Equal(["phrase-kept", "phrase-removed"], await Deeds(world, last));
    }

    [Theory, OnEachDatabase]
    public async Task What_somebody_directed_three_times_in_any_spelling_is_proposed_to_them_alone(string database)
    {
        var world = await World.On(database);
        string[] said = ["Khẩn trương tham mưu. Gửi UBND TP. Huế góp ý.", "KHẨN TRƯƠNG THAM MƯU. Đã xem.", "Giao Vụ Môi trường.\nKhẩn trương  tham mưu!", "Gửi UBND TP. Huế góp ý. Gửi UBND TP. Huế góp ý."];
        foreach (var words in said)
        {
            var document = (await world.Clerk.Registers()).Id;
            await (await world.Leader.Posts($"/api/v1/documents/{document}/directives", new { Words = words, Rows = new[] { new Part(world.Department.Id) } })).Read<CaseView>();
        }

        var often = Assert.Single((await All(world.Leader)).Often); // All were given at one moment: none of the spellings is the newest.
        Assert.Equal((Phrase.Folded("Khẩn trương tham mưu!"), 3), (Phrase.Folded(often.Words), often.Times));
        Assert.Empty((await All(world.Deputy)).Often);
        await (await world.Leader.Opens("/phrases")).Has("Câu tôi hay viết", often.Words);
        await Keeps(world.Leader, "Khẩn trương tham mưu.");
        Assert.Empty((await All(world.Leader)).Often);
        Assert.Equal("Khẩn trương tham mưu.", (await All(world.Leader)).Near[0]);
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_script_a_phrase_is_put_behind_the_words_and_the_words_are_kept(string database)
    {
        var world = await World.On(database);
        var url = $"/documents/{(await world.Clerk.Registers()).Id}/directive";
        await Keeps(world.Leader, "Giao {đơn vị} chủ trì.");

        await (await world.Leader.Opens(url)).Has("name=\"InsertPhrase\" value=\"Giao {đơn vị} chủ trì.\"");
        var put = await world.Leader.Submits(url, ("Words", "Đồng ý. "), ("Rows[0].Task", "Góp ý"), ("InsertPhrase", "Giao {đơn vị} chủ trì."));
        await put.Has(">Đồng ý. Giao {đơn vị} chủ trì.</textarea>", "value=\"Góp ý\"");
        await (await world.Leader.Submits(url, ("Words", "Tham mưu ngay."), ("SavePhrase", "1"))).Has(">Tham mưu ngay.</textarea>", "Đã lưu thành mẫu câu của tôi.");
        await (await world.Leader.Submits("/phrases/from-words", ("Words", "Tham mưu ngay."))).Has("Mẫu câu này đã có.");
        Assert.Equal(["Giao {đơn vị} chủ trì.", "Tham mưu ngay."], (await All(world.Leader)).Own.Select(p => p.Words));

        var open = await world.Leader.Submits(url, ("Words", "Giao {đơn vị} chủ trì."), ("Rows[0].To", $"{world.Department.Id}"), ("Rows[0].Role", "Lead"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.StatusCode);
        await open.Has("Còn chỗ trống chưa điền: {đơn vị}.");
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_reads_documents_gives_reasons_with_phrases_too(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed();
        await Keeps(world.Clerk, "Không thuộc thẩm quyền.");
        await world.Head.Does("report", lead, new { Report = "Đã xong." });

        await (await world.Clerk.Opens("/phrases/bar")).Has("value=\"Không thuộc thẩm quyền.\"");
        await (await world.Leader.Opens("/phrases/bar")).Lacks("Không thuộc thẩm quyền.");
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Administrator.Opens("/phrases/bar")).StatusCode);
        foreach (var (official, url) in new[] { (world.Clerk, $"/documents/{document}/return"), (world.Leader, $"/assignments/{lead}?deed=sending-back") })
            await (await official.Opens(url)).Has("data-into=\"Reason\" data-bar=\"/phrases/bar\"");
    }

    static Task<HttpResponseMessage> Tries(Official official, string words) => official.Posts("/api/v1/phrases", new { Words = words });

    static async Task<ReadPhrases.Row> Keeps(Official official, string words) => await (await Tries(official, words)).Read<ReadPhrases.Row>();

    static Task<ReadPhrases.View> All(Official official) => official.Sees<ReadPhrases.View>("/api/v1/phrases");

    static async Task<(Guid, int)> Placed(Task<HttpResponseMessage> answer) => await (await answer).Read<ReadPhrases.Row>() is var row ? (row.Id, row.Place) : default;

    static Task<List<string>> Deeds(World world, Guid phrase) => world.Host.InWork(world.System, work =>
        work.Db.Set<JournalEntry>().Where(e => e.SubjectId == phrase).OrderBy(e => e.Sequence).Select(e => e.Deed).ToListAsync(Cancelled));
}
