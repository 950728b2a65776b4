namespace EdXml;

/// <summary>
/// Something unusual that did not keep a file from being read. The code is stable, the arguments are plain texts, so that an oddity can be stored or
/// passed between processes; Sentence says it in Vietnamese with format and arguments apart, for translation.
/// </summary>
public sealed record Oddity(string Code, IReadOnlyList<string> Arguments)
{
    public static Oddity Of(string code, params string[] arguments) => new(code, arguments);

    public FormattableString Sentence => Sentences.Of(Code, Arguments);

    public bool Equals(Oddity? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
    public override string ToString() => FormattableString.Invariant(Sentence);
}

/// <summary>The codes of oddities, with their arguments in order.</summary>
static class Sentences
{
    public static FormattableString Of(string code, IReadOnlyList<string> given)
    {
        var a = new Padded(given);
        return code switch
        {
            "missing" => $"Thiếu thành phần {a[0]}.",
            "too-long" => $"{a[0]} dài {a[1]} ký tự, quy chuẩn cho phép {a[2]}.",
            "unknown-element" => $"Có thành phần lạ {a[0]}, đã bỏ qua.",
            "repeated-element" => $"Thành phần {a[0]} lặp lại, chỉ dùng lần đầu.",
            "not-a-number" => $"{a[0]} phải là số, nhưng ghi “{a[1]}”.",
            "not-a-flag" => $"{a[0]} phải là true hoặc false, nhưng ghi “{a[1]}”.",
            "date-form" => $"{a[0]} ghi “{a[1]}”, không đúng dạng của quy chuẩn; đã hiểu là {a[2]}.",
            "date-unreadable" => $"{a[0]} ghi “{a[1]}”, không đọc được thành ngày.",
            "namespace" => $"Thành phần {a[0]} dùng không gian tên lạ “{a[1]}”, đã bỏ qua.",
            "other-name" => $"Thành phần {a[0]} được ghi là {a[1]}.",
            "status-in-document" => $"Văn bản mang cả mã trạng thái “{a[0]}”.",
            "status-code" => $"Mã trạng thái “{a[0]}” không có trong danh sách.",
            "document-type" => $"Loại văn bản “{a[0]}” không có trong danh mục.",
            "business-kind" => $"Loại nghiệp vụ “{a[0]}” không có trong danh sách.",
            "no-content" => $"Tệp đính kèm “{a[0]}” không có nội dung.",
            "no-attachment" => $"Danh sách kê tệp “{a[0]}” nhưng không có nội dung kèm theo.",
            "no-reference" => $"Tệp đính kèm “{a[0]}” không có trong danh sách kê.",
            "name-differs" => $"Tệp đính kèm “{a[0]}” được kê trong danh sách với tên “{a[1]}”.",
            "sent-as-zip" => $"Tệp đính kèm “{a[0]}” được gửi dưới dạng tệp nén (zip).",
            "named-otherwise" => $"Tệp đính kèm “{a[0]}” thật ra là tệp {a[1]}.",
            "zip-named-otherwise" => $"Tệp đính kèm “{a[0]}” thật ra là tệp nén (zip) chứa {a[1]} tệp ({a[2]}); để nguyên như đã nhận.",
            "zip-encrypted" => $"Tệp nén “{a[0]}” được đặt mật khẩu; để nguyên như đã nhận.",
            "zip-ratio" or "zip-too-large" or "zip-too-many" => $"Tệp nén “{a[0]}” bung ra quá lớn hoặc quá nhiều mục, không mở; để nguyên như đã nhận.",
            "zip-bad-name" or "zip-duplicate-name" or "zip-headers-differ" or "zip-overlap" => $"Tệp nén “{a[0]}” có cấu trúc đáng ngờ, không mở; để nguyên như đã nhận.",
            "zip-broken" or "zip-method" => $"Tệp nén “{a[0]}” bị hỏng hoặc không đọc được; để nguyên như đã nhận.",
            "more" => $"Còn {a[0]} điểm bất thường khác.",
            _ => $"Có điểm bất thường: {code}.",
        };
    }

    /// <summary>A stored oddity of another version may hold fewer arguments than its sentence now has holes.</summary>
    readonly struct Padded(IReadOnlyList<string> given)
    {
        public string this[int index] => index < given.Count ? given[index] : "";
    }
}

/// <summary>Collects oddities, at most a hundred.</summary>
sealed class OddityList
{
    const int Most = 100, ArgumentLengthMax = 200;
    readonly List<Oddity> found = [];
    int more;

    public void Add(string code, params string[] arguments)
    {
        if (found.Count < Most) found.Add(new Oddity(code, [.. arguments.Select(Cut)]));
        else more++;
    }

    public void AddRange(IEnumerable<Oddity> oddities)
    {
        foreach (var oddity in oddities) Add(oddity.Code, [.. oddity.Arguments]);
    }

    public IReadOnlyList<Oddity> All => more == 0 ? [.. found] : [.. found, Oddity.Of("more", more.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    static string Cut(string text) => text.Length <= ArgumentLengthMax ? text
        : text[..(char.IsHighSurrogate(text[ArgumentLengthMax - 1]) ? ArgumentLengthMax - 1 : ArgumentLengthMax)] + "…";
}
