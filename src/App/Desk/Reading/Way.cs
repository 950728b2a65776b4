using System.Text.Json;
using App.Directing;
using App.Storage;
using App.Web.Parts;
using Kernel.Calendar;
using static App.Shell.Texts;

namespace App.Desk.Reading;

/// <summary>A document's way through the office, read from its journal alone: what was done, and who held it how long.</summary>
public static class Way
{
    const int BarsMax = 14;

    /// <summary>What people wrote in the step, in the order in which it is looked for.</summary>
    static readonly string[] Written = ["words", "report", "reason", "askedReason", "reportWanted", "evaluation", "outcome"];

    /// <summary>One step for all that one person did at one moment, the newest first.</summary>
    public static IReadOnlyList<Timeline.Step> Steps(IReadOnlyList<JournalEntry> history, IReadOnlyDictionary<Guid, string> names, WorkingCalendar calendar)
    {
        var steps = new List<Timeline.Step>();
        DateTime? before = null;
        foreach (var deeds in history.GroupBy(e => (e.At, e.ActorId)))
        {
            var minutes = before is { } from ? (int)calendar.WorkingTime(from, deeds.Key.At).TotalMinutes : 0;
            steps.Add(new(deeds.Key.At, Name(deeds.First()), Told([.. deeds], names), Note(minutes, deeds.Last().Sequence), Words([.. deeds])));
            before = deeds.Key.At;
        }
        steps.Reverse();
        var isOpen = history.LastOrDefault(e => e.SubjectId == e.CaseId)?.HolderAfter is not null;
        return isOpen && steps is [var last, ..] ? [last with { Kind = Standing.Doing }, .. steps[1..]] : steps;
    }

    public static IReadOnlyList<HoldBars.Hold> Holds(IReadOnlyList<JournalEntry> history, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<Assignment> assignments,
        WorkingCalendar calendar, DateTime now)
    {
        var parts = assignments.Where(a => a.Role == AssignmentRole.Cooperate).ToDictionary(a => a.Id);
        var dues = history.Where(e => e.SubjectId == e.CaseId).Select(e => e.DeadlineAfter).LastOrDefault();
        return [.. TimeLedger.Of(history).Where(h => h.SubjectId == history[0].CaseId || parts.TryGetValue(h.SubjectId, out var part) && part.AssigneeId == h.HolderId)
            .Take(BarsMax).Select(h => Bar(h, parts.GetValueOrDefault(h.SubjectId)))];

        HoldBars.Hold Bar(Holding hold, Assignment? part)
        {
            var minutes = (int)calendar.WorkingTime(hold.From, hold.Until ?? now).TotalMinutes;
            var due = part is null ? hold.Until is null ? dues : null : part.Deadline;
            var told = hold.Until is not null ? Wording.Time(minutes) : due is { } day ? T("{0} · đang giữ, hạn {1}", Wording.Time(minutes), Vietnam.Show(day)) : T("{0} · đang giữ", Wording.Time(minutes));
            return new(names.GetValueOrDefault(hold.HolderId, "–"), part is null ? null : Wording.Role(part.Role), hold.From, hold.Until, due is { } last ? VietnamTime.EndOf(last) : null, told);
        }
    }

    /// <summary>When the office was closed, as long as that can still be seen: nights and rest days of at most ten days.</summary>
    public static IReadOnlyList<(DateTime From, DateTime Until)> Pauses(IReadOnlyList<HoldBars.Hold> holds, WorkingCalendar calendar, DateTime now)
    {
        if (holds.Count == 0) return [];
        var (start, end) = (holds.Min(h => h.From), holds.Max(h => h.Until ?? now));
        if (end - start > TimeSpan.FromDays(10)) return [];
        var pauses = new List<(DateTime, DateTime)>();
        var closed = start;
        for (var day = Vietnam.Day(start); day <= Vietnam.Day(end); day = day.AddDays(1))
        {
            if (!calendar.IsWorking(day)) continue;
            var spans = calendar.HoursOn(day).Spans;
            var opens = VietnamTime.Instant(day, spans[0].From);
            if (opens > closed) pauses.Add((closed, opens < end ? opens : end));
            closed = VietnamTime.Instant(day, spans[^1].Until);
        }
        if (closed < end) pauses.Add((closed, end));
        return [.. pauses.Where(p => p.Item2 > p.Item1)];
    }

    static string Told(IReadOnlyList<JournalEntry> deeds, IReadOnlyDictionary<Guid, string> names) => string.Join("; ", deeds.GroupBy(e => e.Deed).Select(same =>
    {
        var word = PreparedBy(same) is { } by ? T("{0} (do {1} chuẩn bị)", Areas.Say(same.Key), by) : Areas.Say(same.Key) ?? same.Key;
        var to = same.Where(e => e.HolderAfter is not null && e.HolderAfter != e.HolderBefore).Select(e => names.GetValueOrDefault(e.HolderAfter!.Value, "–")).Distinct().ToList();
        return to.Count == 0 ? Lower(word) : T("{0} → {1}", Lower(word), string.Join(", ", to));
    }));

    /// <summary>Who wrote a directive down for the leader to confirm.</summary>
    static string? PreparedBy(IEnumerable<JournalEntry> deeds) => deeds.Where(e => e is { Deed: "directive-given", Changes.Length: > 0 })
        .Select(e => JsonDocument.Parse(e.Changes).RootElement.TryGetProperty("preparedBy", out var pair) ? pair[1].GetString() : null).FirstOrDefault(by => by is not null);

    static string Name(JournalEntry entry) => entry.Position.Length == 0 ? entry.ActorName : $"{entry.ActorName} · {entry.Position}";

    static string Lower(string word) => word.Length == 0 ? word : char.ToLowerInvariant(word[0]) + word[1..];

    static string Note(int minutes, int sequence) => minutes > 0 ? T("sau {0} làm việc · bản ghi số {1}", Wording.Time(minutes), sequence) : T("bản ghi số {0}", sequence);

    static string? Words(IReadOnlyList<JournalEntry> deeds)
    {
        foreach (var changes in deeds.Where(e => e.Changes.Length > 0).Select(e => JsonDocument.Parse(e.Changes).RootElement))
            foreach (var name in Written)
                if (changes.TryGetProperty(name, out var pair) && pair.EnumerateArray().Last() is { ValueKind: JsonValueKind.String } said && said.GetString() is { Length: > 0 } text) return text;
        return null;
    }
}
