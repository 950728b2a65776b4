namespace App.Shell;

/// <summary>A pigeonhole the actor may look into, up to a degree of secrecy.</summary>
public readonly record struct ReaderKey(Guid ReaderId, short Ceiling);

/// <summary>Who is acting: a person, in a position, for a unit of an institution, perhaps in another's place.</summary>
public sealed record Actor(Guid PersonId, string Name, string Position, Guid? ActingFor, Guid InstitutionId, Guid UnitId, IReadOnlySet<string> Rights)
{
    public static readonly Actor Nobody = System(Guid.Empty);

    /// <summary>Where documents may be found for this actor; see docs/decisions/rights.md.</summary>
    public IReadOnlyList<ReaderKey> Keys { get; init; } = [];

    /// <summary>The system itself, at work for one institution: it sees all of that institution's documents and nothing else.</summary>
    public bool IsSystem => PersonId == Guid.Empty;

    public static Actor System(Guid institutionId) => new(Guid.Empty, "Hệ thống", "", null, institutionId, Guid.Empty, new HashSet<string>());

    public bool May(string right) => Rights.Contains(right);

    public void Require(string right)
    {
        if (!May(right)) throw new Refusal("not-permitted", $"{Name} không có quyền làm việc này.", 403);
    }
}
