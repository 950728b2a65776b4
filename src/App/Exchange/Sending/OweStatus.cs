using App.Directing;
using App.Documents;
using App.Storage;

namespace App.Exchange.Sending;

/// <summary>Owes the sender of a document that came over the axis the status of each step (QCVN 102:2016).</summary>
public static class OweStatus
{
    const string Accepted = "Văn thư đã tiếp nhận và vào sổ.", Assigned = "Lãnh đạo đã phân công xử lý.";

    public static Task Returned(Work work, DocumentReturned returned) => Owe(work, returned.DocumentId, "02", returned.Reason);

    public static Task Registered(Work work, DocumentRegistered registered) => Owe(work, registered.DocumentId, "03", Accepted);

    public static Task RecallAnswered(Work work, RecallAnswered answered) =>
        Owe(work, answered.RequestId, answered.IsGranted ? "15" : "16", answered.IsGranted ? "Đã thu hồi văn bản." : answered.Reason);

    public static Task Directed(Work work, DocumentDirected directed) => Owe(work, directed.DocumentId, "04", Assigned);

    public static Task Started(Work work, WorkStarted started) => Owe(work, started.DocumentId, "05", "Đang xử lý.");

    public static Task Completed(Work work, DocumentCompleted completed) => Owe(work, completed.DocumentId, "06", "Đã hoàn thành xử lý.");

    /// <summary>Adds the letter to a change that is under way; the same status is owed once.</summary>
    public static void Owe(Change change, Document document, string code, string description) =>
        change.Work.Db.Add(StatusLetter.Owe(change.Work.Stamp, document, code, description));

    /// <summary>A status implies those before it: an event that was told late still leaves its letter in its place.</summary>
    static async Task Owe(Work work, Guid documentId, string code, string description)
    {
        await using var change = await work.Begin();
        var document = await change.Document(documentId);
        if (document.Asks == Asks.Update) code = code switch { "03" => "15", "02" => "16", _ => code }; // An update is agreed to by registering it, or refused.
        if (document.Source == Source.Axis && document.IssuerCode.Length > 0)
        {
            var owed = await work.StatusLetters().Where(l => l.DocumentId == documentId).Select(l => l.Code).ToListAsync(work.Cancelled);
            foreach (var (earlier, words) in Implied(code).Append((code, description)))
                if (!owed.Contains(earlier)) Owe(change, document, earlier, words);
        }
        await change.Commit(documentId);
    }

    static IEnumerable<(string Code, string Description)> Implied(string code)
    {
        if (code is "04" or "05" or "06") yield return ("03", Accepted);
        if (code is "05") yield return ("04", Assigned);
    }
}
