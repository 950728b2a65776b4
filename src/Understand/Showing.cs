using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Understanding;

namespace Understand;

/// <summary>Writes an answer for programs and for people.</summary>
static class Showing
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(Understood understood) => JsonSerializer.Serialize(new
    {
        assignments = understood.Assignments.Select(a => new
        {
            lead = a.Lead?.Value,
            support = a.Support.Select(s => s.Value),
            inform = a.Inform.Select(s => s.Value),
            due = a.Due is { } due ? Day(due.Value) : null,
            what = a.What.Value,
        }),
        urgency = (int)understood.Urgency.Value,
        unknown = understood.Unknown.Select(u => u.Value),
    }, Plain);

    public static string Text(Understood understood, AddressBook book)
    {
        var text = new StringBuilder(understood.Text).AppendLine();
        var number = 0;
        foreach (var proposal in understood.Assignments)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {++number}. {(proposal.What.Value.Length > 0 ? proposal.What.Value : "(không nói rõ việc)")}");
            if (proposal.Lead is { } lead) Line("chủ trì", Name(lead), lead);
            foreach (var support in proposal.Support) Line("phối hợp", Name(support), support);
            foreach (var inform in proposal.Inform) Line("để biết", Name(inform), inform);
            if (proposal.Due is { } due) Line("hạn", Day(due.Value), due);
        }
        if (understood.Assignments.Count == 0) text.AppendLine("  Không giao việc.");
        if (understood.Urgency.Value > Urgency.Ordinary) Line("độ khẩn", understood.Urgency.Value switch { Urgency.Express => "hỏa tốc", Urgency.VeryUrgent => "thượng khẩn", _ => "khẩn" }, understood.Urgency);
        foreach (var unknown in understood.Unknown) Line("chưa rõ là ai", unknown.Value, unknown);
        return text.ToString().TrimEnd();

        string Name(Found<string> code) => $"{book[code.Value]!.Name} [{code.Value}]";

        void Line<T>(string what, string value, Found<T> found) => text.AppendLine(CultureInfo.InvariantCulture,
            $"     {what}: {value}  ← {string.Join(" … ", found.Spans.Select(s => $"“{s.In(understood.Text)}” ở {s.Start}"))} ({Say(found.Sureness)})");
    }

    static string Say(Sureness sureness) => sureness switch { Sureness.Certain => "chắc chắn", Sureness.Likely => "khá chắc", _ => "suy ra" };

    static string Day(Deadline due) => due.Hour is { } hour
        ? due.Day.ToDateTime(hour).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        : due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
