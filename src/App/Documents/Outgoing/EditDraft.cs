using App.Documents.Incoming;
using App.Web;

namespace App.Documents.Outgoing;

/// <summary>The page of a draft: to write it while it is the author's, afterwards to read it and do the step that is due.</summary>
public static class EditDraft
{
    /// <summary>What the page offers to choose from.</summary>
    public sealed record Choices(IReadOnlyList<Signatories.Leader> Signers, IReadOnlyList<DocumentKind> Kinds);

    /// <summary>What this reader may do with the draft now.</summary>
    public sealed record Deeds(bool Edit, bool Review, bool Sign, bool Issue, bool SendBackForFormat);

    public static void Map(Routes routes) =>
        routes.Pages.MapGet("/drafts/{id:guid}", (Guid id, Work work) => View(work, id, null)).Needs(Right.Read);

    /// <summary>A new draft; or what was typed, with what is wrong about it.</summary>
    public static async Task<IResult> View(Work work, StartDraft.Input input, Refusal? refusal = null)
    {
        work.Actor.Require(Right.Draft);
        var answered = input.Answers.Value is { } id ? await work.Documents(d => d.Id == id).SingleOrDefaultAsync(work.Cancelled) : null;
        return Page.Show<NewDraftPage>(new { Input = input, Answered = answered, Choices = await Offer(work), Refusal = refusal }, refusal);
    }

    /// <summary>A new answer with everything filled in that the incoming document tells.</summary>
    public static async Task<IResult> ViewReply(Work work, Guid id)
    {
        work.Actor.Require(Right.Draft);
        var incoming = await work.Document(id);
        var isNote = incoming.Direction == Direction.Note; // It asks for something to be written, not for an answer to whoever wrote it.
        var signers = await Signatories.Signers(work);
        return await View(work, new StartDraft.Input
        {
            Answers = Entered.Of(id), Kind = Entered.Of(DocumentKind.OfficialLetter), Subject = isNote ? "" : $"trả lời văn bản số {incoming.Code} của {incoming.IssuerName}",
            Receivers = isNote ? [] : [new() { Code = incoming.IssuerCode, Name = incoming.IssuerName }],
            Signer = signers.Count > 0 ? Entered.Of(signers[0].Id) : default, Urgency = Entered.Of((short)incoming.Urgency),
            Deadline = incoming.Deadline is { } due ? Entered.Of(due) : default,
        });
    }

    public static async Task<IResult> View(Work work, Guid id, DraftForm? typed, Refusal? refusal = null)
    {
        if (refusal is { Status: 403 or 404 }) throw refusal; // There is nothing to show again.
        work.Actor.Require(Right.Read);
        var document = await work.Document(id);
        var draft = await work.Draft(document);
        var mine = document.HolderId == work.Actor.HolderId;
        var deeds = new Deeds(
            mine && document.State == DocumentState.Draft && work.Actor.May(Right.Draft),
            mine && document.State is DocumentState.InReview or DocumentState.ForSignature && work.Actor.May(Right.ReviewDraft),
            mine && document.State == DocumentState.ForSignature && work.Actor.May(Right.Sign),
            document.State is DocumentState.Signed or DocumentState.Numbered && work.Actor.May(Right.Issue),
            document.State == DocumentState.Signed && work.Actor.May(Right.Issue));
        return Page.Show<DraftPage>(new
        {
            Draft = await ReadDraft.Run(work, id), Form = deeds.Edit ? typed ?? await FormOf(work, document, draft) : null, Deeds = deeds,
            Choices = await Offer(work), Refusal = refusal,
        }, refusal);
    }

    /// <summary>The draft as it would have been typed.</summary>
    public static async Task<DraftForm> FormOf(Work work, Document document, Draft draft)
    {
        var receivers = await work.Receivers(document).ToListAsync(work.Cancelled);
        return new()
        {
            Kind = Entered.Of(document.Kind), Subject = document.Subject, Grounds = draft.Grounds, Body = draft.IsUploaded ? "" : draft.Body, Signer = Entered.Of(draft.SignerId),
            Capacity = draft.Capacity, Urgency = Entered.Of((short)document.Urgency), Deadline = document.Deadline is { } due ? Entered.Of(due) : default,
            Receivers = Of(receivers, isCopy: false), Copies = Of(receivers, isCopy: true), Version = Entered.Of(draft.Version),
        };
    }

    static List<DraftForm.Receiver> Of(List<DocumentReceiver> receivers, bool isCopy) =>
        [.. receivers.Where(r => r.IsCopy == isCopy).Select(r => new DraftForm.Receiver { Code = r.Code, Name = r.Name })];

    static async Task<Choices> Offer(Work work) => new(await Signatories.Signers(work), [.. DocumentKind.All.OrderByDescending(k => k.Code == DocumentKind.OfficialLetter)]);
}
