using App.Documents;

namespace App.Directing;

/// <summary>A mark of how a case or an assignment stood when it was seen; whoever acts on what was seen earlier learns that it has changed since.</summary>
public static class Seen
{
    /// <param name="assignments">Those given from the document itself.</param>
    public static string Of(Document document, int directives, int assignments) => FormattableString.Invariant($"{document.Version}.{directives}.{assignments}");

    public static string Of(Assignment assignment) => FormattableString.Invariant($"{assignment.Version}");

    public static async Task<string> Case(Work work, Document document) =>
        Of(document, await work.Directives(document).CountAsync(work.Cancelled), await work.Assignments(document).CountAsync(a => a.ParentId == null, work.Cancelled));
}
