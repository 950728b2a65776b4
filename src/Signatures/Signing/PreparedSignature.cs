using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Signatures.Signing;

/// <summary>
/// A file that waits for its CMS: everything but the hexadecimal string between HoleStart (its &lt;) and HoleEnd (after its &gt;) is what gets signed
/// (ISO 32000-1 §12.8.1, ByteRange). It may come from another process: what is signed is computed here from the bytes alone.
/// </summary>
public sealed record PreparedSignature(byte[] Pdf, int HoleStart, int HoleEnd)
{
    /// <summary>Offsets and lengths of the two signed ranges.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> ByteRange => [0, HoleStart, HoleEnd, Pdf.Length - HoleEnd];

    /// <summary>The digest of the signed bytes, which the CMS carries as messageDigest.</summary>
    public byte[] Digest(HashAlgorithmName hash)
    {
        CheckHole();
        using var digest = IncrementalHash.CreateHash(hash);
        digest.AppendData(Pdf.AsSpan(0, HoleStart));
        digest.AppendData(Pdf.AsSpan(HoleEnd));
        return digest.GetHashAndReset();
    }

    /// <summary>True when this only appends to that file: what the signer saw is in what he signs, byte for byte.</summary>
    public bool Extends(ReadOnlySpan<byte> original) => Pdf.Length > original.Length && HoleStart >= original.Length && Pdf.AsSpan().StartsWith(original);

    /// <summary>The signed file. Errors: <c>cms-too-large</c>.</summary>
    public byte[] Embed(ReadOnlySpan<byte> cms)
    {
        CheckHole();
        if (2 * cms.Length > HoleEnd - HoleStart - 2) throw new PdfRefusal("cms-too-large", $"Chữ ký lớn hơn chỗ đã dành ({cms.Length} byte).");
        var signed = Pdf.ToArray();
        System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(cms), signed.AsSpan(HoleStart + 1));
        return signed;
    }

    void CheckHole()
    {
        var isHole = HoleStart > 0 && HoleEnd > HoleStart + 2 && HoleEnd < Pdf.Length && Pdf[HoleStart] == '<' && Pdf[HoleEnd - 1] == '>'
            && Pdf.AsSpan(HoleStart + 1, HoleEnd - HoleStart - 2).IndexOfAnyExcept((byte)'0') < 0;
        if (!isHole) throw new PdfRefusal("not-prepared", $"Tệp chưa được chuẩn bị để ký.");
    }
}
