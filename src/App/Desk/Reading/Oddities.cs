using App.Documents;

namespace App.Desk.Reading;

/// <summary>What was odd about a file when it came, said in the reader's language.</summary>
public static class Oddities
{
    public static IReadOnlyList<string> Of(Attachment file) => [.. OddSentence.Read(file).Select(odd => odd.Text)];
}
