namespace EdXml.Marks;

/// <summary>
/// When a level is a mark: it (with a lead such as "tài liệu") is all there is between two strong cuts, or begins or ends such a group by itself;
/// it follows the label "Độ mật"; or it is in capitals where the text is not. A text that lists several levels speaks of them and bears none.
/// </summary>
static class MarkRules
{
    const int PhraseLengthMax = 6; // The longest lead has three words.

    readonly record struct Level(int At, int Length, Secrecy Secrecy)
    {
        public int End => At + Length;
    }

    public static Secrecy? Find(MarkText text)
    {
        if (AfterLabel(text) is { } labelled) return labelled;
        Secrecy? found = null;
        var (from, named, others) = (0, false, false);
        for (var to = 1; to <= text.Words.Count; to++)
        {
            if (to < text.Words.Count && text.Words[to].Before < Cut.Strong) continue;
            named = IsNamed(text, from, to, named, others);
            if (!named && InGroup(text, from, to) is { } level && (found is null || level > found)) found = level;
            for (; from < to; from++) others |= !text.Vocabulary.SpeaksOfItself(text.Words[from].Key);
        }
        return found;
    }

    /// <summary>The level that is all there is, or all with its label ("Độ mật: Tối mật").</summary>
    public static Secrecy? Alone(MarkText text) =>
        text.Words.Count == 0 ? null : Phrase(text, 0, text.Words.Count) ?? (text.Words.Count <= 5 && text.Words[0].Key == text.Vocabulary.Do ? AfterLabel(text) : null);

    /// <summary>A line that ends or begins a word broken over two lines.</summary>
    public static bool CarriesOn(string previous, string line, string next)
    {
        var (before, here, after) = (MarkText.Of(previous), MarkText.Of(line), MarkText.Of(next));
        if (here.Words.Count != 1) return false; // "TỐI MẬT" needs no neighbour.
        var broken = before.Words is [.., var last] && here.Vocabulary.Compounds(last.Key) && previous.TrimEnd().EndsWith(last.Written, StringComparison.Ordinal);
        return broken || after.Words is [var first, ..] && here.Vocabulary.CompoundsWith(first.Key) && first.IsUpper == here.Words[0].IsUpper;
    }

    static Secrecy? AfterLabel(MarkText text)
    {
        var (words, v) = (text.Words, text.Vocabulary);
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i].Key != v.Do || words[i + 1].Key != v.Mat || words[i + 1].Before != Cut.None || At(text, i + 2) is not { } level) continue;
            var separated = words[i + 2].Before >= Cut.Weak;
            if ((separated || !IsCompound(text, level)) && !ListsOthers(text, level)) return level.Secrecy;
        }
        return null;
    }

    /// <summary>"độ mật: Mật, Tối mật hoặc Tuyệt mật" explains the label.</summary>
    static bool ListsOthers(MarkText text, Level level)
    {
        var next = level.End < text.Words.Count && text.Vocabulary.Joins(text.Words[level.End].Key) ? level.End + 1 : level.End;
        return At(text, next) is { } other && other.Secrecy != level.Secrecy;
    }

    static Secrecy? InGroup(MarkText text, int from, int to)
    {
        if (Phrase(text, from, to) is { } alone) return alone;
        var levels = Levels(text, from, to);
        if (levels.Count == 0) return null;
        var several = levels.Select(l => l.Secrecy).Distinct().Count() > 1;
        var begins = Begins(text, from, to);
        if (begins is not null && (from == 0 || !several)) return begins;
        return several ? null : Ends(text, from, to, levels) ?? InCapitals(text, from, to, levels);
    }

    /// <summary>"Mật, V/v…", "Tối mật V/v…", "Tài liệu mật số 5…".</summary>
    static Secrecy? Begins(MarkText text, int from, int to)
    {
        var (words, v) = (text.Words, text.Vocabulary);
        for (var end = from + 1; end < to && end - from <= PhraseLengthMax; end++)
        {
            if (Phrase(text, from, end) is not { } level) continue;
            var next = words[end];
            if (next.Before is Cut.Weak or Cut.Line && !(end - from == 1 && v.CompoundsWith(next.Key) && next.Before == Cut.Line) && !OnlyLevels(text, from, to)) return level;
            if (from > 0) continue;
            var subject = next.Key == "v" && end + 1 < to && words[end + 1].Key == "v" || next.Key == v.Ve && end + 1 < to && words[end + 1].Key == v.Viec;
            if (subject || v.GoesOn(next.Key) && end - from > 1) return level;
        }
        return null;
    }

    static bool OnlyLevels(MarkText text, int from, int to)
    {
        if (from == 0) return false;
        for (var i = from; i < to;)
        {
            if (At(text, i) is { } level) i = level.End;
            else if (text.Vocabulary.Joins(text.Words[i].Key)) i++;
            else return false;
        }
        return true;
    }

    /// <summary>"Lưu hành nội bộ, Mật".</summary>
    static Secrecy? Ends(MarkText text, int from, int to, List<Level> levels)
    {
        var start = to - 1;
        while (start > from && text.Words[start].Before == Cut.None) start--;
        if (start == from || levels.Count > 1 || Phrase(text, start, to) is not { } level) return null;
        var (last, v) = (text.Words[start - 1], text.Vocabulary);
        if (text.Words[start].Before == Cut.Line && v.Compounds(last.Key) || v.IsMedical(last.Key)) return null;
        var bare = to - start == 1;
        return !bare || v == Vocabulary.Accented && (char.IsUpper(text.Words[start].Written[0]) || to - from <= 6) ? level : null;
    }

    /// <summary>"Kế hoạch MẬT năm 2025": capitals on purpose. A longer run in capitals is judged like a text of its own.</summary>
    static Secrecy? InCapitals(MarkText text, int from, int to, List<Level> levels)
    {
        var words = text.Words;
        if (text.Vocabulary == Vocabulary.Folded || !words.Any(w => w.IsLowerText)) return null;
        foreach (var level in levels)
        {
            if (!Enumerable.Range(level.At, level.Length).All(i => words[i].IsUpper)) continue;
            var (start, end) = (level.At, level.End);
            while (start > from && end - start <= PhraseLengthMax && words[start].Before == Cut.None && words[start - 1] is { IsUpper: true, IsAccented: true }) start--;
            while (end < to && end - start <= PhraseLengthMax && words[end].Before == Cut.None && words[end] is { IsUpper: true, IsAccented: true }) end++;
            if (Phrase(text, start, end) is { } marked) return marked;
        }
        return null;
    }

    /// <summary>A quoted or bracketed level after "dấu", "độ", "chữ" in a sentence about something else, and those that follow it.</summary>
    static bool IsNamed(MarkText text, int from, int to, bool previousNamed, bool otherWordsBefore)
    {
        var (words, v) = (text.Words, text.Vocabulary);
        if (from == 0 || words[from].Before != Cut.Enclosing) return false;
        if (previousNamed) return OnlyLevels(text, from, to) || to - from == 1 && v.Joins(words[from].Key);
        var label = from > 1 && words[from - 1].Key == v.Mat && words[from - 2].Key == v.Do;
        return otherWordsBefore && (label || v.Names(words[from - 1].Key)) && OnlyLevels(text, from, to);
    }

    /// <summary>A level with nothing or only a lead before it, from end to end. "Độ mật" is the name of the label itself.</summary>
    static Secrecy? Phrase(MarkText text, int from, int to)
    {
        for (var at = Math.Max(from, to - 2); at < to; at++)
        {
            if (to - from > PhraseLengthMax || At(text, at) is not { } level || level.End != to) continue;
            if (at == from) return level.Secrecy;
            if (text.Words[level.At].Before is not (Cut.None or Cut.Line)) return null;
            var lead = text.Words.Skip(from).Take(at - from).Select(w => w.Key).ToList();
            return text.Vocabulary.IsLead(lead) && !(level.Length == 1 && lead[^1] == text.Vocabulary.Do) ? level.Secrecy : null;
        }
        return null;
    }

    static List<Level> Levels(MarkText text, int from, int to)
    {
        var found = new List<Level>();
        for (var i = from; i < to;)
        {
            if (At(text, i) is not { } level) { i++; continue; }
            if (!IsCompound(text, level)) found.Add(level);
            i = level.End;
        }
        return found;
    }

    static bool IsCompound(MarkText text, Level level)
    {
        if (level.Length > 1) return false;
        var (words, v) = (text.Words, text.Vocabulary);
        bool Together(int next) => next < words.Count && words[next].Before is Cut.None or Cut.Line;
        return level.At > 0 && Together(level.At) && v.Compounds(words[level.At - 1].Key) || Together(level.End) && level.End < words.Count && v.CompoundsWith(words[level.End].Key);
    }

    static Level? At(MarkText text, int at)
    {
        var (words, v) = (text.Words, text.Vocabulary);
        if (at >= words.Count) return null;
        if (words[at].Key == v.Mat) return new Level(at, 1, Secrecy.Confidential);
        if (at + 1 >= words.Count || words[at + 1].Key != v.Mat || words[at + 1].Before is not (Cut.None or Cut.Line)) return null;
        return words[at].Key == v.Toi ? new Level(at, 2, Secrecy.Secret) : words[at].Key == v.Tuyet ? new Level(at, 2, Secrecy.TopSecret) : null;
    }
}
