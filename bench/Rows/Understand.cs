using System.Text.Json;
using Bench.Measuring;
using Kernel.Calendar;
using Kernel.Text;
using Understanding;
using Addressee = Understanding.Entry;
using Directives = Understanding.Reader;

namespace Bench.Rows;

/// <summary>B12: understanding a directive against 5,000 units and people, paired with folding the same text: what any search does to it.</summary>
static class Understand
{
    const int Units = 2000, Entries = 5000, FoldsAtOnce = 100;
    static readonly DateTime Now = new(2026, 11, 24, 9, 0, 0);
    static readonly string[] Kinds = ["Vụ", "Cục", "Sở", "Phòng", "Ban", "Trung tâm", "Viện", "Chi cục"];
    static readonly string[] Fields = ["Pháp chế", "Môi trường", "Tài chính", "Kế hoạch", "Xây dựng", "Công nghệ", "Nội vụ", "Tư pháp", "Giáo dục", "Đào tạo", "Nông nghiệp", "Thủy lợi", "Đất đai", "Khoáng sản", "Y tế", "Văn hóa", "Du lịch"];
    static readonly string[] Surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"], Middles = ["Văn", "Thị", "Mẫu", "Thử", "Ví", "Giả"];
    static readonly string[] Given = ["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hùng", "Hương", "Khánh", "Lan", "Linh", "Mai", "Minh", "Nam", "Nga", "Sơn", "Tâm", "Tuấn", "Vinh", "Yến"];

    public static async IAsyncEnumerable<Line> Run(Site site)
    {
        var book = AddressBook.Of(Directory());
        var sentences = Sentences();
        var noisy = await Machine.IsNoisy();
        var at = 0;
        Task Read() => Once(() => Directives.Read(sentences[at++ % sentences.Count], book, Now, WorkingCalendar.Legal));
        Task Fold() => Once(() =>
        {
            for (var i = 0; i < FoldsAtOnce; i++) VietnameseText.Fold(sentences[at++ % sentences.Count]);
        });
        await Load.Run(1, site.Seconds, _ => Read());
        List<(Done Ours, Done Fold)> rounds = [];
        for (var round = 0; round < site.Rounds; round++) rounds.Add((await Load.Run(1, site.Seconds, _ => Read()), await Load.Run(1, site.Seconds, _ => Fold())));
        var ours = Load.Median(rounds.Select(r => r.Ours));
        yield return new("B12", $"directive against {Entries:#,0} units and people: time ÷ folding the same text", $"{ours}", $"{Load.Median(rounds.Select(r => r.Fold)).PerSecond * FoldsAtOnce:#,0}/s",
            [.. rounds.Select(r => r.Fold.PerSecond * FoldsAtOnce / r.Ours.PerSecond)], $"{1000 / ours.PerSecond:0.00} ms/directive", "p99 ≤ 5 ms", noisy);
    }

    static Task Once(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    static IEnumerable<Addressee> Directory()
    {
        var random = new Random(12);
        string Of(string[] words) => words[random.Next(words.Length)];
        for (var i = 0; i < Units; i++) yield return new($"U{i}", $"{Of(Kinds)} {Of(Fields)} và {Of(Fields)} {Of(Fields)}", EntryKind.Unit, i > 0 ? "U0" : null);
        for (var i = Units; i < Entries; i++)
            yield return new($"P{i}", $"{Of(Surnames)} {Of(Middles)} {Of(Middles)} {Of(Given)}", EntryKind.Person, $"U{random.Next(Units)}", ["Vụ trưởng", $"Chuyên viên {Of(Fields)}"]);
    }

    static List<string> Sentences()
    {
        var folder = Path.Combine(Site.Root, "tests/Understanding.Tests/Sentences");
        return [.. System.IO.Directory.GetFiles(folder, "sentences.jsonl", SearchOption.AllDirectories).Order().SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("said").GetString()!)];
    }
}
