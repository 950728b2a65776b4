using App.Documents.Outgoing.Sheets;
using App.Organisation;

namespace App.Documents.Outgoing;

/// <summary>What an author wrote, checked: it becomes the letter in the book, the page that is printed, and the list of receivers.</summary>
public sealed record Written(
    Institution Institution, Unit Unit, DocumentKind Kind, string Subject, DraftText Text, Signatories.Leader Signer, IReadOnlyList<string> Capacity)
{
    const short Decision = 2;

    public Urgency Urgency { get; init; }
    public Promise? Promise { get; init; }
    public IReadOnlyList<(string Code, string Name)> Receivers { get; init; } = [];
    public IReadOnlyList<(string Code, string Name)> Copies { get; init; } = [];

    /// <summary>Ký hiệu by Decree 30, Annex III: a named kind before the organ, a công văn with the drafting unit after it.</summary>
    public string Notation => Kind.Abbreviation.Length > 0 ? $"{Kind.Abbreviation}-{Institution.ShortName}" : $"{Institution.ShortName}-{Unit.Code}";

    bool IsLetter => Kind.Abbreviation.Length == 0;

    public Letter Letter => new(Institution.Code, Institution.Name, "", Notation, null, Subject)
    {
        Kind = Kind.Code, KindName = Kind.Name, SignerName = Signer.Name, SignerTitle = Signer.Title, Urgency = Urgency,
    };

    public DraftSigner DraftSigner => new(Signer.Id, string.Join('\n', Capacity));

    /// <summary>The page with everything printed but number and date.</summary>
    public Sheet Sheet(string headTitle) => new()
    {
        SuperiorName = Institution.SuperiorName, IssuerName = Institution.Name, Notation = Notation, Place = Institution.Place,
        KindName = IsLetter ? "" : Kind.Name, Subject = Subject, Addressees = IsLetter ? [.. Receivers.Select(r => r.Name)] : [],
        Grounds = DraftForm.Lines(Text.Grounds), Authority = Kind.Code == Decision ? $"{headTitle} {Institution.Name}" : "",
        Body = DraftForm.Lines(Text.Body), Copies = [.. IsLetter ? ["Như trên"] : Receivers.Select(r => r.Name), .. Copies.Select(c => c.Name)],
        Kept = $"VT, {Unit.Code}", Capacity = Capacity, SignerName = Signer.Name,
    };

    public IEnumerable<DocumentReceiver> ReceiversOf(Document document) =>
        Receivers.Select(r => (r, IsCopy: false)).Concat(Copies.Select(r => (r, IsCopy: true)))
            .Select((to, place) => DocumentReceiver.Of(document, place, to.r.Code, to.r.Name, to.IsCopy));
}
