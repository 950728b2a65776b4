namespace Signatures.Pdf;

/// <summary>What signatures forbid (§12.8.2): certification (DocMDP) and locked fields (FieldMDP).</summary>
static class Permissions
{
    /// <summary>True when the certifying signature allows no changes (P = 1).</summary>
    public static bool ForbidsChange(PdfFile file) =>
        file.Dictionary(file.Dictionary(file.Catalog["Perms"])?["DocMDP"] ?? PdfValue.Null) is { } signature && Level(file, signature) == 1;

    /// <summary>The level of a certifying signature: 1 nothing, 2 forms and signatures, 3 also annotations; null for an ordinary one.</summary>
    public static int? Level(PdfFile file, PdfDictionary signature) =>
        Parameters(file, signature, "DocMDP") is { } parameters ? file.Resolve(parameters["P"]).AsInteger ?? 2 : null;

    /// <summary>True when the signature locks that field.</summary>
    public static bool Locks(PdfFile file, PdfDictionary signature, string field)
    {
        if (Parameters(file, signature, "FieldMDP") is not { } parameters) return false;
        var named = file.Items(parameters["Fields"]).Any(f => (file.Resolve(f) as PdfString)?.Text == field);
        return file.Resolve(parameters["Action"]).AsName switch { "All" => true, "Include" => named, "Exclude" => !named, _ => true };
    }

    static PdfDictionary? Parameters(PdfFile file, PdfDictionary signature, string method) => file.Items(signature["Reference"]).Select(file.Dictionary)
        .Where(r => r is not null && file.Resolve(r["TransformMethod"]).AsName == method)
        .Select(r => file.Dictionary(r!["TransformParams"]) ?? new PdfDictionary()).FirstOrDefault();
}
