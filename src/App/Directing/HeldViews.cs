using System.Text.Json;
using System.Text.Json.Serialization;
using App.Directing.Giving;

namespace App.Directing;

/// <summary>Who will get what, once a held directive is given.</summary>
public sealed record HeldOrder(string Assignee, AssignmentRole Role, string Task, DateOnly? Deadline)
{
    internal static IReadOnlyList<HeldOrder> Of(Plan plan) => [.. plan.Orders.Select(o => new HeldOrder(o.To.Name, o.Role, o.Task, o.Promise?.Due))];
}

/// <summary>A directive of the reader's own that is still held, or that could not be given and why.</summary>
public sealed record HeldView(Guid Id, Guid DocumentId, string Words, string? PassedTo, DateTime HeldAt, DateTime Until, string Problem, IReadOnlyList<HeldOrder> Orders)
{
    /// <summary>The assignment of which it gives parts on; null for one on the document itself.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>Whether it makes a note of direction; until it is given there is no such document.</summary>
    public bool IsOnBlank { get; init; }

    /// <summary>Where it was written, and comes back to.</summary>
    [JsonIgnore] public string Href => AssignmentId is { } whole ? $"/assignments/{whole}/parts" : IsOnBlank ? $"{DirectOnBlank.At}?sheet={DocumentId}" : $"/documents/{DocumentId}/directive";
}

public static class VisibleHolds
{
    /// <summary>As many as one form sends at once, so that each can be taken back.</summary>
    public const int ShownMax = 10;

    /// <summary>The latest of the actor's directives that are held or came back unsent, on one document or all.</summary>
    public static async Task<IReadOnlyList<HeldView>> HeldViews(this Work work, Guid? documentId = null)
    {
        var now = work.Stamp.At;
        var held = await work.HeldDirectives().Where(h => h.State == HoldState.Lapsed || h.State == HoldState.Held && h.Until > now)
            .Where(h => documentId == null || h.DocumentId == documentId).OrderByDescending(h => h.HeldAt).Take(ShownMax).ToListAsync(work.Cancelled);
        return [.. held.Select(View)];
    }

    internal static HeldView View(HeldDirective held)
    {
        var plan = JsonSerializer.Deserialize<Plan>(held.Planned, JsonSerializerOptions.Web)!;
        return new(held.Id, held.DocumentId, plan.Words, plan.Leader?.Name, held.HeldAt, held.Until, held.Problem, HeldOrder.Of(plan)) { AssignmentId = held.AssignmentId, IsOnBlank = plan.Subject is not null };
    }
}
