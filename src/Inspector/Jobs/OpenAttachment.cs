using EdXml;

namespace Inspector.Jobs;

/// <summary>Says what an attachment really is, and unpacks it when the sender's software had zipped it; the unpacked file is left as <see cref="Unpacked"/>.</summary>
/// <param name="Name">The name the sender gave it, which decides nothing but what is odd.</param>
public sealed record OpenAttachment(string Name) : Job<Opened>
{
    /// <summary>The name of the unpacked file, when <see cref="Opened.WasPacked"/>.</summary>
    public const string Unpacked = "unpacked";

    internal override Opened Answer(JobFiles files)
    {
        using var content = files.Open(File);
        using var destination = files.Create(Unpacked);
        return Packing.Open(content, Name, destination);
    }
}
