using System.Globalization;
using Kernel.Calendar;
using Kernel.Text;
using Understanding.Wording;

namespace Understanding.Tests;

/// <summary>A small ministry whose people bear invented names, on a Tuesday morning.</summary>
static class Office
{
    public static readonly DateTime Now = new(2026, 11, 24, 9, 0, 0);

    public static readonly AddressBook Book = AddressBook.Of(
    [
        new("BO", "Bộ Thí Dụ", EntryKind.Unit),
        new("VPB", "Văn phòng Bộ", EntryKind.Unit, "BO", ["Văn phòng", "VP"]),
        new("VPC", "Vụ Pháp chế", EntryKind.Unit, "BO"),
        new("VMT", "Vụ Môi trường", EntryKind.Unit, "BO", ["Vụ MT"]),
        new("KHTC", "Vụ Kế hoạch - Tài chính", EntryKind.Unit, "BO"),
        new("KHCN", "Vụ Khoa học và Công nghệ", EntryKind.Unit, "BO"),
        new("TTB", "Thanh tra Bộ", EntryKind.Unit, "BO", ["Thanh tra"]),
        new("DHTD", "Trường Đại học Tài nguyên và Môi trường Hà Nội", EntryKind.Unit, "BO"),
        new("PXP", "Phòng Xây dựng pháp luật", EntryKind.Unit, "VPC"),
        new("P01", "Nguyễn Văn Mẫu", EntryKind.Person, "BO", ["Bộ trưởng"]),
        new("P02", "Đỗ Mẫu Lan", EntryKind.Person, "BO", ["Thứ trưởng Đỗ Mẫu Lan"]),
        new("P03", "Phạm Thử Bình", EntryKind.Person, "BO", ["Thứ trưởng Phạm Thử Bình"]),
        new("P04", "Vũ Giả Khánh", EntryKind.Person, "VPB", ["Chánh Văn phòng"]),
        new("P05", "Ngô Mẫu Hải", EntryKind.Person, "VPC", ["Vụ trưởng Vụ Pháp chế"]),
        new("P06", "Phạm Giả Quân", EntryKind.Person, "PXP", ["Trưởng phòng"]),
        new("P07", "Nguyễn Thử Hương", EntryKind.Person, "VMT"),
        new("P08", "Đặng Mẫu Hương", EntryKind.Person, "KHTC"),
        new("P09", "Lê Ví Bảo", EntryKind.Person, "KHCN"),
    ]);

    public static Understood Reads(string text) => Reader.Read(text, Book, Now, WorkingCalendar.Legal);

    /// <summary>Who leads, co-operates and is informed, and until when: one line an assignment.</summary>
    public static string[] Gives(string text) =>
        [.. Reads(text).Assignments.Select(a => $"{a.Lead?.Value ?? "-"} | {Codes(a.Support)} | {Codes(a.Inform)} | {(a.Due is { } due ? Show(due.Value) : "-")}")];

    public static string? Due(string time, bool isFolded = false)
    {
        var text = $"Vụ Pháp chế làm {time}";
        return Reads(isFolded ? VietnameseText.Fold(text) : text).Assignments.Single().Due is { } due ? Show(due.Value) : null;
    }

    public static string What(string text) => string.Join(" / ", Reads(text).Assignments.Select(a => a.What.Value));

    public static int? Number(string words)
    {
        var at = 0;
        var sentence = new Sentence(words);
        return Numeral.Take(sentence, ref at, out var value) && at == sentence.Count ? value : null;
    }

    static string Show(Deadline due) => due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + due.Hour?.ToString("'T'HH:mm", CultureInfo.InvariantCulture);

    static string Codes(IReadOnlyList<Found<string>> found) => string.Join(',', found.Select(f => f.Value));
}
