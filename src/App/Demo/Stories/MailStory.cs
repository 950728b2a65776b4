using App.Documents;
using App.Documents.Incoming;
using App.Storage;

namespace App.Demo.Stories;

/// <summary>What becomes of a document that comes from outside the axis.</summary>
enum MailEnd { Handled, Noted, Waiting, Returned, Secret }

/// <summary>A document that comes by mail or on paper and is scanned; most are dealt with, some go back, and one that bears a mark of secrecy is refused.</summary>
sealed record MailStory(Agenda Agenda, Office Office, int Place, MailEnd End, Pace Pace)
{
    /// <summary>When the leader's assistant prepares what the leader is to write on it.</summary>
    public OfficeMoment? PreparedAt { get; init; }

    public void Begin(OfficeMoment at, Arrival arrival) => Agenda.Plan(at, async () =>
    {
        var id = await Office.Stage.AsSystem(Office.Institution.Id, async work =>
        {
            await using var change = await work.Begin();
            var document = await change.Park(Office.Institution, arrival);
            await change.Commit(document.Id);
            return document.Id;
        });
        var opened = at.After(0, 25 + Place * 37 % 180);
        switch (End)
        {
            case MailEnd.Handled: new CaseStory(Agenda, Office, Place, id, Pace) { PreparedAt = PreparedAt }.Begin(opened); break;
            case MailEnd.Noted: new NoticeStory(Agenda, Office, Place, id).Begin(opened); break;
            case MailEnd.Returned: Agenda.Plan(opened, () => Return(id)); break;
            case MailEnd.Secret: Agenda.Plan(opened, () => Refuse(id)); break;
        }
    });

    async Task Return(Guid id) => await Office.As(Office.Clerk, work =>
        ReturnArrived.Run(work, id, new() { Reason = "Văn bản gửi nhầm nơi nhận, đề nghị gửi đúng cơ quan có thẩm quyền." }));

    async Task Refuse(Guid id) => await Office.As(Office.Clerk, work => RefuseSecret.Run(work, Office.Stage.Service<Blobs>(), id));
}
