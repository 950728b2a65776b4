using Signatures.Drawing;
using Signatures.Pdf;

namespace Signatures.Signing;

/// <summary>One incremental update of a form: fields, their widgets on the pages, and the signature flags.</summary>
sealed class FormEdit
{
    const long PrintAndLocked = 4 + 128;

    readonly List<PdfReference> added = [];
    readonly List<PageNode> pages;
    PdfDictionary form;
    bool signs;

    public PdfFile File { get; }
    public IncrementalUpdate Update { get; }
    public List<FormField> Fields { get; }

    FormEdit(PdfFile file)
    {
        File = file;
        Update = new(file);
        if (file.Sections.Any(s => s.IsHybrid)) throw new PdfRefusal("pdf-hybrid", $"Tệp PDF có hai bảng tham chiếu khác nhau nên không ký được; hãy lưu lại từ chương trình soạn thảo.");
        form = file.Dictionary(file.Catalog["AcroForm"]) ?? new PdfDictionary().Add("Fields", new PdfArray([]));
        if (!form["XFA"].IsNull) throw new PdfRefusal("pdf-xfa", $"Tệp PDF chứa biểu mẫu XFA nên không ký được.");
        Fields = Form.Fields(file);
        pages = Pages.All(file);
        if (Permissions.ForbidsChange(file)) throw new PdfRefusal("pdf-certified", $"Tệp PDF đã được chứng nhận và không cho thêm thay đổi nào.");
    }

    public static FormEdit Open(ReadOnlyMemory<byte> pdf) => new(PdfFile.Open(pdf));

    /// <summary>The page, when the place lies on it.</summary>
    public PageNode Page(int number, PdfRectangle place)
    {
        if (number < 1 || number > pages.Count) throw new PdfRefusal("no-such-page", $"Văn bản không có trang {number}.");
        var page = pages[number - 1];
        var fits = place.Width > 0 && place.Height > 0 && place.Left >= page.Left && place.Bottom >= page.Bottom && place.Right <= page.Left + page.Width && place.Top <= page.Bottom + page.Height;
        return fits ? page : throw new PdfRefusal("outside-page", $"Vị trí đã chọn nằm ngoài trang {number}.");
    }

    public void RequireFree(string name)
    {
        if (name.Length is 0 or > 60 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new PdfRefusal("name-unusable", $"Tên trường “{name}” chỉ được có chữ cái không dấu, chữ số, gạch nối và gạch dưới.");
        if (Fields.Any(f => f.Name == name)) throw new PdfRefusal("field-taken", $"Văn bản đã có trường “{name}”.");
    }

    public static PdfDictionary Widget(string kind, string name, PageNode page, PdfRectangle? place) => new PdfDictionary()
        .Add("Type", "Annot").Add("Subtype", "Widget").Add("FT", kind).Add("T", PdfString.OfText(name)).Add("F", PdfWord.Of(PrintAndLocked)).Add("P", page.Reference)
        .Add("Rect", place is { } p ? PdfArray.Of(p.Left, p.Bottom, p.Right, p.Top) : PdfArray.Of(0, 0, 0, 0));

    public void AddFont(string name, Func<PdfReference> font)
    {
        var resources = File.Dictionary(form["DR"]) ?? new PdfDictionary();
        var fonts = File.Dictionary(resources["Font"]) ?? new PdfDictionary();
        if (!fonts[name].IsNull) throw new PdfRefusal("field-taken", $"Văn bản đã có trường “{name}”.");
        form = form.With("DR", resources.With("Font", fonts.With(name, font())));
    }

    public void AddField(PdfDictionary field, PageNode page)
    {
        var reference = Update.Add(field);
        added.Add(reference);
        var dictionary = (PdfDictionary)Update.Current(page.Reference);
        var annotations = dictionary["Annots"];
        var grown = (Update.Current(annotations) as PdfArray ?? new PdfArray([])).With(reference);
        if (annotations is PdfReference apart) Update.Replace(apart, grown);
        else Update.Replace(page.Reference, dictionary.With("Annots", grown));
    }

    public void AddSignature(SignatureRequest request, PdfReference signature, IReadOnlyList<string> locked)
    {
        signs = true;
        var existing = Fields.SingleOrDefault(f => f.Name == request.Field);
        if (existing is { Kind: "Sig" } && File.Resolve(existing.Dictionary["V"]).IsNull) Fill(existing, request, signature);
        else
        {
            RequireFree(request.Field);
            var page = request.Appearance is { } shown ? Page(shown.Page, shown.Place) : pages.FirstOrDefault() ?? throw PdfRefusal.Damaged("page tree");
            var field = Widget("Sig", request.Field, page, request.Appearance?.Place).Add("V", signature);
            if (request.Appearance is { } a) field.Add("AP", Drawn(a, a.Place.Width, a.Place.Height, page.Rotation));
            if (locked.Count > 0) field.Add("Lock", Update.Add(Include("SigFieldLock", locked)));
            AddField(field, page);
        }
    }

    /// <summary>An empty field keeps its place; only what it shows and its value are new.</summary>
    void Fill(FormField field, SignatureRequest request, PdfReference signature)
    {
        var signed = field.Dictionary.With("V", signature);
        var sides = File.Items(field.Dictionary["Rect"]).Select(n => File.Resolve(n).AsNumber ?? 0).ToArray();
        if (request.Appearance is { } appearance && sides.Length == 4 && sides[2] != sides[0] && sides[3] != sides[1])
            signed = signed.With("AP", Drawn(appearance, Math.Abs(sides[2] - sides[0]), Math.Abs(sides[3] - sides[1]), 0));
        Update.Replace(field.Reference, signed);
    }

    PdfDictionary Drawn(SignatureAppearance appearance, double width, double height, int rotation) =>
        new PdfDictionary().Add("N", SignatureDrawing.Add(Update, appearance, width, height, rotation));

    public static PdfDictionary Include(string type, IReadOnlyList<string> fields) =>
        new PdfDictionary().Add("Type", type).Add("Action", "Include").Add("Fields", new PdfArray([.. fields.Select(PdfString.OfText)]));

    /// <summary>Writes the form's own dictionary back where it stood.</summary>
    public void Save()
    {
        if (signs) form = form.With("SigFlags", PdfWord.Of(3L));
        var fields = form["Fields"];
        var grown = new PdfArray([.. File.Items(fields), .. added]);
        if (fields is PdfReference apart && added.Count > 0) Update.Replace(apart, grown);
        else if (added.Count > 0) form = form.With("Fields", grown);

        if (File.Catalog["AcroForm"] is PdfReference own) Update.Replace(own, form);
        else if (File.Catalog["AcroForm"].IsNull) Update.Replace(File.Root, File.Catalog.With("AcroForm", Update.Add(form)));
        else Update.Replace(File.Root, File.Catalog.With("AcroForm", form));
    }
}
