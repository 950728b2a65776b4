using Signatures.Pdf;

namespace Signatures.Checking;

/// <summary>What the widget of an added signature may be, so that it cannot be used to paint over a page.</summary>
static class Widgets
{
    const double AreaMax = 595 * 842 / 8.0; // An eighth of A4; a seal of 36 mm takes a fiftieth.

    /// <summary>True for the field or widget of that signature, without actions.</summary>
    public static bool IsOf(PdfFile file, PdfDictionary widget, int signature)
    {
        var field = widget["V"].IsNull && !widget["Parent"].IsNull ? file.Dictionary(widget["Parent"]) : widget;
        return field is not null && file.Resolve(field["FT"]).AsName == "Sig" && (field["V"] as PdfReference)?.Number == signature && DoesNothing(widget) && DoesNothing(field)
            && widget["Subtype"].AsName is null or "Widget";
    }

    public static bool DoesNothing(PdfDictionary widget) => widget["A"].IsNull && widget["AA"].IsNull && !widget.HasDoubledKey;

    /// <summary>True when it takes no more room than a signature or a seal would; its drawing is clipped to its place (§12.5.5).</summary>
    public static bool IsModest(PdfFile file, PdfDictionary widget)
    {
        var sides = file.Items(widget["Rect"]).Select(n => file.Resolve(n).AsNumber ?? 0).ToArray();
        if (sides.Length != 4) return widget["Rect"].IsNull;
        return Math.Abs((sides[2] - sides[0]) * (sides[3] - sides[1])) <= AreaMax;
    }
}
