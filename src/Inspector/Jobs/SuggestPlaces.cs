using Signatures.Reading;

namespace Inspector.Jobs;

/// <summary>Finds in a draft where number, date, signature and seal belong, by its own text.</summary>
/// <param name="SignerName">The name printed below the place of the signature.</param>
public sealed record SuggestPlaces(string SignerName) : Job<SuggestedPlaces>
{
    /// <summary>A signature is looked for on these first pages and on the last.</summary>
    public int PagesMax { get; init; } = 20;

    internal override SuggestedPlaces Answer(JobFiles files) => SuggestedPlaces.Find(DocumentText.Read(files.Read(File), PagesMax, withLast: true), SignerName);
}
