using App.Documents;
using App.Storage;

namespace App.Directing;

/// <summary>The only ways to fetch what was said: once sent, whoever may see the document hears it; before that only who spoke.</summary>
public static class VisibleRecordings
{
    public static async Task<Recording> Recording(this Work work, Guid id) =>
        await work.Heard().SingleOrDefaultAsync(r => r.Id == id, work.Cancelled) ?? throw Refusal.NotFound;

    public static async Task<Recording> RecordingOf(this Work work, Guid directiveId) =>
        await work.Heard().SingleOrDefaultAsync(r => work.Db.Set<Directive>().Any(d => d.Id == directiveId && d.RecordingId == r.Id), work.Cancelled) ?? throw Refusal.NotFound;

    static IQueryable<Recording> Heard(this Work work)
    {
        var (documents, sheets) = (work.Documents(d => true), work.Sheets());
        var (me, isSystem) = (work.Actor.PersonId, work.Actor.IsSystem);
        return work.Db.Set<Recording>().Where(r => r.InstitutionId == work.Actor.InstitutionId && (documents.Any(d => d.Id == r.DocumentId) || sheets.Any(d => d.Id == r.DocumentId)))
            .Where(r => isSystem || r.SpeakerId == me || work.Db.Set<Directive>().Any(d => d.RecordingId == r.Id));
    }

    public static Task<bool> IsSent(this Work work, Recording recording) => work.Db.Set<Directive>().AnyAsync(d => d.RecordingId == recording.Id, work.Cancelled);

    /// <summary>What the actor said on a document and did not send: this one, or the newest.</summary>
    public static Task<Recording?> Unsent(this Work work, Guid documentId, Guid? id)
    {
        var me = work.Actor.PersonId;
        return work.Db.Set<Recording>().Where(r => r.DocumentId == documentId && r.InstitutionId == work.Actor.InstitutionId && r.SpeakerId == me && (id == null || r.Id == id))
            .Where(r => !work.Db.Set<Directive>().Any(d => d.RecordingId == r.Id)).OrderByDescending(r => r.MadeAt).FirstOrDefaultAsync(work.Cancelled);
    }

    /// <summary>The blank sheet of this id, or that on which the actor said this; null for none of their own.</summary>
    public static Task<Document?> SheetOf(this Work work, Guid? sheetId, Guid? recordingId)
    {
        var me = work.Actor.PersonId;
        return sheetId is null && recordingId is null ? Task.FromResult<Document?>(null) : work.Sheets().Where(d => sheetId == null || d.Id == sheetId)
            .Where(d => sheetId != null || work.Db.Set<Recording>().Any(r => r.Id == recordingId && r.DocumentId == d.Id && r.SpeakerId == me)).SingleOrDefaultAsync(work.Cancelled);
    }

    /// <summary>The newest sheet on which the actor said something that waits to be sent, so that it is not lost with the page.</summary>
    public static Task<Guid?> SpokenSheet(this Work work)
    {
        var me = work.Actor.PersonId;
        return work.Sheets().Where(d => work.Db.Set<Recording>().Any(r => r.DocumentId == d.Id && r.SpeakerId == me) && !work.Db.Set<HeldDirective>().Any(h => h.DocumentId == d.Id))
            .OrderByDescending(d => d.Id).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(work.Cancelled);
    }

    /// <summary>A recording that a device sent before under the id it made, whoever it was.</summary>
    public static Task<Recording?> Kept(this Work work, Guid id) => work.Db.Set<Recording>().SingleOrDefaultAsync(r => r.Id == id, work.Cancelled);

    /// <summary>What was said on a visible document and sent.</summary>
    public static IQueryable<Recording> Recordings(this Work work, Document document) =>
        work.Db.Set<Recording>().Where(r => r.DocumentId == document.Id && work.Db.Set<Directive>().Any(d => d.RecordingId == r.Id));

    public static IQueryable<Transcript> Transcripts(this Work work, Document document) => work.Db.Set<Transcript>().Where(t => t.DocumentId == document.Id);

    public static Task<Transcript?> Transcript(this Work work, Recording recording) => work.Db.Set<Transcript>().SingleOrDefaultAsync(t => t.Id == recording.Id, work.Cancelled);

    /// <summary>The transcript of a recording to be changed; a new one where nobody has written one.</summary>
    public static async Task<Transcript> Transcript(this Change change, Recording recording)
    {
        var work = change.Work;
        if (await work.Db.Set<Transcript>().AsTracking().SingleOrDefaultAsync(t => t.Id == recording.Id, work.Cancelled) is { } known) return known;
        var transcript = Directing.Transcript.Of(work.Stamp, recording);
        work.Db.Add(transcript);
        return transcript;
    }

    /// <summary>Forgets what was said and never sent. Its bytes are destroyed after the commit.</summary>
    public static Task Forget(this Change change, Recording unsent) => change.Forget([unsent]);

    /// <summary>Forgets everything said on a document; only a secret asks for that.</summary>
    public static async Task ForgetRecordings(this Change change, Document document)
    {
        var work = change.Work;
        var all = await work.Db.Set<Recording>().Where(r => r.DocumentId == document.Id).ToListAsync(work.Cancelled);
        if (all.Count == 0) return;
        await work.Directives(document).ExecuteUpdateAsync(set => set.SetProperty(d => d.RecordingId, (Guid?)null).SetProperty(d => d.RecordingSha256, (string?)null), work.Cancelled);
        await change.Forget(all);
    }

    static async Task Forget(this Change change, IReadOnlyList<Recording> recordings)
    {
        var (work, ids) = (change.Work, recordings.Select(r => r.Id).ToList());
        await work.Db.Set<Transcript>().Where(t => ids.Contains(t.Id)).ExecuteDeleteAsync(work.Cancelled);
        await work.Db.Set<Recording>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(work.Cancelled);
        change.Tell(new RecordingsDropped([.. recordings.Select(r => r.Sha256).Distinct()]));
    }

    public static async Task<bool> IsSoundNeeded(this Work work, string sha256) =>
        await work.Db.Set<Recording>().AnyAsync(r => r.Sha256 == sha256, work.Cancelled) || await work.IsBlobNeeded(sha256, Guid.Empty);

    public static async Task<bool> BrowserMayHear(this Work work) =>
        await work.Db.Set<SpeakingRules>().AnyAsync(r => r.Id == work.Actor.InstitutionId && r.BrowserMayHear, work.Cancelled);

    public static async Task<SpeakingRules> SpeakingRules(this Work work) =>
        await work.Db.Set<SpeakingRules>().SingleOrDefaultAsync(r => r.Id == work.Actor.InstitutionId, work.Cancelled) ?? Directing.SpeakingRules.Of(work.Actor.InstitutionId);

    public static async Task<SpeakingRules> SpeakingRules(this Change change)
    {
        var work = change.Work;
        if (await work.Db.Set<SpeakingRules>().AsTracking().SingleOrDefaultAsync(r => r.Id == work.Actor.InstitutionId, work.Cancelled) is { } known) return known;
        var rules = Directing.SpeakingRules.Of(work.Actor.InstitutionId);
        work.Db.Add(rules);
        return rules;
    }
}
