using CsCheck;
using Signatures.Signing;
using Signatures.Tests.World;

namespace Signatures.Tests;

/// <summary>Whatever bytes come, the answer is a result or a refusal with a reason, never another exception.</summary>
public class DamagedInputTests(Samples samples, Cast cast)
{
    [Fact]
    public void A_damaged_file_is_judged_or_refused()
    {
        foreach (var seed in new[] { cast.Letter(samples.Of("object-streams")), cast.Letter(Samples.Minimal()) })
            Damaged(seed).Sample(bytes =>
            {
                cast.Check(bytes);
                Refused(() => PdfSigning.Prepare(bytes, new() { Field = "ky", At = Cast.At }));
            }, iter: 150, threads: 2);
    }

    [Fact]
    public void A_damaged_font_is_used_or_refused() => Damaged(cast.Font, 600).Sample(
        font => Refused(() => PdfSigning.AddFields(Samples.Minimal(), [new("so", 1, new(110, 740, 160, 755))], font)), iter: 150, threads: 2);

    [Fact]
    public void A_damaged_image_is_used_or_refused() => Damaged(cast.RedSeal, 60).Sample(
        image => Refused(() => PdfSigning.Prepare(Samples.Minimal(), new() { Field = "ky", At = Cast.At, Appearance = new(1, new(1, 1, 50, 50)) { Image = image } })), iter: 300, threads: 2);

    /// <summary>A few bytes changed, half of them near the start or, without one named, near the end.</summary>
    static Gen<byte[]> Damaged(byte[] seed, int? start = null) => Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Int[0, 2999], Gen.Byte, Gen.Bool).List[1, 6].Select(changes =>
    {
        var bytes = (byte[])seed.Clone();
        foreach (var (anywhere, near, value, isNear) in changes)
            bytes[!isNear ? anywhere : start is { } s ? near % s : Math.Max(0, bytes.Length - 1 - near)] = value;
        return bytes;
    });

    static void Refused(Action attempt)
    {
        if (Record.Exception(attempt) is { } thrown) Assert.IsType<PdfRefusal>(thrown);
    }
}
