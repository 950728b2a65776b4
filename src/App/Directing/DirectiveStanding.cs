using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>How everything given by one directive stands together. Derived from its assignments in the step that changes them.</summary>
public sealed class DirectiveStanding
{
    public Guid DirectiveId { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid DocumentId { get; private init; }
    public Guid GiverId { get; private init; }

    /// <summary>Closed when nothing is to be done any more; what is only to be read keeps nothing open.</summary>
    public Pile Pile { get; private init; }

    /// <summary>When the branch nearest to being late is due, of those still to be done.</summary>
    public DateOnly WeakestOn { get; private init; }

    /// <summary>When somebody last did something on it who was asked to.</summary>
    public DateTime TouchedAt { get; private init; }

    public static DirectiveStanding Of(Directive directive, IReadOnlyCollection<Assignment> given, DateTime touchedAt) => new()
    {
        DirectiveId = directive.Id, InstitutionId = directive.InstitutionId, DocumentId = directive.DocumentId, GiverId = directive.GiverId, TouchedAt = touchedAt,
        Pile = given.Any(IsToDo) ? Pile.Open : Pile.Closed,
        WeakestOn = given.Where(a => IsToDo(a) && a.State != AssignmentState.Reported).Min(a => a.Deadline) ?? Documents.OpenWork.NoDeadline,
    };

    static bool IsToDo(Assignment a) => a.IsOpen && a.Role != AssignmentRole.Inform;

    sealed class Mapping : IEntityTypeConfiguration<DirectiveStanding>
    {
        public void Configure(EntityTypeBuilder<DirectiveStanding> standing)
        {
            standing.ToTable("directive_standings").HasKey(s => s.DirectiveId);
            standing.HasIndex(s => new { s.GiverId, s.Pile, s.WeakestOn, s.TouchedAt, s.DirectiveId });
            standing.HasIndex(s => new { s.GiverId, s.Pile, s.TouchedAt, s.DirectiveId });
            standing.HasIndex(s => s.DocumentId);
        }
    }
}
