using App.Storage;

namespace App.Documents.Outgoing;

/// <summary>Lets the author move the places of number, date, signature and seal where the page was read wrongly.</summary>
public static class PlaceFields
{
    /// <summary>Any of so, ngay, thang, nam, signature, seal; those left out stay where they are. The seal follows the signature unless it is placed too.</summary>
    public sealed record Input
    {
        public List<Moved>? Places { get; init; }
    }

    /// <summary>A rectangle in points from the lower left corner of its page.</summary>
    public sealed record Moved
    {
        public string? Name { get; init; }
        public Entered<int> Page { get; init; }
        public Entered<double> Left { get; init; }
        public Entered<double> Bottom { get; init; }
        public Entered<double> Right { get; init; }
        public Entered<double> Top { get; init; }
    }

    const double FontSizePoints = 13;

    public static void Map(Routes routes) => routes.MapDeed<Input>("places", Documents.Right.Draft, Run);

    public static async Task<Document> Run(Work work, Guid id, Input input)
    {
        work.Actor.Require(Documents.Right.Draft);

        await using var change = await work.Begin();
        var document = await change.Document(id);
        document.MustBeInDraft(work.Stamp);
        var draft = await change.Draft(document);
        draft.Put((input.Places ?? []).Aggregate(draft.ReadPlaces(), (places, moved) => Move(places, moved, document.Pages)));
        await change.HandOn(document, document.State, "draft-places-moved", DeskTask.Revise);
        await change.Commit(document.Id);
        return document;
    }

    static SheetPlaces Move(SheetPlaces places, Moved moved, int pages)
    {
        var problems = new Problems();
        var place = new SheetPlace(problems.Need("Page", moved.Page, $"Ghi số trang."), problems.Need("Left", moved.Left, $"Ghi vị trí bằng số."),
            problems.Need("Bottom", moved.Bottom, $"Ghi vị trí bằng số."), problems.Need("Right", moved.Right, $"Ghi vị trí bằng số."),
            problems.Need("Top", moved.Top, $"Ghi vị trí bằng số."));
        var name = moved.Name ?? "";
        problems.Check(name is "signature" or "seal" || SheetPlaces.BlankNames.Contains(name), "Name", $"Không có chỗ nào tên như vậy.");
        problems.Check(place.Page >= 1 && place.Page <= pages, "Page", $"Văn bản không có trang này.");
        problems.Check(place is { Left: >= 0, Bottom: >= 0 } && place.Right > place.Left && place.Top > place.Bottom, "Left", $"Vị trí không nằm trên trang.");
        problems.ThrowIfAny();
        return name switch
        {
            "signature" => places with { Signature = place, Seal = SheetPlaces.SealFor(place) },
            "seal" => places with { Seal = place },
            _ => places with { Blanks = [.. places.Blanks.Where(b => b.Name != name), Blank(places, name, place)] },
        };
    }

    static SheetBlank Blank(SheetPlaces places, string name, SheetPlace place) =>
        places.Blanks.FirstOrDefault(b => b.Name == name) is { } was ? was with { Place = place } : new(name, place, FontSizePoints, IsItalic: name != "so");
}
