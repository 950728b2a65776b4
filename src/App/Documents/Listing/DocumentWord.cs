namespace App.Documents.Listing;

/// <summary>How what is printed on a document is shown where it may still be missing.</summary>
static class DocumentWord
{
    /// <summary>A draft has its notation and no number yet: "…/BTNMT-VMT", as on the page itself.</summary>
    public static string Code(string code) => code.Length == 0 ? "–" : code[0] == '/' ? $"…{code}" : code;
}
