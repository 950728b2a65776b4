namespace App.Web;

/// <summary>What stands around a signed-in person's page: for whom, in which post, and what waits behind each entry.</summary>
public sealed record Frame
{
    /// <summary>Before anybody has signed in, and when nothing about the person can be read.</summary>
    public static readonly Frame SignedOut = new();

    public string Institution { get; init; } = "";
    public string Person { get; init; } = "";
    public string Position { get; init; } = "";

    /// <summary>The name of the person in whose place one acts, if any, and until when one may.</summary>
    public string? ActingFor { get; init; }
    public DateTime? ActingUntil { get; init; }

    /// <summary>Whether this person lets others act in their place.</summary>
    public bool MayDelegate { get; init; }

    /// <summary>The other posts in which this person may act.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>How many wait behind an entry, by its address; an entry that is not named shows no count.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    /// <summary>Where one is among what waits on the desk; null for a page that was not opened from there.</summary>
    public Walk? Walk { get; init; }

    /// <summary>What this person has just sent and may still take back, or what could not be sent.</summary>
    public IReadOnlyList<Sending> Sendings { get; init; } = [];

    /// <summary>What the bell shows; null for who gets no notices.</summary>
    public Notices? Bell { get; init; }

    public bool IsSignedIn => Person != "";

    /// <param name="UndoAction">Where taking it back is posted; null when it came back by itself.</param>
    /// <param name="Href">Where it can be read and sent again.</param>
    public sealed record Sending(string Text, string? UndoAction, string Href, int Seconds, int Whole);

    /// <param name="InPlaceOf">Whose place it is, where it is not one's own.</param>
    public sealed record Post(Guid Id, string Name, string? InPlaceOf);

    /// <param name="Place">Whose notices they are: the person's own, or those heard by a delegation.</param>
    /// <param name="Latest">The number of the latest that is counted; what comes after it is shown as it comes.</param>
    public sealed record Notices(Guid Place, int Count, bool IsMore, int Latest);
}

/// <summary>The way from one thing on the desk to the next.</summary>
/// <param name="Section">The section of the desk that is walked.</param>
/// <param name="Place">From 1; 0 for what is not there any more.</param>
/// <param name="Then">The document that comes next.</param>
public sealed record Walk(string Section, int Place, int Count, string? Previous, string? Next, Guid? Then)
{
    /// <summary>The parameters by which an address belongs to the walk.</summary>
    public const string SectionKey = "desk", ThenKey = "then";

    /// <summary>The address with the walk going on.</summary>
    public string On(string href) => $"{href}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{SectionKey}={Uri.EscapeDataString(Section)}{(Then is { } then ? $"&{ThenKey}={then}" : "")}";
}

/// <summary>Tells what stands around a page. The desk answers it in one round trip, because it may count in every area.</summary>
public interface IFrames
{
    /// <param name="path">The page around which it stands.</param>
    /// <param name="section">The section of the desk from which it was opened, if it was.</param>
    Task<Frame> Of(Work work, string path, string? section);
}

/// <summary>The frame without counts and names that only an area knows.</summary>
public sealed class PlainFrames : IFrames
{
    public Task<Frame> Of(Work work, string path, string? section) => Task.FromResult(For(work.Actor));

    public static Frame For(Actor actor) => new()
    {
        Person = actor.Name, Position = actor.ActingFor is null ? actor.Position : actor.Posts[0].Title, ActingFor = actor.Post?.InPlaceOf, ActingUntil = actor.Post?.Until,
        Posts = [.. actor.Posts.Where(p => p != actor.Post).Select(p => new Frame.Post(p.Id, p.InPlaceOf is null || p.UnitId is not null ? $"{p.Title} · {p.Unit}" : p.Title, p.InPlaceOf))],
    };
}
