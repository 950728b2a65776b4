using System.Globalization;
using Kernel.Calendar;

namespace Understanding.Tests;

/// <summary>How one sentence was understood, against what was expected.</summary>
sealed class Marking(ExpectedSentence expected, Understood got)
{
    const double OverlapMin = 0.8;

    public static Marking Of(ExpectedSentence expected, AddressBook book) =>
        new(expected, Reader.Read(expected.Said, book, DateTime.Parse(expected.Now, CultureInfo.InvariantCulture), WorkingCalendar.Legal));

    public bool IsLeadRight => expected.Assignments.Select(a => a.Lead).SequenceEqual(got.Assignments.Select(a => a.Lead?.Value));

    public bool IsDueRight => expected.Assignments.Select(a => a.Due).SequenceEqual(got.Assignments.Select(Due));

    public bool IsExact => ArePeopleRight && IsDueRight && expected.Urgency == (int)got.Urgency.Value && AreUnknownRight
        && expected.Assignments.Zip(got.Assignments).All(pair => Overlaps(pair.First.What, pair.Second.What.Value));

    public int Produced => got.Assignments.Count;

    public int Invented => got.Assignments.Count(a => !Codes(a).Intersect(expected.Assignments.SelectMany(e => e.Support.Concat(e.Inform).Append(e.Lead))).Any());

    bool ArePeopleRight => expected.Assignments.Count == got.Assignments.Count && expected.Assignments.Zip(got.Assignments).All(pair =>
        pair.First.Lead == pair.Second.Lead?.Value && pair.First.Support.SequenceEqual(pair.Second.Support.Select(s => s.Value)) && pair.First.Inform.SequenceEqual(pair.Second.Inform.Select(s => s.Value)));

    bool AreUnknownRight => expected.Unknown.Select(u => string.Join(' ', PublicSet.Words(u))).SequenceEqual(got.Unknown.Select(u => string.Join(' ', PublicSet.Words(u.Value))));

    static IEnumerable<string?> Codes(Proposal proposal) => proposal.Support.Concat(proposal.Inform).Select(f => f.Value).Append(proposal.Lead?.Value).OfType<string>();

    static bool Overlaps(string expected, string got)
    {
        var (one, other) = (PublicSet.Words(expected), PublicSet.Words(got).ToList());
        if (one.Length == 0) return true;
        var (wanted, given) = (one.Length, other.Count);
        var common = one.Count(other.Remove);
        return common >= OverlapMin * wanted && common >= OverlapMin * given;
    }

    static string? Due(Proposal proposal) => proposal.Due is not { } due ? null
        : due.Value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + due.Value.Hour?.ToString("'T'HH:mm", CultureInfo.InvariantCulture);

    public override string ToString() =>
        $"{expected.Now} {expected.Said}\n" + string.Concat(expected.Assignments.Select(a => $"   - {Line(a.Lead, a.Support, a.Inform, a.Due, a.What)}\n")) + Rest("-", expected.Urgency, expected.Unknown)
        + string.Concat(got.Assignments.Select(a => $"   + {Line(a.Lead?.Value, a.Support.Select(s => s.Value), a.Inform.Select(s => s.Value), Due(a), a.What.Value)}\n")) + Rest("+", (int)got.Urgency.Value, got.Unknown.Select(u => u.Value));

    static string Line(string? lead, IEnumerable<string> support, IEnumerable<string> inform, string? due, string what) => $"{lead ?? "–"} | {string.Join(',', support)} | {string.Join(',', inform)} | {due ?? "–"} | {what}";

    static string Rest(string sign, int urgency, IEnumerable<string> unknown) => urgency == 0 && !unknown.Any() ? "" : $"   {sign} urgency {urgency}, unknown {string.Join("; ", unknown)}\n";
}
