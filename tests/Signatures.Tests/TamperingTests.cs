using CsCheck;
using Signatures.Checking;
using Signatures.Tests.World;

namespace Signatures.Tests;

public class TamperingTests(Cast cast)
{
    readonly byte[] letter = cast.Letter(Samples.Minimal());

    [Fact]
    public void No_changed_byte_leaves_a_letter_valid() => Gen.Select(Gen.Int[0, letter.Length - 1], Gen.Int[0, 7]).Sample(
        change => cast.Check(Flipped(change.Item1, change.Item2)).Verdict != Verdict.Valid, iter: 600, threads: 2);

    /// <summary>The signatures themselves are left out of what is signed, so that every byte of them must be judged.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_changed_byte_of_a_signature_itself_leaves_it_valid(int signature)
    {
        Assert.Equal(Verdict.Valid, cast.Check(letter).Verdict);
        var text = System.Text.Encoding.Latin1.GetString(letter);
        var start = text.IndexOf("/Contents <", StringComparison.Ordinal);
        if (signature == 1) start = text.IndexOf("/Contents <", start + 1, StringComparison.Ordinal);
        Gen.Select(Gen.Int[start, start + 3600], Gen.Int[0, 7]).Sample(
            change => cast.Check(Flipped(change.Item1, change.Item2)).Verdict != Verdict.Valid, iter: 600, threads: 2);
    }

    [Fact]
    public void No_cut_leaves_a_letter_as_it_was()
    {
        var signedByLeader = cast.Check(letter).Signatures[0].RevisionLength;
        Gen.Int[0, letter.Length - 1].Sample(length =>
        {
            var report = cast.Check(letter[..length]);
            return report.Verdict != Verdict.Valid || (length == signedByLeader && report.Signatures.Count == 1);
        }, iter: 150, threads: 2);
    }

    byte[] Flipped(int at, int bit)
    {
        var changed = (byte[])letter.Clone();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }
}
