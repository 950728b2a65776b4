using Signatures.Reading;
using Signatures.Signing;

namespace App.Documents;

/// <summary>A rectangle on a page, in points from its lower left corner.</summary>
public sealed record SheetPlace(int Page, double Left, double Bottom, double Right, double Top)
{
    public PdfRectangle Rectangle => new(Left, Bottom, Right, Top);

    public static SheetPlace Of(int page, PdfRectangle place) => new(page, place.Left, place.Bottom, place.Right, place.Top);
}

/// <summary>A blank that is filled at issue: so, ngay, thang or nam.</summary>
public sealed record SheetBlank(string Name, SheetPlace Place, double FontSize, bool IsItalic);

/// <summary>Where number, date, signature and seal go on an outgoing document; proposed from its text, moved by hand where that is wrong.</summary>
public sealed record SheetPlaces
{
    public static readonly IReadOnlyList<string> BlankNames = ["so", "ngay", "thang", "nam"];

    static readonly string[] Needed = ["so", "ngay"];

    public IReadOnlyList<SheetBlank> Blanks { get; init; } = [];
    public SheetPlace? Signature { get; init; }
    public SheetPlace? Seal { get; init; }

    /// <summary>The seal over the left third of a signature (Decree 30, Article 33).</summary>
    public static SheetPlace SealFor(SheetPlace signature)
    {
        var seal = SuggestedPlaces.SealFor(new(signature.Page, signature.Rectangle));
        return SheetPlace.Of(seal.Page, seal.Place);
    }

    /// <summary>Whether the page says where its number, its day and its signature stand; without that it cannot be signed.</summary>
    public bool AreComplete => Signature is not null && Seal is not null && Needed.All(name => Blanks.Any(b => b.Name == name));
}
