using System.Text;

namespace EdXml.Archives;

static class ZipName
{
    const int LengthMax = 1024;

    /// <summary>The name, when it can only mean a place inside the archive on any system.</summary>
    public static string Checked(string name)
    {
        var parts = name.TrimEnd('/').Split('/');
        if (name.Length is 0 or > LengthMax || name.Any(c => c == '\\' || char.IsControl(c)) || name is [_, ':', ..]
            || parts.Any(part => part is "" or "." or ".."))
            throw new PacketRefused("zip-bad-name", $"Tệp nén có mục mang tên không hợp lệ.");
        return name;
    }

    /// <summary>Names that some file system takes for one fold to one: letter case and composed accents.</summary>
    public static string Folded(string name) => name.TrimEnd('/').Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
