using System.Xml;

namespace EdXml.Reading;

/// <summary>Reads one file from its first to its last byte: the small parts are kept, contents of attachments flow to the sink.</summary>
sealed class FileBuilder(XmlSource source, AttachmentSink? sink, Limits limits, CancellationToken stop)
{
    readonly List<Attachment> attachments = [];
    Node? header, trace, body;
    string? signature;
    bool envelope;

    public async Task<EdXmlFile> Read()
    {
        while (await source.Read().ConfigureAwait(false) && source.Xml.NodeType != XmlNodeType.Element) { }
        CheckRoot();
        await source.Children("edXML", Part).ConfigureAwait(false);
        while (await source.Read().ConfigureAwait(false)) { } // What follows the root must be well-formed too.
        if (header is null) throw new PacketRefused("no-header", $"Tệp không có phần MessageHeader.");
        return IsStatus() ? Status() : Document();
    }

    void CheckRoot()
    {
        var (name, ns) = (source.Name, source.Xml.NamespaceURI);
        if (ns.StartsWith("http://www.e-doc.vn/", StringComparison.OrdinalIgnoreCase) || name is "Envelope")
            throw new PacketRefused("old-edoc", $"Tệp theo định dạng eDoc cũ (trước QCVN 102:2016), không còn được nhận.");
        if (name != "edXML") throw new PacketRefused("not-edxml", $"Tệp không phải gói tin edXML (thành phần ngoài cùng là {Short(name)}).");
        if (ns is not (XmlSource.Qcvn or "")) throw new PacketRefused("wrong-namespace", $"Gói tin edXML dùng không gian tên “{Short(ns)}”, không phải của QCVN 102:2016.");
    }

    static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";

    Task Part(string path) => source.Name switch
    {
        "edXMLEnvelope" => Envelope(path),
        "AttachmentEncoded" => source.Children(path, Encoded),
        _ => source.SkipUnknown(path),
    };

    Task Envelope(string path)
    {
        if (envelope) throw Repeated(path);
        envelope = true;
        return source.Children(path, async at =>
        {
            if (source.Name == "edXMLHeader") await source.Children(at, HeaderPart).ConfigureAwait(false);
            else if (source.Name == "edXMLBody") body = body is null ? await source.Tree("edXMLBody").ConfigureAwait(false) : throw Repeated(at);
            else await source.SkipUnknown(at).ConfigureAwait(false);
        });
    }

    async Task HeaderPart(string path)
    {
        switch (source.Name)
        {
            case "MessageHeader": header = header is null ? await source.Tree("MessageHeader").ConfigureAwait(false) : throw Repeated(path); break;
            case "TraceHeaderList": trace = trace is null ? await source.Tree("TraceHeaderList").ConfigureAwait(false) : throw Repeated(path); break;
            case "Signature" or "DigitalSignature":
                var raw = await source.Raw(path).ConfigureAwait(false);
                if (signature is not null && raw is not null) source.Oddities.Add("repeated-element", path);
                signature ??= raw;
                break;
            default: await source.SkipUnknown(path).ConfigureAwait(false); break;
        }
    }

    /// <summary>Two headers would let one program read the first and another the second.</summary>
    static PacketRefused Repeated(string path) => new("repeated-structure", $"Thành phần {path} xuất hiện hai lần trong gói tin.");

    async Task Encoded(string path)
    {
        if (source.Name != "Attachment") { await source.SkipUnknown(path).ConfigureAwait(false); return; }
        if (attachments.Count == limits.AttachmentsMax) throw new PacketRefused("too-many-attachments", $"Gói tin có quá {limits.AttachmentsMax} tệp đính kèm.");
        var fields = new Node("Attachment", "Attachment");
        Attachment? measured = null;
        await source.Children("Attachment", async at =>
        {
            if (source.Name != "ContentTransferEncoded") fields.Children.Add(await source.Tree(at).ConfigureAwait(false));
            else if (measured is null) measured = await Content(Head(fields, new OddityList())).ConfigureAwait(false);
            else throw Repeated(at);
        }).ConfigureAwait(false);
        var head = Head(fields, source.Oddities);
        attachments.Add(measured is null ? head : head with { SizeBytes = measured.SizeBytes, Sha256 = measured.Sha256, Kind = measured.Kind });
    }

    Attachment Head(Node fields, OddityList oddities) => Fields.Read(fields, oddities, Shapes.Attachment) with { Position = attachments.Count };

    async Task<Attachment> Content(Attachment soFar)
    {
        var place = sink is null ? null : await sink(soFar, stop).ConfigureAwait(false);
        await using var disposed = (place ?? Stream.Null).ConfigureAwait(false);
        using var content = new Base64Content(place, limits, stop);
        await source.Pieces(content.Add).ConfigureAwait(false);
        content.End();
        if (place is not null) await place.FlushAsync(stop).ConfigureAwait(false);
        return soFar with { SizeBytes = content.Size, Sha256 = content.Sha256, Kind = Sniff.Kind(content.FirstBytes) };
    }

    bool IsStatus()
    {
        bool Has(string name) => header!.Children.Any(c => c.Name == name && (c.Text.Length > 0 || c.Children.Count > 0));
        return Has("StatusCode") && !Has("Subject") && !Has("DocumentType") && !Has("To");
    }

    StatusMessage Status()
    {
        var status = Fields.Read(header!, source.Oddities, Shapes.Status) with { Trace = Trace() };
        if (body is not null || attachments.Count > 0) source.Oddities.Add("unknown-element", body is null ? "AttachmentEncoded" : "edXMLBody");
        source.Oddities.AddRange(Checks.Of(status));
        return status with { Oddities = source.Oddities.All };
    }

    Packet Document()
    {
        if (header!.Children.Find(c => c.Name == "StatusCode") is { } code)
        {
            source.Oddities.Add("status-in-document", code.Text);
            header.Children.RemoveAll(c => c.Name == "StatusCode");
        }
        var packet = new Packet
        {
            Header = Fields.Read(header, source.Oddities, Shapes.Header),
            Trace = Trace(),
            Signature = signature,
            Manifest = body is null ? [] : Fields.Read(body, source.Oddities, Shapes.Manifest),
            Attachments = attachments,
        };
        source.Oddities.AddRange(Checks.Of(packet));
        return packet with { Oddities = source.Oddities.All };
    }

    TraceList? Trace() => trace is null ? null : Fields.Read(trace, source.Oddities, Shapes.Trace);
}
