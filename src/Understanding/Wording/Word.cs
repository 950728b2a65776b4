namespace Understanding.Wording;

enum WordKind
{
    Letters,
    Digits,
    /// <summary>A mark of punctuation, one character each; a line break is the mark <c>\n</c>.</summary>
    Mark,
}

/// <summary>A word of a sentence and where it stands.</summary>
readonly record struct Word(string Text, Span Span, Key Key, WordKind Kind, bool FollowsSpace)
{
    public bool IsMark(char mark) => Kind == WordKind.Mark && Text[0] == mark;

    /// <summary>At least two letters, all of them capitals.</summary>
    public bool IsCapitals => Kind == WordKind.Letters && Text.Length > 1 && !Text.Any(char.IsLower);

    public bool IsCapital => Kind == WordKind.Letters && char.IsUpper(Text[0]);
}
