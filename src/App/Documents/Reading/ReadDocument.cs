using App.Organisation;

namespace App.Documents.Reading;

/// <summary>Gives one document and its whole way through the office; the desk shows it on a screen.</summary>
public static class ReadDocument
{
    public sealed record View(Guid Id, Direction Direction, DocumentState State, int? Year, int? Number, string Code, string IssuerName, string Subject,
        DateOnly? PromulgatedOn, DateOnly? Deadline, string DueRule, DateTime ArrivedAt, DateTime? RegisteredAt, string? Holder, IReadOnlyList<Step> History);

    public sealed record Step(int Sequence, DateTime At, string Actor, string Position, string Deed, string Subject, string State, string? Holder, DateOnly? Deadline);

    public static void Map(Routes routes)
    {
        routes.Api.MapGet("/documents/{id:guid}", (Guid id, Work work) => Run(work, id)).Needs(Right.Read);
    }

    public static async Task<View> Run(Work work, Guid id)
    {
        work.Actor.Require(Right.Read);

        var document = await work.Document(id);
        var history = await work.History(document).Take(500).ToListAsync(work.Cancelled);
        var names = await work.NamesOf(history.SelectMany(e => new[] { e.HolderBefore, e.HolderAfter }).Append(document.HolderId).OfType<Guid>());
        return new(document.Id, document.Direction, document.State, document.Year, document.Number, document.Code, document.IssuerName, document.Subject,
            document.PromulgatedOn, document.Deadline, document.DueRule, document.ArrivedAt, document.RegisteredAt, Name(document.HolderId),
            [.. history.Select(e => new Step(e.Sequence, e.At, e.ActorName, e.Position, e.Deed, e.SubjectKind, e.StateAfter, Name(e.HolderAfter), e.DeadlineAfter))]);

        string? Name(Guid? holder) => holder is { } key ? names.GetValueOrDefault(key) : null;
    }
}
