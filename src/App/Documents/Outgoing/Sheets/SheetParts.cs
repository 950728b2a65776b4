using DocumentFormat.OpenXml.Wordprocessing;

namespace App.Documents.Outgoing.Sheets;

/// <summary>The parts of an official page in the sizes of Decree 30/2020 Annex I, Part I, Section II.</summary>
static class SheetParts
{
    /// <summary>The room between the margins of 30 mm and 20 mm on A4, and its two columns.</summary>
    public const int Room = 9071;
    const int LeftColumn = 3970, RightColumn = Room - LeftColumn;
    const char Gap = '\u00A0'; // A space that neither Word nor the search for the blank takes for the end of a line.

    const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto = "Độc lập - Tự do - Hạnh phúc";
    const int MottoWidth = 3176; // Twips of the motto in 13 points bold: the line under it is as long as it.

    static readonly Style Plain = new(14) { Align = JustificationValues.Both, FirstLine = 720, Before = 120, LineHundredths = 110 };

    public static Table Head(Sheet sheet)
    {
        List<Paragraph> issuer = [];
        if (sheet.SuperiorName.Length > 0) issuer.Add(Word.Line(new(12), Upper(sheet.SuperiorName)));
        issuer.Add(Word.Line(new(12) { IsBold = true }, Upper(sheet.IssuerName)));
        issuer.Add(Rule(LeftColumn, Math.Min(Width(Upper(sheet.IssuerName), 12), LeftColumn) * 2 / 5));
        List<Paragraph> nation =
        [
            Word.Line(new(12) { IsBold = true }, Nation),
            Word.Line(new(13) { IsBold = true }, Motto),
            Rule(RightColumn, MottoWidth),
        ];
        List<Paragraph> code = [Word.Line(new(13) { Before = 60 }, $"Số:{Blank(13)}/{sheet.Notation}")];
        if (sheet.IsLetter) code.Add(Word.Line(new(12) { Before = 120 }, $"V/v {sheet.Subject}"));
        List<Paragraph> date = [Word.Line(new(13) { IsItalic = true, Before = 60 }, $"{sheet.Place}, ngày{Blank(8)}tháng{Blank(8)}năm{Blank(10)}")];
        return Word.Columns([LeftColumn, RightColumn], issuer, nation, code, date);
    }

    /// <summary>Tên loại and trích yếu with its line, and for a decision who decides, on which grounds, and the word itself.</summary>
    public static IEnumerable<Paragraph> Title(Sheet sheet)
    {
        if (sheet.IsLetter) return Addressees(sheet.Addressees);
        var decides = sheet.Authority.Length > 0;
        List<Paragraph> title =
        [
            Word.Line(new(14) { IsBold = true, Before = 360, StaysWithNext = true }, Upper(sheet.KindName)),
            Word.Line(new(14) { IsBold = true, StaysWithNext = true, After = 40 }, sheet.Subject),
            Rule(Room, Math.Min(Width(sheet.Subject, 14), Room) * 2 / 5),
        ];
        if (!decides) return title;
        title.Add(Word.Line(new(14) { IsBold = true, Before = 240, After = 120 }, Upper(sheet.Authority)));
        title.AddRange(sheet.Grounds.Select((ground, i) => Word.Line(Plain with { IsItalic = true }, $"{ground.TrimEnd(';', '.', ' ')}{(i == sheet.Grounds.Count - 1 ? '.' : ';')}")));
        title.Add(Word.Line(new(14) { IsBold = true, Before = 240, After = 120, StaysWithNext = true }, $"{Upper(sheet.KindName)}:"));
        return title;
    }

    public static IEnumerable<Paragraph> Body(Sheet sheet) => sheet.Body.Select((text, i) =>
    {
        var whole = i == sheet.Body.Count - 1 ? $"{text.TrimEnd('/', '.', ' ')}./." : text;
        var style = Plain with { Before = i == 0 && sheet.IsLetter ? 240 : Plain.Before };
        return Article(whole) is var end and > 0
            ? Word.Line(style, Word.Letters(style with { IsBold = true }, whole[..end]), Word.Letters(style, whole[end..]))
            : Word.Line(style, whole);
    });

    public static Table Foot(Sheet sheet)
    {
        var small = new Style(11) { Align = JustificationValues.Left };
        List<Paragraph> copies =
        [
            Word.Line(new(12) { IsBold = true, IsItalic = true, Align = JustificationValues.Left }, "Nơi nhận:"),
            .. sheet.Copies.Select(copy => Word.Line(small, $"- {copy.TrimEnd(';', '.', ' ')};")),
            Word.Line(small, $"- Lưu: {sheet.Kept}."),
        ];
        var signer = new Style(14) { IsBold = true, StaysWithNext = true };
        List<Paragraph> signature =
        [
            .. sheet.Capacity.Select(line => Word.Line(signer, Upper(line))),
            .. Enumerable.Range(0, 5).Select(_ => Word.Line(signer, "")), // Room for the signature and, a third over it, the seal.
            Word.Line(new(14) { IsBold = true }, sheet.SignerName),
        ];
        return Word.Columns([LeftColumn + 400, RightColumn - 400], copies, signature);
    }

    static IEnumerable<Paragraph> Addressees(IReadOnlyList<string> to) => to switch
    {
        [] => [],
        [var only] => [Word.Line(new(14) { Before = 360, After = 120 }, $"Kính gửi: {only.TrimEnd(';', '.', ' ')}")],
        _ => [
            Word.Line(new(14) { Before = 360, Align = JustificationValues.Left, Left = 2000 }, "Kính gửi:"),
            .. to.Select((one, i) => Word.Line(new(14) { Align = JustificationValues.Left, Left = 2900, After = i == to.Count - 1 ? 120 : 0 },
                $"- {one.TrimEnd(';', '.', ' ')}{(i == to.Count - 1 ? '.' : ';')}"))],
    };

    /// <summary>A thin line of that many twips in the middle of its column.</summary>
    static Paragraph Rule(int column, int width) =>
        Word.Line(new(3) { HasLineAbove = true, Left = (column - width) / 2, Right = (column - width) / 2 }, "");

    /// <summary>About how wide letters of that size are; exact enough for a line of a third to a half of their length.</summary>
    static int Width(string text, double size) => (int)(text.Length * size * (text == Upper(text) ? 0.69 : 0.47) * 20);

    /// <summary>How far “Điều 1.” reaches, which is printed bold.</summary>
    static int Article(string text) =>
        text.StartsWith("Điều ", StringComparison.Ordinal) && text.IndexOf('.', StringComparison.Ordinal) is var dot and > 5 and < 10 ? dot + 1 : 0;

    static string Blank(int letters) => new(Gap, letters);

    static string Upper(string text) => text.ToUpper(new("vi-VN"));
}
