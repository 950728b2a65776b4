using Signatures.Reading;

namespace Inspector.Jobs;

/// <summary>What a page that waits for signatures says, and where number, date, signature and seal belong on it.</summary>
public sealed record SignPlaces(int Pages, SuggestedPlaces Places, string Text);

/// <summary>Reads the words of a PDF and finds the places that are filled and signed at issue. <paramref name="Signer"/> is the printed name of who will sign.</summary>
public sealed record ReadSignPlaces(string Signer) : Job<SignPlaces>
{
    internal override SignPlaces Answer(JobFiles files)
    {
        var pages = DocumentText.Read(files.Read(File));
        return new(pages.Count, SuggestedPlaces.Find(pages, Signer), string.Join('\n', pages.Select(p => p.Text)));
    }
}
