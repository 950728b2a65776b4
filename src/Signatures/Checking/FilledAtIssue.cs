using Signatures.Drawing;
using Signatures.Pdf;

namespace Signatures.Checking;

/// <summary>
/// The rule of issue: a text field that was foreseen and empty when the leader signed is filled by the next signature's own revision, which locks it
/// (FieldMDP), in one update, and shows exactly its value, drawn in the one way this system draws it.
/// </summary>
static class FilledAtIssue
{
    /// <summary>The text that was filled in, or null when the rule does not hold.</summary>
    public static string? Value(PdfFile before, PdfFile after, SignedRevision? closing, IReadOnlyList<SignedRevision> earlier, IReadOnlyList<string> foreseen,
        FormField field, PdfDictionary made, List<string> differing, HashSet<int> added)
    {
        var isForeseen = field is { Kind: "Tx", IsTopLevel: true } && foreseen.Contains(field.Name) && differing.All(k => k is "V" or "AP");
        if (!isForeseen || closing is null || after.Sections.Count != before.Sections.Count + 1) return null;
        if (!Permissions.Locks(after, closing.Dictionary, field.Name) || earlier.Any(s => Permissions.Locks(s.File!, s.Dictionary, field.Name))) return null;
        var wasEmpty = before.Resolve(field.Dictionary["V"]) is { IsNull: true } or PdfString { Bytes.Length: 0 };
        if (!wasEmpty || made["V"] is not PdfString { Text: { Length: > 0 } value }) return null;
        return made["AP"] is PdfDictionary { Keys: ["N"] } appearance && appearance["N"] is PdfReference shown && added.Contains(shown.Number)
            && Shows(before, field, value, after.Resolve(shown)) ? value : null;
    }

    static bool Shows(PdfFile before, FormField field, string value, PdfValue shown)
    {
        try
        {
            return PdfWriter.Canonical(FieldDrawing.Filled(before, field.Dictionary, value)).AsSpan().SequenceEqual(PdfWriter.Canonical(shown));
        }
        catch (PdfRefusal) // A value that this field's font cannot draw was not drawn by us.
        {
            return false;
        }
    }
}
