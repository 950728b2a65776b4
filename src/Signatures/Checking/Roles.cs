using Signatures.Pdf;

namespace Signatures.Checking;

enum Role { Other, Catalog, Form, FormFields, Field, Pages, Page, PageAnnotations, PageContent, Annotation, Proofs, Properties }

/// <summary>What each object of a revision is for, as far as a change to it must be judged.</summary>
sealed class Roles
{
    readonly Dictionary<int, Role> roles = [];
    readonly Dictionary<int, FormField> fields = [];
    readonly PdfFile file;

    public Roles(PdfFile file, Dictionary<int, int> counts)
    {
        this.file = file;
        Put(file.Root, Role.Catalog);
        var form = file.Catalog["AcroForm"];
        Put(form, Role.Form);
        Put(file.Dictionary(form)?["Fields"], Role.FormFields);
        foreach (var field in Pdf.Form.Fields(file))
        {
            Put(field.Reference, Role.Field);
            fields.TryAdd(field.Reference.Number, field);
        }
        foreach (var page in Pdf.Pages.All(file)) Page(page);
        Proofs(file.Catalog["DSS"]);
        Put(file.Trailer["Info"], Role.Properties);
        foreach (var number in counts.Keys.Where(n => file.Entries.ContainsKey(n) && file.Get(n) is PdfDictionary d && d["Type"].AsName == "Pages")) Put(new PdfReference(number, 0), Role.Pages);
    }

    public Role Of(int number) => roles.GetValueOrDefault(number);

    public FormField Field(int number) => fields[number];

    void Put(PdfValue? value, Role role)
    {
        if (value is PdfReference reference) roles.TryAdd(reference.Number, role);
    }

    void Page(PageNode page)
    {
        Put(page.Reference, Role.Page);
        Put(page.Dictionary["Annots"], Role.PageAnnotations);
        Put(page.Dictionary["Contents"], Role.PageContent);
        foreach (var part in file.Items(page.Dictionary["Contents"])) Put(part, Role.PageContent);
        foreach (var annotation in file.Items(page.Dictionary["Annots"])) Put(annotation, Role.Annotation);
    }

    /// <summary>The Document Security Store (EN 319 142-1 §5.4.2.2): its dictionary, lists, and the entries for single signatures; not the streams.</summary>
    void Proofs(PdfValue value)
    {
        if (file.Dictionary(value) is not { } store) return;
        Put(value, Role.Proofs);
        foreach (var key in new[] { "Certs", "OCSPs", "CRLs", "VRI" }) Put(store[key], Role.Proofs);
        if (file.Dictionary(store["VRI"]) is not { } each) return;
        foreach (var entry in each.Keys) Put(each[entry], Role.Proofs);
    }
}
