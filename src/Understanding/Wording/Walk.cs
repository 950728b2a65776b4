namespace Understanding.Wording;

/// <summary>A place in a sentence that grammars move; what does not fit leaves it where it was.</summary>
sealed class Walk(Sentence sentence)
{
    public int At { get; set; }

    public Sentence Sentence => sentence;

    public bool IsOver => At >= sentence.Count;

    public bool Sees(Phrase phrase) => phrase.StandsAt(sentence, At);

    public bool SeesMark(char mark, int ahead = 0) => sentence.IsMark(At + ahead, mark);

    public bool SeesDigits(int ahead = 0) => sentence.IsDigits(At + ahead);

    public bool SeesLetter(char letter) => !IsOver && sentence[At].Key.Bare.Length == 1 && sentence[At].Key.Bare[0] == letter;

    /// <summary>Whether a sign or word follows the one before without a space.</summary>
    public bool IsTight(int ahead = 0) => At + ahead < sentence.Count && !sentence[At + ahead].FollowsSpace;

    public bool Take(Phrase phrase)
    {
        if (phrase.After(sentence, At) is not { } after) return false;
        At = after;
        return true;
    }

    public bool TakeMark(params ReadOnlySpan<char> marks)
    {
        if (IsOver || sentence[At].Kind != WordKind.Mark || !marks.Contains(sentence[At].Text[0])) return false;
        At++;
        return true;
    }

    /// <summary>A number in digits or words that is in these bounds.</summary>
    public int? Number(int min, int max)
    {
        var at = At;
        if (!Numeral.Take(sentence, ref at, out var value) || value < min || value > max) return null;
        At = at;
        return value;
    }

    /// <summary>A number in at most so many digits.</summary>
    public int? Digits(int lengthMin, int lengthMax, int min, int max)
    {
        if (!SeesDigits() || sentence[At].Text.Length < lengthMin || sentence[At].Text.Length > lengthMax) return null;
        return Number(min, max);
    }

    /// <summary>What a grammar reads here; when it reads nothing, the place stays.</summary>
    public T? Try<T>(Func<T?> read) where T : struct
    {
        var before = At;
        var value = read();
        if (value is null) At = before;
        return value;
    }

    public bool Try(Func<bool> read)
    {
        var before = At;
        if (read()) return true;
        At = before;
        return false;
    }
}
