using System.Net;
using App.Directing;
using App.Directing.Following;
using App.Directing.Giving;
using App.Documents;
using App.Exchange;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>A leader gives work out without any document: what is written on blank paper becomes a note of direction.</summary>
public class BlankPaperTests
{
    const int Seconds = 10;
    const string Words = "Giao Vụ Môi trường báo cáo tình hình xử lý rác thải tại TP. Huế. Vụ Pháp chế phối hợp.";

    [Theory, OnEachDatabase]
    public async Task It_becomes_a_note_with_its_assignments_that_stands_in_no_book(string database)
    {
        var world = await World.On(database);

        var given = await world.Leader.Writes(Words, new Part(world.Department.Id, Due: "2026-12-01"), new Part(world.OtherDepartment.Id, "cooperate"));

        var note = given.DocumentId;
        Assert.Equal((Words, 2), (Assert.Single(given.Directives).Words, given.Assignments.Count));
        var seen = await world.Head.Document(note);
        Assert.Equal((Direction.Note, DocumentState.Directed, (int?)null, "", "Giao Vụ Môi trường báo cáo tình hình xử lý rác thải tại TP. Huế", "Vụ Môi trường", new DateOnly(2026, 12, 1)),
            (seen.Direction, seen.State, seen.Number, seen.Code, seen.Subject, seen.Holder, seen.Deadline));
        Assert.Equal([DeskTask.Handle], (await world.Desk(note, world.Department.Id)).Select(d => d.Task));
        Assert.Equal([DeskTask.Cooperate], (await world.Desk(note, world.OtherDepartment.Id)).Select(d => d.Task));
        Assert.Equal(["note-written", "directive-given", "assignment-given", "assignment-given", "document-directed"], await world.Journal(note));
        Assert.Equal(note, Assert.Single((await world.Leader.Sees<ListDirectives.Rows>("/api/v1/directives")).Items).DocumentId);
        Assert.Equal("Phiếu giao việc", Assert.Single((await world.Head.Sees<Listed<DocumentRow>>("/api/v1/documents?direction=3")).Items).KindName);
        Assert.Equal(note, Assert.Single((await world.Head.Sees<Listed<DocumentRow>>("/api/v1/search?q=rac+thai")).Items).Id);
        await (await world.Head.Opens("/desk")).Has("Phạm Lãnh Đạo", "Phiếu giao việc");
        await (await world.Head.Opens($"/documents/{note}")).Has("Phiếu giao việc", "Viết lúc", "Soạn văn bản");
        await (await world.Head.Opens($"/documents/{note}?tab=way")).Has("viết phiếu giao việc");
        Assert.Empty((await world.Clerk.Sees<Listed<DocumentRow>>("/api/v1/documents/incoming")).Items);
        Assert.Equal(0, await world.Leader.Sees<int>("/api/v1/figures/registered/2026-11-24"));
        Assert.False(await world.Host.InWork(world.System, work => work.Db.Set<StatusLetter>().AnyAsync(l => l.DocumentId == note)));
        await (await world.Clerk.Asks($"/api/v1/documents/{note}")).IsRefused("not-found", 404);
        await IsWhole(world);
    }

    [Theory, OnEachDatabase]
    public async Task It_is_worked_on_and_accepted_like_any_document(string database)
    {
        var world = await World.On(database);
        var given = await world.Leader.Writes(Words, new Part(world.Department.Id));
        var (note, lead) = (given.DocumentId, given.Assignments[0].Id);

        await world.Head.Assigns(lead, new Part(world.Specialist.Id));
        await (await world.Head.Opens($"/documents/{note}/reply/new")).Lacks("trả lời văn bản số");
        await world.Head.Does("report", lead, new { Report = "Đã báo cáo." });
        await world.Leader.Does("acceptance", lead);

        Assert.Equal(DocumentState.Done, (await world.Leader.Document(note)).State);
        Assert.Equal(note, Assert.Single((await world.Leader.Sees<ListDirectives.Rows>("/api/v1/directives?show=done")).Items).DocumentId);
        await IsWhole(world);
    }

    [Theory, OnEachDatabase]
    public async Task With_its_lead_cancelled_it_waits_for_its_author_who_directs_it_anew(string database)
    {
        var world = await World.On(database);
        var given = await world.Leader.Writes(Words, new Part(world.Department.Id));
        await world.Leader.Does("cancellation", given.Assignments[0].Id, new { Reason = "Giao nhầm nơi" });
        Assert.Equal([DeskTask.Direct], (await world.Desk(given.DocumentId, world.Leader.Id)).Select(d => d.Task));

        await (await world.Leader.Opens($"/documents/{given.DocumentId}/directive")).Has("Phiếu giao việc");
        await world.Leader.Directs(given.DocumentId, new Part(world.OtherDepartment.Id));

        Assert.Equal("Vụ Pháp chế", (await world.OtherHead.Document(given.DocumentId)).Holder);
    }

    [Theory, OnEachDatabase]
    public async Task Sent_twice_under_one_key_it_is_one_note(string database)
    {
        var world = await World.On(database);
        var form = new { Words, Rows = new[] { new Part(world.Department.Id) } };

        var first = await (await world.Leader.Posts("/api/v1/directives", form, "once")).Read<CaseView>();
        var again = await (await world.Leader.Posts("/api/v1/directives", form, "once")).Read<CaseView>();

        Assert.Equal((first.DocumentId, first.Directives[0].Id), (again.DocumentId, again.Directives[0].Id));
        Assert.Single((await world.Leader.Sees<ListDirectives.Rows>("/api/v1/directives")).Items);
    }

    [Theory, OnEachDatabase]
    public async Task While_it_is_held_there_is_no_note_and_taken_back_the_sheet_is_the_authors_alone(string database)
    {
        var world = await OnHold(database);
        var form = new[] { ("Words", Words), ("Subject", "Rác thải"), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead") };
        Assert.Equal("/directives", $"{(await world.Leader.Submits("/directives/new", form)).Headers.Location}");
        await (await world.Leader.Submits("/directives/new", form)).Has("vừa được gửi rồi"); // Pressed twice.
        var held = await Held(world);
        await (await world.Leader.Opens("/directives")).Has("Đã gửi Vụ Môi trường", $"action=\"/directives/{held.Id}/taking-back\"");
        await Nobody(world, held.DocumentId);
        await (await world.Deputy.Opens($"/directives/new?sheet={held.DocumentId}")).Lacks("Rác thải");

        var back = await world.Leader.Submits($"/directives/{held.Id}/taking-back");

        Assert.Equal($"/directives/new?sheet={held.DocumentId}", $"{back.Headers.Location}");
        await (await world.Leader.Opens($"{back.Headers.Location}")).Has(Words, "value=\"Rác thải\"", "value=\"Vụ Môi trường\"", "chưa ai nhận được gì");
        Assert.Equal(["sheet-laid", "directive-taken-back"], await world.Journal(held.DocumentId));
        await Ends(world, held.Id);
        await Nobody(world, held.DocumentId);
        await (await world.Leader.Opens("/directives/new")).Lacks("Rác thải"); // A new sheet is a new one.

        await world.Leader.Submits("/directives/new", [.. form, ("Sheet", $"{held.DocumentId}")]);
        await Ends(world, (await Held(world)).Id);
        Assert.Equal("Rác thải", (await world.Head.Document(held.DocumentId)).Subject);
        await (await world.Leader.Posts($"/api/v1/directives/{(await world.Leader.Case(held.DocumentId)).Directives[0].Id}/taking-back", new { })).IsRefused("too-late");
        await IsWhole(world);
    }

    [Theory, OnEachDatabase]
    public async Task A_program_that_may_take_it_back_gets_it_under_held_and_the_assignments_later(string database)
    {
        var world = await OnHold(database);

        var sent = await (await world.Leader.Posts("/api/v1/directives", new { Words, Rows = new[] { new Part(world.Department.Id) }, MayTakeBack = true })).Read<CaseView>();

        var held = Assert.Single(sent.Held);
        Assert.True(held.IsOnBlank);
        Assert.Equal(held.Id, Assert.Single((await world.Leader.Case(sent.DocumentId)).Held).Id);
        await Ends(world, held.Id);
        Assert.Single((await world.Leader.Case(sent.DocumentId)).Assignments);
    }

    [Theory, OnEachDatabase]
    public async Task What_cannot_be_given_when_its_time_is_over_comes_back_as_a_sheet(string database)
    {
        var world = await OnHold(database);
        var sent = await (await world.Leader.Posts("/api/v1/directives", new { Words, Rows = new[] { new Part(world.Department.Id) }, MayTakeBack = true })).Read<CaseView>();
        await world.Host.InWork(world.System, async work =>
        {
            await work.Db.Database.ExecuteSqlAsync($"update positions set sees_below = {false} where person_id = {world.Leader.Id}"); // Commands nobody any more.
            return true;
        });

        await Ends(world, sent.Held[0].Id);

        Assert.Equal("Chỉ giao được cho người của đơn vị mình và đơn vị cấp dưới.", Assert.Single((await world.Leader.Case(sent.DocumentId)).Held).Problem);
        await (await world.Leader.Opens("/desk")).Has("chưa gửi được", $"href=\"/directives/new?sheet={sent.DocumentId}\"");
        await Nobody(world, sent.DocumentId);
    }

    [Theory, OnEachDatabase]
    public async Task A_sheet_with_nothing_on_it_is_refused_in_one_sentence(string database)
    {
        var world = await World.On(database);

        await (await world.Leader.Posts("/api/v1/directives", new { Words = " ", Ink = "[]", Rows = new[] { new Part(world.Department.Id) } })).IsRefused("blank-paper", 422);
        var page = await world.Leader.Submits("/directives/new", ("Words", ""), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        await page.Has("Tờ giấy còn trắng: mời ghi, nói hoặc viết bằng bút ý kiến chỉ đạo.", "value=\"Vụ Môi trường\"");
        Assert.Empty(await world.Host.InWork(world.System, work => work.Db.Set<Document>().Where(d => d.InstitutionId == world.Institution.Id).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Who_draws_or_speaks_need_not_write(string database)
    {
        var world = await World.On(database);
        var ink = new[] { new { File = (Guid?)null, Page = 1, Width = 595, Height = 842, Strokes = new[] { new { Tool = "pen", Colour = "blue", Width = 1.8, Points = new[] { 10.0, 10, 0.5, 0, 40, 60, 0.8, 16 } } } } };
        var drawn = await (await world.Leader.Posts("/api/v1/directives", new { Ink = ink, Rows = new[] { new Part(world.Department.Id) } })).Read<CaseView>();
        Assert.Equal("Ý kiến chỉ đạo viết tay ngày 24/11/2026", (await world.Head.Document(drawn.DocumentId)).Subject);
        await (await world.Head.Opens($"/documents/{drawn.DocumentId}")).Has($"class=\"viewer-picture\" src=\"/directives/{drawn.Directives[0].Id}/ink/1.svg\"");
        await (await world.Leader.Opens("/directives")).Has(">Ý kiến chỉ đạo viết tay ngày 24/11/2026</a>");

        var sound = await (await world.Leader.PostsFiles("/api/v1/recordings", [("Peaks", "")], [("recording", SmallSound.WebM(12_000))])).Read<RecordingView>();
        Assert.Equal(HttpStatusCode.OK, await world.Leader.Hears($"/recordings/{sound.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await world.Deputy.Hears($"/recordings/{sound.Id}"));
        await (await world.Leader.Opens("/directives/new")).Has($"/recordings/{sound.Id}"); // Not lost with the page.
        Assert.Single((await world.Leader.Sees<Listed<DocumentRow>>("/api/v1/documents")).Items);
        var spoken = await (await world.Leader.Posts("/api/v1/directives", new { RecordingId = sound.Id, Rows = new[] { new Part(world.Department.Id) } })).Read<CaseView>();
        Assert.Equal("Ý kiến chỉ đạo bằng lời nói ngày 24/11/2026", (await world.Head.Document(spoken.DocumentId)).Subject);
        Assert.Equal(HttpStatusCode.OK, await world.Head.Hears($"/directives/{spoken.Directives[0].Id}/recording"));
        await (await world.Leader.Opens("/directives/new")).Lacks($"/recordings/{sound.Id}");
        await IsWhole(world);
    }

    [Theory, OnEachDatabase]
    public async Task It_goes_no_further_than_its_author_commands(string database)
    {
        var world = await World.On(database);

        var own = await world.Head.Writes("Đồng chí Viên rà soát hồ sơ tồn.", new Part(world.Specialist.Id));
        Assert.Single((await world.Specialist.Case(own.DocumentId)).Assignments);
        Assert.Equal(own.DocumentId, (await world.Leader.Document(own.DocumentId)).Id); // Who stands above sees it, as of everything below.
        await (await world.OtherHead.Asks($"/api/v1/documents/{own.DocumentId}")).IsRefused("not-found", 404);
        await (await world.Head.TriesToWrite("Vụ Pháp chế thẩm định.", new Part(world.OtherDepartment.Id))).IsRefused("beyond-unit", 403);
        await (await world.Head.TriesToWrite("Xin ý kiến.", new Part(world.Leader.Id))).IsRefused("beyond-unit", 403);
        await (await world.Leader.Posts("/api/v1/directives", new { Words, PassTo = world.Deputy.Id })).IsRefused("nothing-to-pass");
        var proposed = await (await world.Head.Posts("/api/v1/directive-proposals", new { Words = "Vụ Pháp chế chủ trì rà soát." })).Read<ProposeWork.View>();
        Assert.Empty(proposed.Rows);
        Assert.Equal("Vụ Pháp chế", Assert.Single((await (await world.Leader.Posts("/api/v1/directive-proposals", new { Words = "Vụ Pháp chế chủ trì rà soát." })).Read<ProposeWork.View>()).Rows).Row.To);
        foreach (var may in new[] { world.Leader, world.Deputy, world.Head }) await (await may.Opens("/desk")).Has("href=\"/directives/new\"");
        foreach (var mayNot in new[] { world.Clerk, world.Specialist, world.Assistant }) await (await mayNot.Opens("/desk")).Lacks("/directives/new");
    }

    static Task<World> OnHold(string database) => World.On(Host.Of(database, holdSeconds: Seconds));

    static Task<bool> Ends(World world, Guid held) => world.Host.InWork(world.System, async work =>
    {
        await HoldDirective.Run(work, new(held));
        return true;
    }, TimeSpan.FromSeconds(Seconds + 1));

    static Task<HeldDirective> Held(World world) => world.Host.InWork(world.System, work => work.Db.Set<HeldDirective>().SingleAsync(h => h.InstitutionId == world.Institution.Id));

    /// <summary>No list, count, desk or single read knows the sheet, also not its author's.</summary>
    static async Task Nobody(World world, Guid sheet)
    {
        foreach (var official in new[] { world.Leader, world.Deputy, world.Head })
        {
            await (await official.Asks($"/api/v1/documents/{sheet}")).IsRefused("not-found", 404);
            Assert.Empty((await official.Sees<Listed<DocumentRow>>("/api/v1/documents")).Items);
            Assert.Empty(await world.Desk(sheet, official.Id));
        }
        await (await world.Deputy.Asks($"/api/v1/documents/{sheet}/assignments")).IsRefused("not-found", 404);
        Assert.Empty(await world.Desk(sheet, world.Department.Id));
    }

    /// <summary>No gap in the journal, and every note and sheet follows from it.</summary>
    static Task<bool> IsWhole(World world) => world.Host.InWork(world.System, async work =>
    {
        var entries = await work.Db.Set<JournalEntry>().Where(e => e.InstitutionId == world.Institution.Id).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => e.Sequence));
        foreach (var row in await work.Documents(d => true).ToListAsync()) Rebuilding.Compare(work, row, entries.FindAll(e => e.SubjectId == row.Id));
        return true;
    });
}
