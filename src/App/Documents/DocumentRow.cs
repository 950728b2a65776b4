using System.Text.Json.Serialization;

namespace App.Documents;

/// <summary>A document as it stands in a list.</summary>
public record DocumentRow
{
    public Guid Id { get; init; }
    public Direction Direction { get; init; }
    public DocumentState State { get; init; }
    public Urgency Urgency { get; init; }
    public short Kind { get; init; }
    public string KindName { get; init; } = "";
    public int? Year { get; init; }
    public int? Number { get; init; }
    [JsonIgnore] public string CodeNumber { get; init; } = "";
    [JsonIgnore] public string CodeNotation { get; init; } = "";
    public string IssuerName { get; init; } = "";
    public string Subject { get; init; } = "";
    public DateOnly? PromulgatedOn { get; init; }
    public DateOnly? Deadline { get; init; }
    public DateTime ArrivedAt { get; init; }
    public DateTime? RegisteredAt { get; init; }

    /// <summary>Not a row to be shown but the place where a bounded walk stopped; none is left in what is given out.</summary>
    [JsonIgnore] public bool IsEdge { get; init; }

    public string Code => CodeNotation.Length == 0 ? CodeNumber : $"{CodeNumber}/{CodeNotation}";
}

/// <summary>Work on a document that is open with the reader, or below them.</summary>
public sealed record WaitingRow : DocumentRow
{
    /// <summary>By when it was promised; null when nothing was.</summary>
    public DateOnly? PromisedFor => Due == OpenWork.NoDeadline ? null : Due;
    [JsonIgnore] public DateOnly Due { get; init; }
    public DeskTask Task { get; init; }
}

/// <summary>A page of a list. Next is where it goes on; with few rows or none it means: nothing more so far, look further.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How many there are, as far as counting was worth it.</summary>
public readonly record struct Bounded(int Number, bool IsMore)
{
    /// <summary>A list of more than this is only said to be longer.</summary>
    public const int Max = 1000;

    public override string ToString() =>
        IsMore || Number > Max ? $"{Math.Min(Number, Max).ToString("N0", Thousands)}+" : Number.ToString("N0", Thousands);

    static readonly System.Globalization.NumberFormatInfo Thousands = new() { NumberGroupSeparator = "." };
}
