using App.Documents;
using App.Organisation;
using App.Storage;
using EdXml;

namespace App.Exchange.Sending;

/// <summary>Tells the senders of documents how far these got, in the order in which it happened.</summary>
public static class SendStatuses
{
    const int Batch = 50;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static async Task<bool> Run(Work work, AxisClient axis)
    {
        var waiting = work.StatusLetters().Where(l => l.State == SendingState.Waiting);
        var held = waiting.Where(l => l.DueAt > work.Stamp.At); // Taken by another process, or to be tried again later; what follows one of these waits with it.
        var due = await waiting.Where(l => l.DueAt <= work.Stamp.At && !held.Any(h => h.DocumentId == l.DocumentId && h.HappenedAt <= l.HappenedAt))
            .OrderBy(l => l.HappenedAt).ThenBy(l => l.Code).Take(Batch).ToListAsync(work.Cancelled);
        var stuck = new HashSet<Guid>();
        foreach (var letter in due.Where(l => !stuck.Contains(l.DocumentId)))
            if (!await Leases.Take(work, work.StatusLetters().Where(l => l.Id == letter.Id && l.DueAt == letter.DueAt), Lease) || !await Send(work, axis, letter))
                stuck.Add(letter.DocumentId); // A later status of the same document does not overtake it.
        return due.Count > 0;
    }

    static async Task<bool> Send(Work work, AxisClient axis, StatusLetter letter)
    {
        Crash.Point("status-before-send");
        try
        {
            var institution = await work.Institution();
            using var body = new MemoryStream();
            await EdXmlWriter.Write(body, Describe(institution, await work.Document(letter.DocumentId), letter), work.Cancelled);
            body.Position = 0;
            var hubId = await axis.Send(institution.Code, [letter.ToCode], AxisKind.Status, body, work.Cancelled);
            Crash.Point("status-sent-not-noted");
            await Note(work, letter, l => l.Sent(work.Stamp, hubId));
            return true;
        }
        catch (AxisRefusal refusal)
        {
            await Note(work, letter, l => l.Fail($"{refusal.Message}"));
        }
        catch (AxisTrouble trouble)
        {
            await Note(work, letter, l => l.Delay(work.Stamp, trouble.Message));
        }
        return false;
    }

    static StatusMessage Describe(Institution from, Document document, StatusLetter letter) => new()
    {
        From = Lines.Of(from),
        ResponseFor = Lines.AnswerTo(document),
        Staff = letter.StaffName.Length == 0 ? null : new() { Name = letter.StaffName, Department = letter.StaffUnit },
        StatusCode = letter.Code,
        Description = letter.Description,
        Timestamp = Lines.Local(letter.HappenedAt),
    };

    static async Task Note(Work work, StatusLetter letter, Action<StatusLetter> note)
    {
        await using var change = await work.Begin();
        note(await work.StatusLetters().AsTracking().SingleAsync(l => l.Id == letter.Id, work.Cancelled));
        await change.Commit(letter.DocumentId);
    }
}
