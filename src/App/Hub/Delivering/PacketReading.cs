using EdXml;

namespace App.Hub.Delivering;

/// <summary>Looks at a packet before the hub takes it over: is it whole, is it what the sender calls it, may it travel on an open network.</summary>
public static class PacketReading
{
    /// <exception cref="AxisRefused">It is no edXML, or of another kind than announced, or bears a mark of secrecy.</exception>
    public static async Task<PacketFacts> Read(Stream packet, MessageKind kind, HubSettings settings, CancellationToken cancelled)
    {
        try
        {
            return Facts(await EdXmlReader.ReadEnvelope(packet, Limits.Default with { FileBytesMax = settings.PacketBytesMax }, cancelled), kind);
        }
        catch (PacketRefused refused)
        {
            throw new AxisRefused(refused.Code == "too-large" ? AxisRefused.BadFile : AxisRefused.WrongForm, refused.Sentence);
        }
    }

    static PacketFacts Facts(EdXmlFile file, MessageKind kind)
    {
        var facts = file is Packet packet ? OfDocument(packet) : OfStatus((StatusMessage)file);
        if (facts.Kind != kind)
            throw new AxisRefused(AxisRefused.WrongForm, $"Tệp là {Name(facts.Kind)} nhưng được gửi với messagetype={AxisWords.Of(kind)}.");
        if (facts.DocumentId?.Length > Message.DocumentIdLengthMax)
            throw new AxisRefused(AxisRefused.WrongForm, $"DocumentId dài quá {Message.DocumentIdLengthMax} ký tự.");
        return facts;
    }

    static PacketFacts OfDocument(Packet packet)
    {
        if (SecretMark.In(packet.Header) is { } mark)
            throw new AxisRefused(AxisRefused.BadFile, $"Văn bản mang dấu chỉ độ mật ở mục {mark.Field}: trục liên thông không được chuyển văn bản mật.");
        var header = packet.Header;
        return new(MessageKind.Edoc, header.DocumentId, packet.Trace?.Business?.DocType ?? 0, Cut(header.Subject), Cut($"{header.Code}"));
    }

    static PacketFacts OfStatus(StatusMessage status) => new(MessageKind.Status, status.ResponseFor.DocumentId, 0, Cut(status.StatusCode), Cut(status.ResponseFor.Code));

    static string Cut(string? text) => text is null ? "" : text.Length <= Message.TitleLengthMax ? text : text[..Message.TitleLengthMax];

    static string Name(MessageKind kind) => kind == MessageKind.Status ? "bản tin trạng thái" : "gói văn bản";
}
