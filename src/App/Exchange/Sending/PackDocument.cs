using App.Documents;
using App.Organisation;
using App.Storage;
using EdXml;
using Attachment = App.Documents.Attachment;

namespace App.Exchange.Sending;

/// <summary>Packs an issued document for its electronic receivers.</summary>
public static class PackDocument
{
    sealed record Contents(Document Document, Draft Draft, Institution From, IReadOnlyList<DocumentReceiver> Receivers, IReadOnlyList<Attachment> Files, Document? Answered);

    public static async Task Run(Work work, Blobs blobs, DocumentIssued issued)
    {
        var contents = await Gather(work, issued);
        var electronic = contents.Receivers.Where(r => r.IsElectronic).ToList();
        if (electronic.Count == 0 || await work.Parcels().AnyAsync(p => p.DocumentId == issued.DocumentId, work.Cancelled)) return;
        var packet = Describe(work.Stamp, contents, electronic);
        var body = await Write(work, blobs, contents, packet);
        Crash.Point("parcel-body-stored");

        await using var change = await work.Begin();
        var parcel = Parcel.Pack(work.Stamp, contents.From, contents.Document, packet.Header.DocumentId!, (body.Sha256, body.SizeBytes));
        work.Db.Add(parcel);
        foreach (var receiver in electronic)
        {
            var delivery = Delivery.To(work.Stamp, parcel, receiver.Place, receiver.Code, receiver.Name);
            work.Db.Add(delivery);
            await change.Step("parcel-packed", delivery);
        }
        await change.Commit(parcel.Id);
    }

    static async Task<Contents> Gather(Work work, DocumentIssued issued)
    {
        var document = await work.Document(issued.DocumentId);
        var draft = await work.Draft(document);
        return new(document, draft, await work.Institution(), await work.Receivers(document).ToListAsync(work.Cancelled),
            await work.PresentFiles(draft).Where(a => a.Role == AttachmentRole.Main || a.Role == AttachmentRole.Appendix).ToListAsync(work.Cancelled),
            issued.AnswersId is { } answered ? await work.Document(answered) : null);
    }

    static Packet Describe(Stamp stamp, Contents c, List<DocumentReceiver> electronic)
    {
        var document = c.Document;
        var attachments = c.Files.Select(f => Packing.Describe(f.Id, f.Name)).ToList();
        return new()
        {
            Header = new()
            {
                From = Lines.Of(c.From),
                To = [.. electronic.Select(r => new Organization { OrganId = r.Code, OrganName = r.Name })],
                DocumentId = Lines.PacketId(c.From, document),
                Code = new() { CodeNumber = document.CodeNumber, CodeNotation = document.CodeNotation },
                Promulgation = new() { Place = c.From.Place, Date = document.PromulgatedOn },
                DocumentType = new() { Type = 2, TypeDetail = document.Kind, TypeName = document.KindName },
                Subject = document.Subject,
                Signer = new() { Competence = c.Draft.Capacity.Split('\n')[0].Split(' ')[0] is { } first && first.EndsWith('.') ? first : null, Position = document.SignerTitle, FullName = document.SignerName },
                DueDate = document.Deadline,
                Other = new() { Priority = (int)document.Urgency, PromulgationAmount = 1, PageAmount = Math.Max(document.Pages, 1) },
                ResponseFor = c.Answered is { PacketId: not null } answered ? [Lines.AnswerTo(answered)] : [],
                SteeringType = 1,
                ToPlaces = [.. c.Receivers.Where(r => !r.IsElectronic).Select(r => r.Name)],
            },
            Trace = new() { Traces = [new() { OrganId = c.From.Code, At = Lines.Local(stamp.At) }], Business = new() { DocType = 0, Paper = "0" } },
            Manifest = [.. attachments.Select(a => new Reference { ContentId = a.ContentId, ContentType = a.ContentType, Description = a.Description, AttachmentName = a.Name })],
            Attachments = attachments,
        };
    }

    static async Task<Blob> Write(Work work, Blobs blobs, Contents contents, Packet packet)
    {
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await EdXmlWriter.Write(file, packet, async (attachment, destination, stop) =>
        {
            var source = contents.Files[packet.Attachments.ToList().IndexOf(attachment)];
            await using var bytes = await blobs.Open(source.Sha256, stop);
            await Packing.Pack(source.Id, source.Name, Lines.Local(work.Stamp.At), bytes, destination, stop);
        }, work.Cancelled);
        file.Position = 0;
        return await blobs.Put(file, work.Cancelled);
    }
}
