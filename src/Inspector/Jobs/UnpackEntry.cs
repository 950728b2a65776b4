using EdXml.Archives;

namespace Inspector.Jobs;

/// <summary>Unpacks one file of a zip; it is left as <see cref="OpenAttachment.Unpacked"/>. Its length and checksum are counted, never believed.</summary>
public sealed record UnpackEntry(string Entry) : Job<ArchiveEntry>
{
    internal override ArchiveEntry Answer(JobFiles files)
    {
        using var content = files.Open(File);
        var archive = BoundedZip.Open(content);
        var member = archive.Members.FirstOrDefault(m => m.Name == Entry && !m.IsFolder) ?? throw new Refused("no-such-entry", $"Tệp nén không có mục “{Entry}”.");
        using var destination = files.Create(OpenAttachment.Unpacked);
        archive.Extract(member, destination);
        return new(member.Name, member.SizeBytes);
    }
}
