using App.Documents;
using App.Exchange;
using App.Storage;
using EdXml;

namespace App.Demo.Carrying;

/// <summary>Plays the outside member in the past: it writes to the institutions, and takes what they send back out of its mailbox.</summary>
sealed class OutsideOffice(Stage stage, InnerAxis mail, AxisClient axis)
{
    public const string Name = "Ủy ban nhân dân tỉnh Thí Dụ";
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Sends a letter and gives the id by which answers and statuses name it.</summary>
    public async Task<string> Send(Letter letter, DateOnly? due, AttachmentFile file, IReadOnlyList<(string Code, string Name)> to)
    {
        var id = FormattableString.Invariant($"{DemoGovernment.OutsideAgency},{letter.PromulgatedOn:yyyy'/'MM'/'dd},{letter.CodeNumber}/{letter.CodeNotation}");
        using var body = new MemoryStream();
        await EdXmlWriter.Write(body, Describe(letter, due, file, to, id), async (_, destination, stop) =>
        {
            await using var bytes = await stage.Service<Blobs>().Open(file.Sha256, stop);
            await bytes.CopyToAsync(destination, stop);
        }, stage.Cancelled);
        body.Position = 0;
        await axis.Send(DemoGovernment.OutsideAgency, [.. to.Select(t => t.Code)], AxisKind.Edoc, body, stage.Cancelled);
        return id;
    }

    /// <summary>Wants a letter back that went to the wrong place (status 13).</summary>
    public async Task TakeBack(Letter letter, string packetId, string from)
    {
        using var body = new MemoryStream();
        await EdXmlWriter.Write(body, new StatusMessage
        {
            From = new() { OrganId = DemoGovernment.OutsideAgency, OrganName = Name },
            ResponseFor = new() { OrganId = DemoGovernment.OutsideAgency, Code = $"{letter.CodeNumber}/{letter.CodeNotation}", DocumentId = packetId, PromulgationDate = letter.PromulgatedOn },
            StatusCode = "13", Description = "Gửi nhầm cơ quan, đề nghị cho thu hồi.", Timestamp = stage.Clock.Now.ToOffset(Vietnam),
        }, stage.Cancelled);
        body.Position = 0;
        await axis.Send(DemoGovernment.OutsideAgency, [from], AxisKind.Status, body, stage.Cancelled);
    }

    /// <summary>Takes everything up, so that programs which play this member find an empty mailbox.</summary>
    public async Task Receive()
    {
        foreach (var kind in new[] { AxisKind.Edoc, AxisKind.Status })
            foreach (var item in mail.HasMail(ofOutside: true, kind) ? await axis.Received(kind, stage.Cancelled) : []) await axis.Update(item.DocId, AxisState.Done, null, stage.Cancelled);
    }

    Packet Describe(Letter letter, DateOnly? due, AttachmentFile file, IReadOnlyList<(string Code, string Name)> to, string id)
    {
        var attachment = Packing.Describe(Guid.CreateVersion7(stage.Clock.Now), file.Name);
        return new()
        {
            Header = new()
            {
                From = new() { OrganId = DemoGovernment.OutsideAgency, OrganName = Name },
                To = [.. to.Select(t => new Organization { OrganId = t.Code, OrganName = t.Name })],
                DocumentId = id,
                Code = new() { CodeNumber = letter.CodeNumber, CodeNotation = letter.CodeNotation },
                Promulgation = new() { Place = "Thí Dụ", Date = letter.PromulgatedOn },
                DocumentType = new() { Type = 2, TypeDetail = letter.Kind, TypeName = letter.KindName },
                Subject = letter.Subject,
                Signer = new() { Position = letter.SignerTitle, FullName = letter.SignerName },
                DueDate = due,
                Other = new() { Priority = (int)letter.Urgency, PromulgationAmount = 1, PageAmount = letter.Pages },
                SteeringType = 1,
            },
            Trace = new() { Traces = [new() { OrganId = DemoGovernment.OutsideAgency, At = stage.Clock.Now.ToOffset(Vietnam) }], Business = new() { DocType = 0, Paper = "0" } },
            Manifest = [new() { ContentId = attachment.ContentId, ContentType = attachment.ContentType, Description = attachment.Description, AttachmentName = attachment.Name }],
            Attachments = [attachment],
        };
    }
}
