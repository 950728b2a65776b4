using App.Documents;
using App.Storage;

namespace App.Directing;

/// <summary>Lets an issued answer close the request it answers.</summary>
public static class Answering
{
    /// <summary>The incoming document was answered by this outgoing one, which has just been issued: its leads count as reported and accepted, and it is done.</summary>
    public static async Task Answered(this Change change, Guid documentId, Document outgoing)
    {
        var work = change.Work;
        var opened = await change.Case(documentId);
        var document = opened.Document;
        if (document.State is not (DocumentState.Registered or DocumentState.Directed or DocumentState.Working)) return;
        var report = FormattableString.Invariant($"Đã trả lời bằng văn bản số {outgoing.Code} ngày {work.Stamp.Day:dd/MM/yyyy}.");
        foreach (var lead in opened.Assignments.Where(a => a is { IsOpen: true, ParentId: null, Role: AssignmentRole.Lead }).ToList())
            await opened.Do("assignment-answered", lead, a => a.Answer(work.Stamp, outgoing.Id, report));
        if (document.State == DocumentState.Registered) await opened.Complete("document-answered", "");
        await opened.Settle();
    }
}
