namespace App.Shell;

/// <summary>A pigeonhole the actor may look into, up to a degree of secrecy.</summary>
public readonly record struct ReaderKey(Guid ReaderId, short Ceiling);

/// <summary>As what a person may work: a position of their own, or the place of somebody who delegated to them.</summary>
/// <param name="Id">Of the position, or of the delegation.</param>
/// <param name="Title">What the position is called; that of whose place it is, where it was delegated.</param>
/// <param name="UnitId">The only unit delegated; null for all that its holder has.</param>
/// <param name="InPlaceOf">The name of who delegated it; null for one's own.</param>
public sealed record Post(Guid Id, string Title, string Unit, Guid? UnitId = null, string? InPlaceOf = null, DateTime? Until = null);

/// <summary>Who is acting: a person, in a position, for a unit of an institution, perhaps in another's place.</summary>
public sealed record Actor(Guid PersonId, string Name, string Position, Guid? ActingFor, Guid InstitutionId, Guid UnitId, IReadOnlySet<string> Rights)
{
    public static readonly Actor Nobody = System(Guid.Empty);

    /// <summary>Where documents may be found for this actor; see docs/decisions/rights.md.</summary>
    public IReadOnlyList<ReaderKey> Keys { get; init; } = [];

    /// <summary>As what one works now; null for the system.</summary>
    public Post? Post { get; init; }

    /// <summary>All that one may choose from today.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Whose work it is: one's own, or that of the person in whose place one acts.</summary>
    public Guid InPlaceOf => ActingFor ?? PersonId;

    /// <summary>Whose personal desk one works at; nobody's while only a unit was delegated.</summary>
    public Guid HolderId => ActingFor is not null && Post?.UnitId is not null ? Guid.Empty : InPlaceOf;

    /// <summary>The system itself, at work for one institution: it sees all of that institution's documents and nothing else.</summary>
    public bool IsSystem => PersonId == Guid.Empty;

    public static Actor System(Guid institutionId) => new(Guid.Empty, "Hệ thống", "", null, institutionId, Guid.Empty, new HashSet<string>());

    public bool May(string right) => Rights.Contains(right);

    public void Require(string right)
    {
        if (May(right)) return;
        if (Post?.InPlaceOf is { } other) throw new Refusal("not-delegated", $"Làm thay {other} không có quyền này. Ký, ủy quyền lại và quản trị không đi theo ủy quyền.", 403);
        throw new Refusal("not-permitted", $"{Name} không có quyền làm việc này.", 403);
    }
}
