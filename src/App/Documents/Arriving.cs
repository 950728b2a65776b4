using App.Organisation;
using App.Storage;

namespace App.Documents;

/// <summary>What came in from outside, looked at but not yet judged by a clerk.</summary>
public sealed record Arrival(Source Source, Letter Letter, IReadOnlyList<AttachmentFile> Files)
{
    /// <summary>By when the sender wants an answer.</summary>
    public Promise? Asked { get; init; }
    public string? PacketId { get; init; }

    /// <summary>The documents of ours it answers, as far as they were found.</summary>
    public IReadOnlyList<Guid> Answers { get; init; } = [];

    /// <summary>What is to be done with earlier documents, why, and with which, as far as they were found.</summary>
    public Asks Asks { get; init; }
    public string AsksReason { get; init; } = "";
    public IReadOnlyList<Guid> About { get; init; } = [];

    internal LinkKind Link => Asks switch { Asks.Recall => LinkKind.Recalls, Asks.Update => LinkKind.Updates, _ => LinkKind.Replaces };
}

/// <summary>Parks arrivals for the clerk; called by whoever fetches them, in the transaction that remembers the fetching.</summary>
public static class Arriving
{
    public static async Task<Document> Park(this Change change, Institution institution, Arrival arrival)
    {
        var work = change.Work;
        var document = Document.Arrive(work.Stamp, institution.RecordsUnitId, arrival.Source, arrival.Letter, arrival.Asked, arrival.PacketId);
        document.Ask(arrival.Asks, arrival.AsksReason);
        work.Db.Add(document);
        work.Db.AddRange(arrival.Files.Select((file, place) => Attachment.Of(work.Stamp, document.Id, file, place: place)));
        work.Db.AddRange(arrival.Answers.Select(answered => DocumentLink.Of(document.Id, answered, LinkKind.Answers)));
        work.Db.AddRange(arrival.About.Select(about => DocumentLink.Of(document.Id, about, arrival.Link)));
        await change.Step("document-arrived", document);
        await change.Join(document, ParticipationRole.Registered, institution.RecordsUnitId);
        await change.Expect(document, institution.RecordsUnitId, DeskTask.Register, document.Deadline);
        return document;
    }

    /// <summary>Records that something marked secret came and was not kept: who sent it and when, nothing of what it says.</summary>
    public static async Task<Document> ParkRefused(this Change change, Institution institution, Arrival arrival)
    {
        var nothing = new Letter(arrival.Letter.IssuerCode, arrival.Letter.IssuerName, "", "", null, "");
        var document = await change.Park(institution, arrival with { Letter = nothing, Files = [], Asked = null, Answers = [], Asks = Asks.Nothing, AsksReason = "", About = [] });
        await change.Refuse(document);
        return document;
    }

    /// <summary>Takes the document off the desks as refused for its secrecy.</summary>
    public static async Task Refuse(this Change change, Document document)
    {
        var before = document.State;
        document.Refuse(change.Work.Stamp);
        await change.Step("secret-refused", document);
        await change.Recount(document, before);
        await change.DischargeAll(document);
    }
}
