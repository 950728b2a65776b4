using System.Globalization;
using System.Text;
using Signatures.Drawing;
using Signatures.Pdf;

namespace Signatures.Signing;

/// <summary>
/// Prepares signatures as incremental updates (ISO 32000-1 §7.5.6, §12.8). Pure: parses foreign bytes, so it runs where the parser may die;
/// needs no key. The caller makes the CMS over <see cref="PreparedSignature.Digest"/> and puts it in with <see cref="PreparedSignature.Embed"/>.
/// Errors are <see cref="PdfRefusal"/>: <c>not-a-pdf</c>, <c>pdf-damaged</c>, <c>pdf-encrypted</c>, <c>pdf-hybrid</c>, <c>pdf-xfa</c>, <c>pdf-too-large</c>,
/// <c>pdf-certified</c>, <c>already-signed</c>, <c>name-unusable</c>, <c>field-taken</c>, <c>field-missing</c>, <c>field-already-filled</c>,
/// <c>field-unusable</c>, <c>no-such-page</c>, <c>outside-page</c>, <c>image-unusable</c>, <c>font-unusable</c>, <c>letter-not-in-font</c>.
/// </summary>
public static class PdfSigning
{
    /// <summary>
    /// Adds empty, read-only text fields before anyone has signed, with an embedded font that has the Vietnamese letters.
    /// <paramref name="italic"/> is the font of fields that are italic; without it they are upright.
    /// </summary>
    public static byte[] AddFields(ReadOnlyMemory<byte> pdf, IReadOnlyList<TextField> fields, ReadOnlyMemory<byte> font, ReadOnlyMemory<byte>? italic = null)
    {
        var edit = FormEdit.Open(pdf);
        if (edit.Fields.Any(f => f.Kind == "Sig" && !edit.File.Resolve(f.Dictionary["V"]).IsNull))
            throw new PdfRefusal("already-signed", $"Văn bản đã có chữ ký, không thêm được chỗ ghi số và ngày.");
        var letters = EmbeddedFont.Vietnamese.EnumerateRunes().ToList();
        foreach (var (name, bytes) in new[] { (FieldDrawing.Upright, (ReadOnlyMemory<byte>?)font), (FieldDrawing.Italic, italic) })
            if (bytes is { } program && fields.Any(f => (f.IsItalic && italic is not null) == (name == FieldDrawing.Italic)))
                edit.AddFont(name, () => EmbeddedFont.Add(edit.Update, TrueType.Read(program), letters));
        foreach (var field in fields)
        {
            edit.RequireFree(field.Name);
            var page = edit.Page(field.Page, field.Place);
            var fontName = field.IsItalic && italic is not null ? FieldDrawing.Italic : FieldDrawing.Upright;
            var appearance = edit.Update.Add(FieldDrawing.Empty(field.Place.Width, field.Place.Height));
            edit.AddField(FormEdit.Widget("Tx", field.Name, page, field.Place).Add("Ff", PdfWord.Of(1L)).Add("Q", PdfWord.Of(field.IsCentred ? 1L : 0))
                .Add("DA", PdfString.OfText(string.Create(CultureInfo.InvariantCulture, $"/{fontName} {field.FontSize:0.##} Tf 0 g")))
                .Add("AP", new PdfDictionary().Add("N", appearance)), page);
        }
        edit.Save();
        return edit.Update.Write();
    }

    /// <summary>Prepares one signature, in a new field or in an empty one that waits for it.</summary>
    public static PreparedSignature Prepare(ReadOnlyMemory<byte> pdf, SignatureRequest request)
    {
        var edit = FormEdit.Open(pdf);
        return Sign(edit, request, []);
    }

    /// <summary>
    /// Prepares the revision of issue: fills the fields with appearances that every viewer shows, locks them (FieldMDP, §12.8.2.4) and adds the
    /// organ's signature, all in one incremental update, so that signatures made before stay what they are.
    /// </summary>
    public static PreparedSignature PrepareIssue(ReadOnlyMemory<byte> pdf, IssueRequest request)
    {
        var edit = FormEdit.Open(pdf);
        foreach (var (name, value) in request.Values)
        {
            var field = edit.Fields.SingleOrDefault(f => f.Name == name && f.Kind == "Tx") ?? throw new PdfRefusal("field-missing", $"Văn bản không có chỗ ghi “{name}”.");
            if (edit.File.Resolve(field.Dictionary["V"]) is not { IsNull: true } and not PdfString { Bytes.Length: 0 })
                throw new PdfRefusal("field-already-filled", $"Chỗ ghi “{name}” đã được điền.");
            var appearance = edit.Update.Add(FieldDrawing.Filled(edit.File, field.Dictionary, value));
            edit.Update.Replace(field.Reference, field.Dictionary.With("V", PdfString.OfText(value)).With("AP", new PdfDictionary().Add("N", appearance)));
        }
        return Sign(edit, request.Signature, [.. request.Values.Keys.Order(StringComparer.Ordinal)]);
    }

    static PreparedSignature Sign(FormEdit edit, SignatureRequest request, IReadOnlyList<string> locked)
    {
        var range = new PdfRaw(Encoding.ASCII.GetBytes("[0" + new string(' ', 36) + "]"));
        var hole = new PdfRaw([(byte)'<', .. Enumerable.Repeat((byte)'0', 2 * request.CmsBytesMax), (byte)'>']);
        var signature = edit.Update.Add(Dictionary(request, edit.File.Root, locked, range, hole));
        edit.AddSignature(request, signature, locked);
        edit.Save();
        var bytes = edit.Update.Write();
        var (start, end) = (hole.Offset, hole.Offset + hole.Bytes.Length);
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[0 {start} {end} {bytes.Length - end}"), bytes.AsSpan(range.Offset));
        return new(bytes, start, end);
    }

    static PdfDictionary Dictionary(SignatureRequest request, PdfReference root, IReadOnlyList<string> locked, PdfRaw range, PdfRaw hole)
    {
        var signature = new PdfDictionary().Add("Type", "Sig").Add("Filter", "Adobe.PPKLite").Add("SubFilter", "ETSI.CAdES.detached")
            .Add("ByteRange", range).Add("Contents", hole).Add("M", PdfString.OfText(PdfTime.Format(request.At)));
        if (request.Signer is { } signer) signature.Add("Name", PdfString.OfText(signer));
        if (request.Reason is { } reason) signature.Add("Reason", PdfString.OfText(reason));
        if (request.Location is { } location) signature.Add("Location", PdfString.OfText(location));
        if (locked.Count == 0) return signature;
        var parameters = FormEdit.Include("TransformParams", locked).Add("V", "1.2");
        return signature.Add("Reference", new PdfArray([new PdfDictionary().Add("Type", "SigRef").Add("TransformMethod", "FieldMDP")
            .Add("TransformParams", parameters).Add("Data", root)]));
    }
}
