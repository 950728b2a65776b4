using System.Text;
using System.Xml;
using EdXml.Reading;

namespace EdXml;

/// <summary>
/// Reads edXML files (QCVN 102:2016/BTTTT) in one pass, whatever the order of elements and the prefixes, as the Java and the .NET kit write them.
/// Elements are taken by local name in the namespace of QCVN 102, of XML-DSig or in none. Memory does not grow with the attachments.
/// </summary>
public static class EdXmlReader
{
    /// <summary>Reads a document or a status; the bytes of attachments go to the sink as they come.</summary>
    /// <exception cref="PacketRefused">
    /// not-well-formed, not-utf8, dtd, not-edxml, old-edoc, wrong-namespace, no-header, repeated-structure, base64, or one of the <see cref="Limits"/>.
    /// What the sink was given until then is to be thrown away.
    /// </exception>
    public static Task<EdXmlFile> Read(Stream source, AttachmentSink sink, Limits? limits = null, CancellationToken stop = default) =>
        Guarded(source, sink, limits ?? Limits.Default, stop);

    /// <summary>
    /// The same without the contents: they are still decoded, counted and sniffed, but neither kept nor hashed, and the whole file is checked to its end.
    /// </summary>
    /// <exception cref="PacketRefused">As for Read.</exception>
    public static Task<EdXmlFile> ReadEnvelope(Stream source, Limits? limits = null, CancellationToken stop = default) =>
        Guarded(source, null, limits ?? Limits.Default, stop);

    static async Task<EdXmlFile> Guarded(Stream source, AttachmentSink? sink, Limits limits, CancellationToken stop)
    {
        try
        {
            using var xml = new XmlSource(source, limits, stop);
            return await new FileBuilder(xml, sink, limits, stop).Read().ConfigureAwait(false);
        }
        catch (XmlException error)
        {
            throw new PacketRefused("not-well-formed", $"Tệp không phải XML hợp lệ (dòng {error.LineNumber}, cột {error.LinePosition}).");
        }
        catch (DecoderFallbackException)
        {
            throw new PacketRefused("not-utf8", $"Tệp không ghi bằng bảng mã UTF-8.");
        }
    }
}
