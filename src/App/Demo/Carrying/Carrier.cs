using App.Documents;
using App.Exchange;
using App.Exchange.Receiving;
using App.Exchange.Sending;
using App.Organisation;
using App.Storage;
using App.Workers;
using EdXml;

namespace App.Demo.Carrying;

/// <summary>What the workers do in the present, done in the past after each deed: events are told, post is carried to the axis and out of its mailboxes.</summary>
/// <param name="mail">The hub of this process; null where the hub is elsewhere and knows nothing of this past.</param>
/// <param name="axis">As the node's own system, over that hub.</param>
/// <param name="newsFrom">What is of interest only while it is new is told from here on.</param>
/// <param name="arrived">Hears of each document that was parked: the institution, and the document's id.</param>
sealed class Carrier(Stage stage, IReadOnlyList<Institution> institutions, InnerAxis? mail, AxisClient? axis, OutsideOffice? outside, Intake intake, DateTime newsFrom, Action<Institution, Document> arrived)
{
    static readonly AxisKind[] Kinds = [AxisKind.Edoc, AxisKind.Status];
    readonly Subscribers subscribers = stage.Service<Subscribers>();
    readonly HashSet<Guid> senders = []; // Who may have something to send.

    /// <summary>Everything that is due by now, in the order in which it became due.</summary>
    public async Task Deliver()
    {
        await Tell(stage.Clock.Now.UtcDateTime);
        await Carry();
    }

    /// <summary>Also what would be told a little later: nothing is left for the workers.</summary>
    public async Task Finish()
    {
        while (await Tell(DateTime.MaxValue)) await Carry();
    }

    /// <summary>Takes out of the mailboxes what somebody has just sent, with what follows from it.</summary>
    public async Task Fetch()
    {
        foreach (var kind in Kinds) await Receive(kind);
        await Carry();
    }

    async Task<bool> Tell(DateTime until)
    {
        var due = await stage.AsSystem(Guid.Empty, work => work.Due(until));
        var told = due.Where(e => e.DueAt >= newsFrom || !subscribers.IsNews(e.Kind)).ToList();
        foreach (var happened in told)
            foreach (var (_, hear) in subscribers.Of(happened.Kind)) await stage.AsSystem(happened.InstitutionId, work => hear(work, stage.Services, happened.Body));
        if (due.Count > 0) await stage.AsSystem(Guid.Empty, work => work.Forget([.. due.Select(e => e.Id)]));
        senders.UnionWith(told.Select(e => e.InstitutionId));
        return due.Count > 0;
    }

    /// <summary>Until nobody has anything to send.</summary>
    async Task Carry()
    {
        while (axis is not null && senders.Count > 0)
        {
            await Send();
            foreach (var kind in Kinds) await Receive(kind);
            await outside!.Receive();
        }
    }

    async Task Send()
    {
        var turn = institutions.Where(i => senders.Contains(i.Id)).ToList();
        senders.Clear();
        foreach (var sender in turn)
        {
            await stage.AsSystem(sender.Id, async work =>
            {
                await SendParcels.Run(work, axis!, stage.Service<Blobs>());
                work.Db.ChangeTracker.Clear();
                await SendStatuses.Run(work, axis!);
            });
        }
    }

    async Task Receive(AxisKind kind)
    {
        foreach (var item in mail!.HasMail(ofOutside: false, kind) ? await axis!.Received(kind, stage.Cancelled) : [])
        {
            var institution = institutions.First(i => OrganId.Same(i.Code, item.To));
            var parked = await stage.AsSystem(institution.Id, async work =>
            {
                await TakeMessage.Run(work, axis!, intake, new(item.DocId, InnerAxis.Word(kind), item.From, item.To));
                return kind != AxisKind.Edoc ? null : await work.Document((await work.Receptions().SingleAsync(r => r.HubId == item.DocId, work.Cancelled)).DocumentId!.Value);
            });
            if (parked is null) continue;
            senders.Add(institution.Id); // It owes the first status.
            arrived(institution, parked);
        }
    }
}
