using EdXml.Archives;

namespace Inspector.Jobs;

/// <summary>A file in an archive: its name there is for people, never a path.</summary>
public sealed record ArchiveEntry(string Name, long SizeBytes);

/// <summary>Lists what a zip holds, under limits and without unpacking. Refused with the codes of <see cref="BoundedZip.Open"/>.</summary>
public sealed record ListArchive : Job<IReadOnlyList<ArchiveEntry>>
{
    internal override IReadOnlyList<ArchiveEntry> Answer(JobFiles files)
    {
        using var content = files.Open(File);
        return [.. BoundedZip.Open(content).Members.Where(m => !m.IsFolder).Select(m => new ArchiveEntry(m.Name, m.SizeBytes))];
    }
}
