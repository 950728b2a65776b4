using System.Text;
using System.Xml;
using EdXml.Reading;
using EdXml.Writing;

namespace EdXml;

/// <summary>
/// Writes edXML files as the official Java builder does: UTF-8, indented by two spaces, its order of elements, the prefix edXML below the envelope, dates strict,
/// nothing empty. Memory does not grow with the attachments.
/// </summary>
public static class EdXmlWriter
{
    /// <summary>Writes a document. Without a manifest of its own the packet gets one from its attachments.</summary>
    /// <param name="content">Called once for each attachment, in order.</param>
    /// <exception cref="PacketRefused">incomplete (what <see cref="Checks.Blocking"/> lists), unwritable-character, bad-signature. What was written until then is to be thrown away.</exception>
    public static async Task Write(Stream destination, Packet packet, AttachmentContent content, CancellationToken stop = default)
    {
        CheckComplete(packet);
        var xml = Open(destination);
        await using var closed = xml.ConfigureAwait(false);
        var x = new Elements(xml);
        await Root(x, async () =>
        {
            await x.In("edXMLHeader", async () =>
            {
                await HeaderWriting.Header(x, packet.Header).ConfigureAwait(false);
                await TraceWriting.List(x, packet.Trace ?? new TraceList()).ConfigureAwait(false);
                await Signature(x, packet.Signature).ConfigureAwait(false);
            }).ConfigureAwait(false);
            await Manifest(x, packet).ConfigureAwait(false);
        }, () => Attachments(x, packet, content, stop)).ConfigureAwait(false);
    }

    /// <summary>Writes a status.</summary>
    /// <exception cref="PacketRefused">incomplete, unwritable-character.</exception>
    public static async Task Write(Stream destination, StatusMessage status, CancellationToken stop = default)
    {
        CheckComplete(status);
        stop.ThrowIfCancellationRequested();
        var xml = Open(destination);
        await using var closed = xml.ConfigureAwait(false);
        var x = new Elements(xml);
        await Root(x, () => x.In("edXMLHeader", async () =>
        {
            await HeaderWriting.Status(x, status).ConfigureAwait(false);
            if (status.Trace is not null) await TraceWriting.List(x, status.Trace).ConfigureAwait(false);
        }), () => Task.CompletedTask).ConfigureAwait(false);
    }

    static void CheckComplete(EdXmlFile file)
    {
        if (Checks.Blocking(file) is [var first, ..]) throw new PacketRefused("incomplete", first.Sentence);
    }

    static XmlWriter Open(Stream destination) => XmlWriter.Create(destination, new XmlWriterSettings
    {
        Async = true, Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, CloseOutput = false,
    });

    static async Task Root(Elements x, Func<Task> envelope, Func<Task> rest)
    {
        await x.Xml.WriteProcessingInstructionAsync("xml", "version=\"1.0\" encoding=\"UTF-8\"").ConfigureAwait(false); // In capitals, as peers write it.
        await x.StartBare("edXML").ConfigureAwait(false);
        await x.In("edXMLEnvelope", envelope).ConfigureAwait(false);
        await rest().ConfigureAwait(false);
        await x.End().ConfigureAwait(false);
        await x.Xml.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Byte for byte: white space inside a signature is part of what it was computed over. Only the default namespace, which is in scope, is not repeated.</summary>
    static async Task Signature(Elements x, string? signature)
    {
        if (signature is null) return;
        CheckSignature(signature);
        var name = signature.IndexOf('>', StringComparison.Ordinal);
        var start = signature[..(name + 1)].Replace($" xmlns=\"{XmlSource.Qcvn}\"", "", StringComparison.Ordinal);
        await x.Xml.WriteRawAsync($"\n      {start}{signature[(name + 1)..]}\n    ").ConfigureAwait(false);
    }

    static void CheckSignature(string signature)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(signature), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            reader.MoveToContent();
            if (reader.LocalName is "Signature" or "DigitalSignature")
            {
                while (reader.Read()) { }
                return;
            }
        }
        catch (XmlException) { } // Said below.
        throw new PacketRefused("bad-signature", $"Phần chữ ký của gói tin không phải một thành phần XML trọn vẹn.");
    }

    static Task Manifest(Elements x, Packet packet)
    {
        var references = packet.Manifest.Count > 0 ? packet.Manifest : [.. packet.Attachments.Select(a => new Reference
        {
            ContentId = a.ContentId, ContentType = a.ContentType, Description = a.Description, AttachmentName = a.Name,
        })];
        return x.In("edXMLBody", () => x.In("edXMLManifest", async () =>
        {
            await x.Xml.WriteAttributeStringAsync(null, "version", null, "1.0").ConfigureAwait(false);
            await Elements.Each(references, r => x.In("Reference", async () =>
            {
                await x.Text("ContentId", r.ContentId).ConfigureAwait(false);
                await x.Text("ContentType", r.ContentType).ConfigureAwait(false);
                await x.Text("Description", r.Description).ConfigureAwait(false);
                await x.Text("AttachmentName", r.AttachmentName).ConfigureAwait(false);
            })).ConfigureAwait(false);
        }));
    }

    static async Task Attachments(Elements x, Packet packet, AttachmentContent content, CancellationToken stop)
    {
        if (packet.Attachments.Count == 0) return;
        await x.StartBare("AttachmentEncoded").ConfigureAwait(false);
        foreach (var attachment in packet.Attachments)
        {
            await x.StartBare("Attachment").ConfigureAwait(false);
            foreach (var (name, value) in new[]
            {
                ("ContentId", attachment.ContentId), ("AttachmentName", attachment.Name), ("Description", attachment.Description), ("FieldName", attachment.FieldName),
                ("MimeType", attachment.MimeType), ("Format", attachment.Format), ("ContentType", attachment.ContentType),
            })
                await x.Text(name, value, bare: true).ConfigureAwait(false);
            var bytes = new Base64Stream(x.Xml);
            await using (bytes.ConfigureAwait(false)) await x.In("ContentTransferEncoded", () => content(attachment, bytes, stop)).ConfigureAwait(false);
            await x.End().ConfigureAwait(false);
        }
        await x.End().ConfigureAwait(false);
    }
}
