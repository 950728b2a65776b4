using App.Documents;
using App.Documents.Outgoing;

namespace App.Demo.Stories;

/// <summary>How far a document comes that an institution writes.</summary>
enum PaperEnd { Draft, InReview, SentBack, Withdrawn, ForSignature, Signed, Issued }

/// <summary>One document's way from the author's desk to its issue, or as far as it is to come.</summary>
/// <param name="Issued">Hears of the issue before anything is sent.</param>
sealed record PaperStory(Agenda Agenda, Paper Paper, int Place, PaperEnd End, Action<Document>? Issued = null)
{
    Guid id;

    Office Office => Paper.Office;
    Post Head => Office.Head(Place);
    Pen Pen => Office.Stage.Service<Pen>();
    Papers Papers => Office.Stage.Service<Papers>();
    Post Signer => Office.Id(Office.Leader) == Paper.Form.Signer.Value ? Office.Leader : Office.Deputy;

    public void Begin(OfficeMoment at, Guid? answers = null) => Next(at, then => Write(then, answers));

    void Next(OfficeMoment at, Func<OfficeMoment, Task> deed) => Agenda.Plan(at, () => deed(at));

    async Task Write(OfficeMoment at, Guid? answers)
    {
        await Paper.Printed;
        var form = answers is { } asked ? Paper.Form with { Answers = Entered.Of(asked) } : Paper.Form;
        id = (await Office.As(Paper.Author, work => StartDraft.Run(work, Papers, form))).Id;
        if (End == PaperEnd.Withdrawn) Next(at.After(1, 15), Withdraw);
        else if (End != PaperEnd.Draft) Next(at.After(0, 20 + Place * 23 % 90), at => Submit(at, Paper.Revised is not null || End == PaperEnd.SentBack));
    }

    async Task Withdraw(OfficeMoment at) => await Office.As(Paper.Author, work => WithdrawDraft.Run(work, id, new() { Reason = "Nội dung đã có trong văn bản khác." }));

    async Task Submit(OfficeMoment at, bool isToReturn)
    {
        await Office.As(Paper.Author, work => SubmitDraft.Run(work, id, new() { Remark = "Kính trình xem xét." }));
        if (End != PaperEnd.InReview) Next(at.After(0, 30 + Place * 41 % 140), isToReturn ? SendBack : Approve);
    }

    async Task SendBack(OfficeMoment at)
    {
        await Office.As(Head, work => SendBackDraft.Run(work, id, new() { Reason = "Bổ sung thời hạn thực hiện và đơn vị đầu mối." }));
        if (End != PaperEnd.SentBack) Next(at.After(0, 70), Revise);
    }

    async Task Revise(OfficeMoment at)
    {
        await Office.As(Paper.Author, work => ReviseDraft.Run(work, Papers, id, Paper.Revised!));
        Next(at.After(0, 25), then => Submit(then, isToReturn: false));
    }

    async Task Approve(OfficeMoment at)
    {
        await Office.As(Head, work => ApproveDraft.Run(work, id, new()));
        if (End != PaperEnd.ForSignature) Next(at.After(Place % 2, 40 + Place * 17 % 160), Sign);
    }

    async Task Sign(OfficeMoment at)
    {
        await Office.As(Signer, async work => await SignDraft.Run(work, Pen, id, new() { Version = Entered.Of((await work.Draft(await work.Document(id))).Version) }));
        if (End != PaperEnd.Signed) Next(at.After(0, 25 + Place * 13 % 80), Issue);
    }

    async Task Issue(OfficeMoment at)
    {
        var document = await Office.As(Office.Clerk, work => IssueDocument.Run(work, Pen, id, new()));
        Issued?.Invoke(document);
    }
}
