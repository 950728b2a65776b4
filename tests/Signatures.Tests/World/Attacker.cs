using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Signatures.Cms;
using Signatures.Signing;

namespace Signatures.Tests.World;

/// <summary>Changes files of classic shape (see <see cref="Samples.Minimal"/>) the way an attacker would.</summary>
static class Attacker
{
    /// <summary>Appends an update that defines these objects anew.</summary>
    public static byte[] Redefines(byte[] file, params (int Number, string Text)[] objects) => Samples.Append(file, LastXref(file), objects);

    public static int LastXref(byte[] file) =>
        int.Parse(Regex.Matches(Latin(file), @"startxref\s+(\d+)")[^1].Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The newest text of an object, found by something it contains.</summary>
    public static (int Number, string Text) Find(byte[] file, string part)
    {
        var found = Regex.Matches(Latin(file), @"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj", RegexOptions.Singleline).Last(m => m.Groups[2].Value.Contains(part, StringComparison.Ordinal));
        return (int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), found.Groups[2].Value);
    }

    /// <summary>A signer who changes what was prepared before signing it with a good key.</summary>
    public static byte[] SignsInstead(PreparedSignature prepared, SigningKey key, string old, string replacement)
    {
        Assert.Equal(old.Length, replacement.Length);
        var text = Latin(prepared.Pdf);
        var at = text.LastIndexOf(old, StringComparison.Ordinal);
        Assert.True(at > 0, old);
        return CmsSignature.Sign(prepared with { Pdf = Encoding.Latin1.GetBytes(text[..at] + replacement + text[(at + old.Length)..]) }, key);
    }

    static string Latin(byte[] file) => Encoding.Latin1.GetString(file);
}
