namespace App.Documents;

/// <summary>What the sender of a packet wants done with an earlier one (QCVN 102:2016, BussinessDocType): nothing, take it back, correct it, supersede it.</summary>
public enum Asks : short { Nothing = 0, Recall = 1, Update = 2, Replacement = 3 }

/// <summary>The sender took a document back: nothing more is done with it, and its files are destroyed (Decree 30, 18.4).</summary>
public sealed record DocumentTakenBack(Guid DocumentId);

/// <summary>A recall was answered; the sender is told with status 15 or 16.</summary>
public sealed record RecallAnswered(Guid RequestId, bool IsGranted, string Reason);

/// <summary>The part of a document that concerns another one.</summary>
public sealed partial class Document
{
    public const int AsksReasonLengthMax = 500;

    /// <summary>Whether nothing lies here that could still be taken back.</summary>
    public bool IsGone => State is DocumentState.Returned or DocumentState.Refused or DocumentState.Recalled;

    /// <summary>It came to have something done with an earlier document.</summary>
    public void Ask(Asks what, string reason) => (Asks, AsksReason) = (what, reason);

    /// <summary>Its sender takes it back; the line in the book stays, for a number does not vanish.</summary>
    public void TakeBack(Stamp stamp, string reason)
    {
        if (IsGone || Direction != Direction.Incoming) throw new Refusal("already-ended", $"Văn bản này không còn ở đây để thu hồi.");
        (State, HolderId, ClosedAt, Outcome) = (DocumentState.Recalled, null, stamp.At, reason);
    }

    /// <summary>The recall that this packet asks for was granted or denied; it takes no number itself.</summary>
    public void AnswerRecall(Stamp stamp, bool isGranted, string reason)
    {
        if (Asks != Asks.Recall) throw new Refusal("no-recall", $"Văn bản này không phải yêu cầu thu hồi.");
        MustBe("already-answered", $"Yêu cầu thu hồi này đã được trả lời.", DocumentState.Arrived);
        (State, HolderId, ClosedAt, Outcome) = (isGranted ? DocumentState.Done : DocumentState.Returned, null, stamp.At, reason);
    }

    void MustBeNoRecall()
    {
        if (Asks == Asks.Recall) throw new Refusal("is-recall", $"Đây là yêu cầu thu hồi, không vào sổ và không trả lại: hãy đồng ý hoặc từ chối thu hồi.");
    }
}
