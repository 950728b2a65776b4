namespace Understanding;

/// <summary>How urgent a directive says its work is, as on a document (Nghị định 30/2020/NĐ-CP, Điều 8).</summary>
public enum Urgency
{
    /// <summary>Nothing said.</summary>
    Ordinary,
    /// <summary>Khẩn.</summary>
    Urgent,
    /// <summary>Thượng khẩn.</summary>
    VeryUrgent,
    /// <summary>Hỏa tốc.</summary>
    Express,
}

/// <summary>A last day, with the hour where one was named; time of the clock in Việt Nam.</summary>
public readonly record struct Deadline(DateOnly Day, TimeOnly? Hour = null);

/// <summary>One assignment that a directive proposes. Values are codes of the directory.</summary>
public sealed record Proposal
{
    /// <summary>Who leads (chủ trì); none when the clause only informs or invites.</summary>
    public Found<string>? Lead { get; init; }

    /// <summary>Who co-operates (phối hợp), in order of mention.</summary>
    public IReadOnlyList<Found<string>> Support { get; init; } = [];

    /// <summary>Who is informed or invited (để biết), in order of mention.</summary>
    public IReadOnlyList<Found<string>> Inform { get; init; } = [];

    /// <summary>Until when.</summary>
    public Found<Deadline>? Due { get; init; }

    /// <summary>What is to be done, in the words of the sentence; empty when it does not say.</summary>
    public required Found<string> What { get; init; }
}

/// <summary>What a directive was understood to say. It proposes; a person confirms.</summary>
/// <param name="Text">The sentence in NFC, to which all spans refer.</param>
/// <param name="Assignments">In the order of the sentence.</param>
/// <param name="Urgency">How urgent; the highest word wins.</param>
/// <param name="Unknown">Bodies and people addressed that are not in the directory, or are more than one there: never guessed.</param>
public sealed record Understood(string Text, IReadOnlyList<Proposal> Assignments, Found<Urgency> Urgency, IReadOnlyList<Found<string>> Unknown);
