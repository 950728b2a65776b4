namespace Understanding;

/// <summary>A stretch of the text as normalised (<see cref="Understood.Text"/>), in UTF-16 units.</summary>
public readonly record struct Span(int Start, int Length)
{
    /// <summary>The first unit after it.</summary>
    public int End => Start + Length;

    /// <summary>What stands there.</summary>
    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>How sure a part of the answer is; it never replaces the confirmation of a person.</summary>
public enum Sureness
{
    /// <summary>Reasoned from how such sentences are built, not said: the first named leads.</summary>
    Reasoned,
    /// <summary>Said in a short or bare form that has one reading here: without marks, a given name, initials.</summary>
    Likely,
    /// <summary>Said as the directory and the grammar have it.</summary>
    Certain,
}

/// <summary>Something understood, the stretches of the text that say it, and how sure it is.</summary>
public sealed record Found<T>(T Value, IReadOnlyList<Span> Spans, Sureness Sureness);
