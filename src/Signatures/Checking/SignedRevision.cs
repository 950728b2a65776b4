using System.Buffers;
using System.Security.Cryptography;
using Signatures.Pdf;

namespace Signatures.Checking;

/// <summary>
/// A signature found in a file, with the revision it signed. Strict: the range starts at 0, has two parts, leaves out exactly the hexadecimal string of
/// /Contents, and ends at the end of a revision of this very file (ISO 32000-1 §12.8.1; EN 319 142-1 §5.1).
/// </summary>
sealed class SignedRevision
{
    const int EndOfLineMax = 2;

    static readonly SearchValues<byte> smallHex = SearchValues.Create("0123456789abcdef"u8), largeHex = SearchValues.Create("0123456789ABCDEF"u8);

    public FormField Field { get; }
    public PdfDictionary Dictionary { get; }
    public int Number { get; }
    public string SubFilter { get; }
    public bool IsTimeStamp => SubFilter == "ETSI.RFC3161";
    public List<Reason> Found { get; } = [];

    /// <summary>The file as it was signed; null when the range is wrong.</summary>
    public PdfFile? File { get; private set; }
    public int Length => File?.Bytes.Length ?? 0;
    public byte[] Contents { get; private set; } = [];

    readonly PdfFile present;
    int start, end;

    public SignedRevision(PdfFile present, FormField field)
    {
        this.present = present;
        Field = field;
        Number = (field.Dictionary["V"] as PdfReference)?.Number ?? -1;
        Dictionary = present.Dictionary(field.Dictionary["V"]) ?? new();
        SubFilter = present.Resolve(Dictionary["SubFilter"]).AsName ?? "";
        if (Range() is { } reason) Found.Add(reason);
    }

    public byte[] Digest(HashAlgorithmName hash)
    {
        using var digest = IncrementalHash.CreateHash(hash);
        digest.AppendData(File!.Bytes.Span[..start]);
        digest.AppendData(File.Bytes.Span[end..]);
        return digest.GetHashAndReset();
    }

    Reason? Range()
    {
        if (Number < 0 || Dictionary.HasDoubledKey || present.Entries[Number].Kind != XrefKind.Offset) return Reasons.RangeWrong;
        if (Dictionary["ByteRange"] is not PdfArray { Items.Count: 4 } range || range.Items.Any(n => n.AsInteger is null)) return Reasons.RangeWrong;
        var (first, gapStart, gapEnd, rest) = (range.Items[0].AsInteger!.Value, range.Items[1].AsInteger!.Value, range.Items[2].AsInteger!.Value, range.Items[3].AsInteger!.Value);
        var bytes = present.Bytes.Span;
        if (first != 0 || gapStart <= 0 || gapEnd <= gapStart || rest <= 0 || rest > bytes.Length - gapEnd) return Reasons.RangeWrong;
        if (Dictionary["Contents"] is not PdfString { Hex: true } contents || contents.Start != gapStart || contents.End != gapEnd) return Reasons.RangeWrong;
        if (!IsPlainHex(bytes[(gapStart + 1)..(gapEnd - 1)]) || contents.Bytes.Length < 2) return Reasons.ContentsWrong;
        (start, end, Contents) = (gapStart, gapEnd, contents.Bytes);
        return Revision(gapEnd + rest);
    }

    /// <summary>An even number of digits without space, letters all large or all small.</summary>
    static bool IsPlainHex(ReadOnlySpan<byte> digits) => digits.Length % 2 == 0
        && (digits.IndexOfAnyExcept(smallHex) < 0 || digits.IndexOfAnyExcept(largeHex) < 0);

    Reason? Revision(int length)
    {
        PdfFile revision;
        try
        {
            revision = PdfFile.Open(present.Bytes[..length]);
        }
        catch (PdfRefusal)
        {
            return Reasons.RevisionDamaged;
        }
        var tail = revision.Bytes.Span[^Math.Min(32, length)..];
        if (tail.Length - tail.LastIndexOf("%%EOF"u8) - 5 > EndOfLineMax) return Reasons.RevisionDamaged;
        var older = present.Sections.Skip(present.Sections.Count - revision.Sections.Count).Select(s => s.Offset);
        if (!older.SequenceEqual(revision.Sections.Select(s => s.Offset))) return Reasons.RevisionNotInChain;
        if (!revision.Entries.TryGetValue(Number, out var entry) || entry != present.Entries[Number]) return Reasons.RevisionNotInChain;
        if (!Form.Fields(revision).Any(f => (f.Dictionary["V"] as PdfReference)?.Number == Number)) return Reasons.RevisionNotInChain;
        File = revision;
        return null;
    }
}
