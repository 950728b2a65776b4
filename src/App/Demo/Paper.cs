using App.Documents.Outgoing;
using App.Documents.Outgoing.Sheets;
using App.Organisation;

namespace App.Demo;

/// <summary>A document that somebody of an institution is going to write; its page is printed together with others.</summary>
/// <param name="Revised">What it says after it was sent back; null when it goes through at once.</param>
sealed record Paper(Office Office, Post Author, StartDraft.Input Form, DraftForm? Revised = null)
{
    /// <summary>Printed from here on: writing it waits for no printer.</summary>
    public Task Printed { get; set; } = Task.CompletedTask;

    /// <summary>The pages as the use cases will ask for them.</summary>
    public Task<List<Sheet>> Sheets() => Office.As(Author, async work =>
    {
        var unit = await work.Units().SingleAsync(u => u.Id == work.Actor.UnitId, work.Cancelled);
        var sheets = new List<Sheet>();
        foreach (var form in Revised is { } revised ? [Form, revised] : new DraftForm[] { Form })
        {
            var written = await form.Read(work, unit, isUploaded: false);
            sheets.Add(written.Sheet(await Signatories.Head(work, written.Institution)));
        }
        return sheets;
    });
}
