using App.Documents;
using App.Documents.Outgoing;
using App.Signing;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Outgoing;

public class NumberTests
{
    [Theory, OnEachDatabase]
    public async Task Sixteen_issues_at_once_get_numbers_without_gaps_and_refused_ones_draw_none(string database)
    {
        var chancery = await Chancery.On(database);
        var signed = new List<ReadDraft.View>();
        for (var i = 0; i < 16; i++) signed.Add(await chancery.SignedQuickly($"văn bản {i}"));
        var unsigned = await chancery.Approves(await chancery.Submits(await chancery.DraftsQuickly()));

        var refused = Enumerable.Range(0, 4).Select(_ => chancery.Does(chancery.World.Clerk, unsigned.Id, "issue")).ToList();
        var twice = signed.Concat(signed.Take(4)).Select(d => chancery.Does(chancery.World.Clerk, d.Id, "issue")).ToList();
        await Task.WhenAll(refused.Concat(twice));

        var codes = new List<string>();
        foreach (var draft in signed) codes.Add((await chancery.World.Clerk.Sees<ReadDraft.View>($"/api/v1/drafts/{draft.Id}")).Code);
        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"{n:00}/BTN-VMT"), codes.Order());
        Assert.All(await Task.WhenAll(signed.Select(d => chancery.Journal(d.Id))), steps => Assert.Single(steps, s => s.Deed == "document-issued"));
        foreach (var draft in signed.Take(3))
            Assert.Contains($"{(await chancery.World.Clerk.Sees<ReadDraft.View>($"/api/v1/drafts/{draft.Id}")).Code[..2]}", await Judges.Text(await chancery.Pdf(draft.Id)), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task An_issue_that_breaks_after_the_number_goes_on_with_the_same_number(string database)
    {
        var chancery = await Chancery.On(database);
        var (broken, next) = (await chancery.SignedQuickly("hỏng giữa chừng"), await chancery.SignedQuickly("văn bản sau"));
        await chancery.BreaksOff(broken.Id);

        var numbered = await chancery.World.Clerk.Sees<ReadDraft.View>($"/api/v1/drafts/{broken.Id}");
        Assert.Equal((DocumentState.Numbered, "01/BTN-VMT"), (numbered.State, numbered.Code));
        Assert.Equal([(chancery.World.Records.Id, DeskTask.Issue)], await chancery.Open(broken.Id));
        await (await chancery.Does(chancery.World.Clerk, broken.Id, "format-return", new { Reason = "Muộn" })).IsRefused("not-signed");
        Assert.Equal("02/BTN-VMT", (await chancery.Issues(next)).Code);

        var issued = await chancery.Issues(numbered);

        Assert.Equal((DocumentState.Issued, "01/BTN-VMT"), (issued.State, issued.Code));
        Assert.Matches(@"Số:\s+01\s*/BTN-VMT", await Judges.Text(await chancery.Pdf(broken.Id)));
    }

    [Theory, OnEachDatabase]
    public async Task A_system_that_starts_again_finishes_what_was_numbered(string database)
    {
        var chancery = await Chancery.On(database);
        var broken = await chancery.SignedQuickly("khởi động lại");
        await chancery.BreaksOff(broken.Id);

        await using var restarted = chancery.World.Host.Restarted(after: TimeSpan.FromMinutes(1));
        restarted.CreateClient().Dispose(); // Starts it, and with it the outbox.
        await Soon.Is(async () => await State() != DocumentState.Numbered, "the issuing to go on");

        Assert.Equal(DocumentState.Issued, await State());
        var steps = (await chancery.Journal(broken.Id)).SkipWhile(s => s.Deed != "number-drawn").ToList();
        Assert.Equal(["number-drawn", "document-issued"], steps.Take(2).Select(s => s.Deed)); // What follows is its way to the receivers.
        Assert.Equal("Hệ thống", steps[1].ActorName);

        async Task<DocumentState> State() => (await chancery.World.Clerk.Sees<ReadDraft.View>($"/api/v1/drafts/{broken.Id}")).State;
    }

    [Theory, OnEachDatabase]
    public async Task An_issued_answer_closes_what_it_answers_and_its_file_is_named_for_its_number(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var incoming = (await world.Clerk.Registers()).Id;
        var draft = await chancery.Drafts(author: world.Clerk, answers: incoming);
        var issued = await chancery.Issues(await chancery.Signs(await Chancery.Done<ReadDraft.View>(chancery.Does(world.Clerk, draft.Id, "submission"))));

        Assert.Equal(["01-BTN-VT.pdf"], issued.Files.Select(f => f.Name));
        await Soon.Is(async () => await State() == DocumentState.Done, "the request to be closed");

        Task<DocumentState> State() => world.Host.InWork(world.System, async work => (await work.Document(incoming)).State);
    }
}

static class Breaking
{
    /// <summary>The number is drawn and then the organ's key cannot be used, as after a failure in between.</summary>
    public static async Task BreaksOff(this Chancery chancery, Guid id)
    {
        var keys = Path.Combine(chancery.Service<Settings>().Data, "keys");
        var organ = await chancery.World.Host.InWork(chancery.World.System, work => work.SignerOf(chancery.World.Institution.Id));
        var file = Path.Combine(keys, $"{organ.Id}.p12");
        var good = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, [1, 2, 3]);
        try
        {
            await (await chancery.Does(chancery.World.Clerk, id, "issue")).IsRefused("key-missing-here", 503);
        }
        finally
        {
            await File.WriteAllBytesAsync(file, good);
        }
    }
}
