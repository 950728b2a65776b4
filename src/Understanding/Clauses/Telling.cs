using Understanding.Deadlines;
using Understanding.Names;
using Understanding.Wording;

namespace Understanding.Clauses;

/// <summary>Puts drafts into the form in which they are proposed, each part with where it stands.</summary>
sealed class Telling(Sentence sentence)
{
    static readonly Phrase Joint = new("và", "rồi", "còn", "thì", "để", "phải", "cần"), Dangling = new("vào", "lúc", "và", "rồi", "còn", "đồng thời", "thì", "để", "là", "sau đó", "trong đó", "ngoài ra"),
        Joining = new("và", "rồi", "còn", "đồng thời", "thì", "để", "sau đó", "trong đó", "ngoài ra"); // Without marks "luc" is also lực.

    public Understood Tell(Outcome outcome) => new(
        sentence.Text,
        [.. outcome.Drafts.Select(Tell)],
        new(outcome.Urgency, outcome.UrgencySpans, Sureness.Certain),
        [.. outcome.Unknown.DistinctBy(m => SpanOf(m).In(sentence.Text)).Select(m => new Found<string>(SpanOf(m).In(sentence.Text), [SpanOf(m)], m.Sureness))]);

    Proposal Tell(Draft draft)
    {
        var lead = draft.Lead;
        return new()
        {
            Lead = lead?.Entry is { } leader ? new(leader.Code, [SpanOf(lead)], draft.IsLeadSaid || draft.Support.Count == 0 ? lead.Sureness : Sureness.Reasoned) : null,
            Support = Codes(draft.Support, [lead]),
            Inform = Codes(draft.Inform, [lead, .. draft.Support]),
            Due = draft.Due is { } due ? new(due.Due, [sentence.SpanOf(due.From, due.To)], due.Bearing is Bearing.Limit or Bearing.Relative ? Sureness.Certain : Sureness.Likely) : null,
            What = What(draft),
        };
    }

    static readonly Mention?[] None = [];

    List<Found<string>> Codes(List<Mention> mentions, Mention?[] except) =>
        [.. mentions.Where(m => m.Entry is not null && !except.Any(e => e?.Entry == m.Entry)).DistinctBy(m => m.Entry).Select(m => new Found<string>(m.Entry!.Code, [SpanOf(m)], m.Sureness))];

    Found<string> What(Draft draft)
    {
        var spans = draft.Task.Select((t, i) => Trim(t, i == 0)).Where(t => t.To > t.From).Select(t => sentence.SpanOf(t.From, t.To)).ToList();
        return new(string.Join(' ', spans.Select(s => s.In(sentence.Text))), spans, Sureness.Likely);
    }

    (int From, int To) Trim((int From, int To) words, bool isFirst)
    {
        var (from, to) = words;
        while (from < to && (IsOuter(from) || IsPoint(from, to) || IsJoint(from, isFirst))) from++;
        while (from < to && (IsOuter(to - 1) ? to - 1 : (sentence.IsMarked ? Dangling : Joining).Before(sentence, to)) is { } end) to = end;
        return (from, to);
    }

    /// <summary>A word that joins, and neither the first syllable of another (<c>de xuat</c> is đề xuất) nor what the task before is for: <c>họp lúc 8 giờ để thống nhất</c>.</summary>
    bool IsJoint(int at, bool isFirst) => Joint.StandsAt(sentence, at) && (isFirst || !Particles.So.StandsAt(sentence, at)) && Vocabulary.At(sentence, at) is not { Role: Role.Verb or Role.Noun };

    /// <summary>The number of a point in a list: 1), (2).</summary>
    bool IsPoint(int at, int to) => sentence[at].Kind == WordKind.Mark || sentence[at].Kind == WordKind.Digits && (sentence.IsMark(at + 1, ')') || at + 1 == to && sentence.IsMark(at - 1, '('));

    bool IsOuter(int at) => sentence[at].Kind == WordKind.Mark && sentence[at].Text[0] is not ('"' or '“' or '”' or '%' or '(' or ')');

    Span SpanOf(Mention mention) => sentence.SpanOf(mention.From, mention.To);
}
