using App.Organisation;

namespace App.Documents.Incoming;

/// <summary>What the clerk fills in or corrects when entering a document in the book.</summary>
public record RegisterForm
{
    public string? Code { get; init; }
    public Entered<DateOnly> PromulgatedOn { get; init; }
    public string? KindName { get; init; }
    public string? IssuerName { get; init; }
    public string? IssuerCode { get; init; }
    public string? SignerName { get; init; }
    public string? SignerTitle { get; init; }
    public string? Subject { get; init; }
    public Entered<int> Urgency { get; init; }
    public Entered<int> Pages { get; init; }
    public Entered<Guid> SubmittedTo { get; init; }
    public Entered<DateOnly> Deadline { get; init; }

    /// <summary>What the packet said, ready to be corrected.</summary>
    public static RegisterForm Of(Document document) => new()
    {
        Code = document.Code, KindName = document.KindName, IssuerName = document.IssuerName, IssuerCode = document.IssuerCode, SignerName = document.SignerName,
        SignerTitle = document.SignerTitle, Subject = document.Subject, Urgency = Entered.Of((int)document.Urgency), Pages = Entered.Of(document.Pages),
        PromulgatedOn = document.PromulgatedOn is { } day ? Entered.Of(day) : default, Deadline = document.Deadline is { } due ? Entered.Of(due) : default,
    };

    /// <summary>Reads the form or says everything that is wrong with it.</summary>
    public async Task<(Letter Letter, Promise? Promise, Guid SubmittedTo)> Read(Work work, Institution institution, Document? arrived = null)
    {
        var problems = new Problems();
        var (number, notation) = ReadCode(problems);
        var issuer = problems.Need("IssuerName", IssuerName, Document.IssuerLengthMax, $"Ghi cơ quan ban hành văn bản.");
        var subject = problems.Need("Subject", Subject, Document.SubjectLengthMax, $"Ghi trích yếu như trên văn bản.");
        var promulgatedOn = problems.Need("PromulgatedOn", PromulgatedOn, $"Ghi ngày của văn bản.");
        var urgency = problems.May("Urgency", Urgency, $"Chọn độ khẩn.") ?? 0;
        problems.Check(Enum.IsDefined((Urgency)urgency), "Urgency", $"Chọn độ khẩn.");
        var pages = problems.May("Pages", Pages, $"Ghi số trang bằng chữ số.") ?? 0;
        problems.Check(pages is >= 0 and <= 99_999, "Pages", $"Ghi số trang bằng chữ số.");
        var deadline = problems.May("Deadline", Deadline, $"Ghi hạn xử lý bằng một ngày có thật.");
        var submittedTo = problems.May("SubmittedTo", SubmittedTo, $"Chọn người hoặc đơn vị nhận trình.") ?? await Submitting.Suggest(work, institution, IssuerCode ?? "");
        problems.Check(await Submitting.IsHolder(work, submittedTo), "SubmittedTo", $"Chọn người hoặc đơn vị nhận trình.");
        problems.ThrowIfAny();

        var kind = DocumentKind.Of(KindName);
        var letter = new Letter(IssuerCode?.Trim() ?? "", issuer, number, notation, promulgatedOn, subject)
        {
            Kind = kind?.Code ?? 0, KindName = kind?.Name ?? Cut(KindName, 100), SignerName = Cut(SignerName, 50), SignerTitle = Cut(SignerTitle, 100),
            Urgency = (Urgency)urgency, Pages = pages,
        };
        var rule = deadline == arrived?.Deadline ? arrived?.DueRule ?? "" : "";
        return (letter, deadline is { } due ? new Promise(due, Rule: rule) : null, submittedTo);
    }

    /// <summary>A code is written as it is read: the number ends at the first slash.</summary>
    (string Number, string Notation) ReadCode(Problems problems)
    {
        var code = problems.Need("Code", Code, Document.CodeNumberLengthMax + Document.CodeNotationLengthMax + 1, $"Ghi số, ký hiệu như trên văn bản.");
        var slash = code.IndexOf('/', StringComparison.Ordinal);
        var (number, notation) = slash < 0 ? (code, "") : (code[..slash].Trim(), code[(slash + 1)..].Trim());
        problems.Check(number.Length <= Document.CodeNumberLengthMax && notation.Length <= Document.CodeNotationLengthMax, "Code",
            $"Số không quá {Document.CodeNumberLengthMax} ký tự, ký hiệu không quá {Document.CodeNotationLengthMax} ký tự.");
        return (number, notation);
    }

    static string Cut(string? text, int lengthMax) => text?.Trim() is { } trimmed ? trimmed[..Math.Min(trimmed.Length, lengthMax)] : "";
}
