namespace App.Documents;

/// <summary>A document was entered in an institution's incoming register.</summary>
public sealed record DocumentRegistered(Guid DocumentId, Guid UnitId, DateOnly Day);

/// <summary>A document was not taken in: sent back, or refused for its secrecy, with a reason for the sender.</summary>
public sealed record DocumentReturned(Guid DocumentId, string Reason);

/// <summary>The way of an incoming document: arrived, registered, directed, worked on, done.</summary>
public sealed partial class Document
{
    /// <summary>Parks what came in until the clerk looks at it; it has no number yet.</summary>
    public static Document Arrive(Stamp stamp, Guid recordsUnitId, Source source, Letter letter, Promise? asked, string? packetId = null)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, Direction = Direction.Incoming, State = DocumentState.Arrived,
            BookUnitId = recordsUnitId, Book = IncomingBook, Source = source, AuthorId = stamp.By.PersonId, HolderId = recordsUnitId, ArrivedAt = stamp.At,
            PacketId = packetId,
        };
        document.Take(letter);
        document.Promise(asked);
        return document;
    }

    /// <summary>Enters the document in the book, as the clerk corrected it, and submits it to whoever directs it.</summary>
    public void Register(Stamp stamp, int number, Letter letter, Promise? promise, Guid submittedTo)
    {
        MustBe("already-registered", $"Văn bản này đã được xử lý trước đó.", DocumentState.Arrived);
        MustBeNoRecall();
        if (letter.PromulgatedOn > stamp.Day) throw new Refusal("signed-in-future", $"Văn bản ký ngày {letter.PromulgatedOn:dd/MM/yyyy} không thể vào sổ trước ngày ký.");
        if (promise?.Due < stamp.Day) throw new Refusal("deadline-passed", $"Hạn {promise.Due:dd/MM/yyyy} đã qua.");

        Take(letter);
        Promise(promise);
        (State, Year, Number, RegisteredAt, HolderId) = (DocumentState.Registered, stamp.Day.Year, number, stamp.At, submittedTo);
        Reword();
    }

    /// <summary>Sends the document back to its sender instead of registering it.</summary>
    public void Return(Stamp stamp, string reason)
    {
        MustBe("already-registered", $"Văn bản này đã được xử lý trước đó.", DocumentState.Arrived);
        MustBeNoRecall();
        (State, HolderId, ClosedAt, Outcome) = (DocumentState.Returned, null, stamp.At, reason);
    }

    /// <summary>Refuses a document that bears a mark of secrecy; nothing of its content stays.</summary>
    public void Refuse(Stamp stamp)
    {
        if (IsGone) throw new Refusal("already-registered", $"Văn bản này đã được xử lý trước đó.");
        Take(new(IssuerCode, IssuerName, "", "", null, ""));
        (State, HolderId, ClosedAt, AsksReason) = (DocumentState.Refused, null, stamp.At, "");
    }

    /// <summary>A leader said what is to be done; the lead holds it from now on.</summary>
    public void Direct(Guid lead, Promise? promise)
    {
        MustBe("not-open", $"Văn bản không ở trạng thái cho phép chỉ đạo.", DocumentState.Registered, DocumentState.Directed, DocumentState.Working);
        if (promise is not null) Promise(promise);
        HolderId = lead;
        if (State == DocumentState.Registered) State = DocumentState.Directed;
    }

    /// <summary>A leader leaves it to another leader to direct (chuyển trình).</summary>
    public void Pass(Guid leader)
    {
        MustBe("not-open", $"Văn bản không ở trạng thái cho phép chỉ đạo.", DocumentState.Registered, DocumentState.Directed, DocumentState.Working);
        HolderId = leader;
    }

    /// <summary>The lead began, or handed the work to one of its people.</summary>
    public void Work(Guid holder)
    {
        MustBe("not-open", $"Văn bản không ở trạng thái cho phép chỉ đạo.", DocumentState.Directed, DocumentState.Working);
        (State, HolderId) = (DocumentState.Working, holder);
    }

    /// <summary>Everything asked for was done, or it was decided that nothing more needs to be done.</summary>
    public void Complete(Stamp stamp, string outcome = "")
    {
        MustBe("not-open", $"Văn bản không ở trạng thái cho phép chỉ đạo.", DocumentState.Registered, DocumentState.Directed, DocumentState.Working);
        NoteLate(stamp.At);
        (State, HolderId, ClosedAt, Outcome) = (DocumentState.Done, null, stamp.At, outcome);
    }

    /// <summary>A report was not accepted: the work is open again.</summary>
    public void Reopen(Guid holder)
    {
        MustBe("not-done", $"Văn bản này chưa hoàn thành.", DocumentState.Done);
        (State, HolderId, ClosedAt, Outcome) = (DocumentState.Working, holder, null, "");
    }

    /// <summary>Puts on record that its deadline passed while it was open; false when it did not, or when that is known.</summary>
    public bool NoteLate(DateTime now)
    {
        if (Deadline is not { } due || LateSince is not null || ClosedAt is not null || State is not (DocumentState.Arrived or DocumentState.Registered or DocumentState.Directed or DocumentState.Working)) return false;
        var ended = new Promise(due, DueNoon).EndsAt;
        if (now <= ended) return false;
        LateSince = ended;
        return true;
    }
}
