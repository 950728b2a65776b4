using App.Documents;

namespace App.Directing;

/// <summary>The only ways to fetch phrases and what they are found in: one's own, and the library of one's institution.</summary>
public static class VisiblePhrases
{
    const int DirectivesRead = 200;

    /// <summary>Those of the actor or of the actor's institution, in their order.</summary>
    public static IQueryable<Phrase> Phrases(this Work work, Guid ownerId)
    {
        var (me, library) = (work.Actor.PersonId, work.Actor.InstitutionId);
        return work.Db.Set<Phrase>().Where(p => p.InstitutionId == library && p.OwnerId == ownerId && (p.OwnerId == me || p.OwnerId == library)).OrderBy(p => p.Place).ThenBy(p => p.Id);
    }

    /// <summary>What the actor wrote last in directives on documents they still see, the newest first.</summary>
    public static Task<List<string>> OwnWords(this Work work)
    {
        var documents = work.Documents(d => true);
        var (me, institution) = (work.Actor.PersonId, work.Actor.InstitutionId);
        return work.Db.Set<Directive>().Where(d => d.GiverId == me && d.InstitutionId == institution && d.Words != "" && documents.Any(seen => seen.Id == d.DocumentId))
            .OrderByDescending(d => d.GivenAt).Take(DirectivesRead).Select(d => d.Words).ToListAsync(work.Cancelled);
    }
}
