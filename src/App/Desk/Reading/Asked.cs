using App.Documents;
using App.Storage;

namespace App.Desk.Reading;

/// <summary>What a sender asked to have done: with another document by this one, or with this one by another.</summary>
public sealed record Asked(string Text, string Href)
{
    public static async Task<IReadOnlyList<Asked>> Of(Work work, Document document, IReadOnlyList<DocumentLink> links)
    {
        var mine = document.Asks == Asks.Nothing ? [] : (await work.Abouts([document.Id]))[document.Id].ToList();
        var ids = links.Where(l => l.OtherId == document.Id && l.Kind is LinkKind.Recalls or LinkKind.Updates or LinkKind.Replaces).Select(l => l.DocumentId).ToList();
        var asking = ids.Count == 0 ? [] : await work.Documents(d => ids.Contains(d.Id) && d.Asks != Asks.Nothing).OrderByDescending(d => d.Id).ToListAsync(work.Cancelled);
        var own = document.Asks == Asks.Nothing ? [] : mine.Select(a => new Asked(AskWords.Say(document.Asks, a, document.Code), $"/documents/{a.Id}"))
            .DefaultIfEmpty(new(AskWords.Say(document.Asks, null, document.Code), $"/documents/{document.Id}"));
        return [.. own, .. asking.Select(d => new Asked(AskWords.Say(d.Asks, About.Of(document), d.Code), Open(work, d)))];
    }

    static string Open(Work work, Document asking) => $"/documents/{asking.Id}" + (asking.Asks == Asks.Recall && IsForClerk(work, asking) ? "/recall" : "");

    static bool IsForClerk(Work work, Document asking) => asking.State == DocumentState.Arrived && work.Actor.May(Documents.Right.RegisterIncoming);
}
