using App.Directing.Phrasing;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Giving;

/// <summary>Lets a leader give the same directive on several documents from their desk: each gets its own, held and taken back by itself.</summary>
public static class GiveSeveral
{
    const string At = "/documents/directives";

    public sealed record Input
    {
        public List<Guid>? Documents { get; init; }
        public string? Words { get; init; }
        public IReadOnlyList<WorkRow> Rows { get; init => field = value ?? []; } = []; // A form without rows gives none at all.

        /// <summary>Whether a program wants the seconds in which they may be taken back; on a page they are always given.</summary>
        public bool MayTakeBack { get; init; }

        /// <summary>Set by the button that only opens the form.</summary>
        public string? Compose { get; init; }

        /// <summary>Set by the button that only asks for one more row.</summary>
        public string? AddRow { get; init; }

        /// <summary>Set by the buttons that only propose rows, put a phrase behind the words, or keep the words as a phrase.</summary>
        public string? Propose { get; init; }
        public string? InsertPhrase { get; init; }
        public string? SavePhrase { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost(At, ([FromForm] Input? input, Work work, DirectiveHold hold, AddressBooks books) => Submit(work, books, input ?? new(), hold.For)).Needs(Right.Direct);
        routes.Api.MapPost(At, (Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work, DirectiveHold hold) => Run(work, input, input.MayTakeBack ? hold.For : default, key)).Needs(Right.Direct);
    }

    static async Task<IResult> Submit(Work work, AddressBooks books, Input input, TimeSpan hold)
    {
        if (input.Compose is not null) return await View(work, input);
        if (input.AddRow is not null) return await View(work, input with { Rows = [.. input.Rows, new WorkRow()] });
        if (input.Propose is not null) return await Propose(work, books, input);
        if (input.InsertPhrase is { } phrase) return await View(work, input with { Words = KeepWords.Behind(input.Words, phrase) });
        if (input.SavePhrase is not null) return await View(work, input, aside: new(PhraseNote: await KeepWords.Run(work, input.Words)));
        try
        {
            return Page.Show<SeveralPage>(new { Rows = await Run(work, input, hold) });
        }
        catch (Refusal refusal)
        {
            return await View(work, input, refusal);
        }
    }

    static async Task<IResult> Propose(Work work, AddressBooks books, Input input)
    {
        var proposal = await ProposeWork.RunForSeveral(work, books, input.Words);
        return await View(work, proposal.Rows.Count == 0 ? input : input with { Rows = [.. proposal.Rows.Select(r => r.Row)] }, aside: new(proposal));
    }

    public static async Task<IReadOnlyList<Several.Row>> Run(Work work, Input input, TimeSpan hold, string? key = null)
    {
        work.Actor.Require(Right.Direct);
        if (input.Documents?.Distinct().Count() > VisibleHolds.ShownMax) throw new Refusal("too-many-at-once", $"Mỗi lần bút phê chung tối đa {VisibleHolds.ShownMax} văn bản, để còn hoàn tác được từng chỉ đạo.", 422);
        var problems = new Problems(); // What is wrong with the form is wrong for all of them, and said before anything is given.
        var words = problems.Need("Words", input.Words, Directive.WordsLengthMax, $"Ghi ý kiến chỉ đạo.");
        var orders = await WorkRow.Read(work, problems, input.Rows, words);
        problems.Check(orders.Count > 0, "Rows", $"Giao việc cho ít nhất một đơn vị hoặc người.");
        problems.ThrowIfAny();
        var form = new GiveDirective.Input { Words = input.Words, Rows = input.Rows };
        return await Several.Run(work, new(Right.Direct, Doing.Name, (one, id) => Give(one, id, form, hold)), input.Documents, key, input);
    }

    /// <summary>Only what waits on the leader's desk: what was sent a moment ago is not sent again.</summary>
    static async Task Give(Work work, Guid id, GiveDirective.Input form, TimeSpan hold)
    {
        var mandate = await work.Mandate();
        var holders = await work.OpenWork(await work.Document(id)).Where(w => w.Task == DeskTask.Direct).Select(w => w.HolderId).ToListAsync(work.Cancelled);
        if (!holders.Exists(mandate.Covers)) throw new Refusal("not-on-your-desk", $"Văn bản này không còn chờ bạn chỉ đạo: có thể vừa gửi rồi.");
        await GiveDirective.Run(work, id, form, hold);
    }

    static async Task<IResult> View(Work work, Input input, Refusal? refusal = null, Composing.Aside? aside = null)
    {
        work.Actor.Require(Right.Direct);
        var ids = (input.Documents ?? []).Distinct().Take(Several.Most).ToList();
        var documents = await work.Documents(d => ids.Contains(d.Id)).ToListAsync(work.Cancelled);
        if (documents.Count == 0) throw Several.NothingMarked;
        return Page.Show<GiveSeveralPage>(new { Documents = documents, Input = input with { Rows = GiveDirective.Filled(input.Rows) }, Said = await Composing.OfSeveral(work), Aside = aside, Refusal = refusal }, refusal);
    }
}
