namespace App.Documents;

/// <summary>An outgoing document has its number, date and seal: it may be sent, and what it answers is answered.</summary>
/// <param name="AnswersId">The incoming document that it answers, if any.</param>
public sealed record DocumentIssued(Guid DocumentId, Guid? AnswersId);

/// <summary>A signed document was given its number; whoever hears of it finishes the issue, should the one who began have failed.</summary>
public sealed record NumberDrawn(Guid DocumentId);

/// <summary>The way of an outgoing document (Decree 30/2020, Articles 10 to 18): drafted, reviewed, signed, numbered, issued.</summary>
public sealed partial class Document
{
    /// <summary>Begins a document that the actor drafts.</summary>
    public static Document Compose(Stamp stamp, Guid recordsUnitId, Letter letter, Promise? promise)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, Direction = Direction.Outgoing, State = DocumentState.Draft,
            BookUnitId = recordsUnitId, Book = OutgoingBook, Source = Source.Drafted, AuthorId = stamp.By.HolderId, HolderId = stamp.By.HolderId, ArrivedAt = stamp.At,
        };
        document.Take(letter);
        document.Promise(promise);
        return document;
    }

    /// <summary>The author writes it anew.</summary>
    public void Redraft(Stamp stamp, Letter letter, Promise? promise)
    {
        MustBeInDraft(stamp);
        Take(letter);
        Promise(promise);
    }

    /// <summary>Only whoever has the draft in hand may change it, and only before it is submitted.</summary>
    public void MustBeInDraft(Stamp stamp)
    {
        MustBe("not-in-draft", $"Văn bản đã trình, không sửa được nữa.", DocumentState.Draft);
        MustHold(stamp);
    }

    /// <summary>Submits the draft to the head of the unit, who checks what it says.</summary>
    public void SubmitForReview(Stamp stamp, Guid reviewer)
    {
        MustBeInDraft(stamp);
        (State, HolderId) = (DocumentState.InReview, reviewer);
    }

    /// <summary>Submits it straight to the signer, when nobody stands between.</summary>
    public void SubmitForSignature(Stamp stamp, Guid signer)
    {
        MustBeInDraft(stamp);
        (State, HolderId) = (DocumentState.ForSignature, signer);
    }

    /// <summary>The head of the unit answers for the content.</summary>
    public void ApproveContent(Stamp stamp, Guid signer)
    {
        MustBe("not-in-review", $"Văn bản không ở bước duyệt nội dung.", DocumentState.InReview);
        MustHold(stamp);
        (State, HolderId) = (DocumentState.ForSignature, signer);
    }

    /// <summary>The head of the unit or the leader gives it back to the author.</summary>
    public void SendBack(Stamp stamp)
    {
        MustBe("not-under-review", $"Văn bản không ở bước duyệt hoặc ký.", DocumentState.InReview, DocumentState.ForSignature);
        MustHold(stamp);
        (State, HolderId) = (DocumentState.Draft, AuthorId);
    }

    /// <summary>The clerk gives a signed document back for its form: what is changed after approval must go to the signer again.</summary>
    public void SendBackForFormat()
    {
        MustBeSigned();
        (State, HolderId) = (DocumentState.Draft, AuthorId);
    }

    /// <summary>Refuses unless the actor is the one who is to sign it now.</summary>
    public void MustAwaitSignatureOf(Stamp stamp)
    {
        MustBe("not-for-signature", $"Văn bản không ở bước ký.", DocumentState.ForSignature);
        MustHold(stamp);
    }

    /// <summary>The leader signed; the records office numbers and issues it.</summary>
    public void Sign(Stamp stamp)
    {
        MustAwaitSignatureOf(stamp);
        (State, HolderId) = (DocumentState.Signed, BookUnitId);
    }

    /// <summary>Refuses unless it bears the leader's signature and has no number yet.</summary>
    public void MustBeSigned() => MustBe("not-signed", $"Văn bản chưa được ký hoặc đã cấp số.", DocumentState.Signed);

    /// <summary>Gives the number of the year and the date of issue; from here on both stay with this document whatever happens.</summary>
    public void TakeNumber(Stamp stamp, string book, int number)
    {
        MustBeSigned();
        (State, Book, Year, Number, PromulgatedOn) = (DocumentState.Numbered, book, stamp.Day.Year, number, stamp.Day);
        CodeNumber = number.ToString("00", System.Globalization.CultureInfo.InvariantCulture); // Decree 30: below ten with a nought before.
        Reword();
    }

    /// <summary>The file carries number, date and seal: the document is out.</summary>
    public void Issue(Stamp stamp)
    {
        MustBe("not-numbered", $"Văn bản chưa được cấp số hoặc đã phát hành.", DocumentState.Numbered);
        (State, HolderId, IssuedAt, ClosedAt) = (DocumentState.Issued, null, stamp.At, stamp.At);
    }

    /// <summary>The author gives the draft up; it stays to be read.</summary>
    public void Withdraw(Stamp stamp, string reason)
    {
        MustBeInDraft(stamp);
        (State, HolderId, ClosedAt, Outcome) = (DocumentState.Withdrawn, null, stamp.At, reason);
    }

    void MustHold(Stamp stamp)
    {
        if (HolderId != stamp.By.HolderId) throw new Refusal("not-in-your-hands", $"Văn bản đang do người khác giữ.", 403);
    }
}
