namespace EdXml;

/// <summary>MessageHeader of a document (QCVN 102:2016, 1.1–1.14 and the extensions of EdXML102). Absent and empty are both null.</summary>
public sealed record MessageHeader
{
    public Organization From { get; init; } = new();

    /// <summary>Receivers, one To element each.</summary>
    public IReadOnlyList<Organization> To { get; init; } = [];

    /// <summary>Opaque: convention {OrganId},{yyyy/MM/dd},{number}/{notation}, often a UUID; never parsed (real ones hold impossible dates).</summary>
    public string? DocumentId { get; init; }
    public DocumentCode Code { get; init; } = new();
    public Promulgation Promulgation { get; init; } = new();
    public DocumentType DocumentType { get; init; } = new();

    /// <summary>Trích yếu, at most 500 characters.</summary>
    public string? Subject { get; init; }

    /// <summary>Tóm tắt nội dung, at most 500 characters.</summary>
    public string? Content { get; init; }
    public Signer? Signer { get; init; }

    /// <summary>Hạn trả lời or hạn xử lý: a day in Vietnam.</summary>
    public DateOnly? DueDate { get; init; }
    public Particulars? Other { get; init; }
    public IReadOnlyList<ResponseFor> ResponseFor { get; init; } = [];

    /// <summary>1 not steering, 2 steering, 3 report; 0 and absent mean 1 (see <see cref="Steering"/>).</summary>
    public int? SteeringType { get; init; }

    /// <summary>ResponseForTask/TaskCode: tasks of the government's task tracking system.</summary>
    public IReadOnlyList<string> TaskCodes { get; init; } = [];
    public string? ApplicationType { get; init; }

    /// <summary>ToPlaces/Place: lines of "Nơi nhận" that are not electronic receivers.</summary>
    public IReadOnlyList<string> ToPlaces { get; init; } = [];
}

/// <summary>Organization: From, To and the sender of a status (QCVN 102:2016, 1.1).</summary>
public sealed record Organization
{
    /// <summary>An opaque key of at most 35 characters; see <see cref="EdXml.OrganId"/>.</summary>
    public string? OrganId { get; init; }

    /// <summary>Cơ quan chủ quản: its name, sometimes its code.</summary>
    public string? OrganizationInCharge { get; init; }
    public string? OrganName { get; init; }
    public string? OrganAdd { get; init; }
    public string? Email { get; init; }
    public string? Telephone { get; init; }
    public string? Fax { get; init; }
    public string? Website { get; init; }
}

/// <summary>Code: số and ký hiệu. The number is text: real ones read "74fass22".</summary>
public sealed record DocumentCode
{
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }

    /// <summary>"7816/VPCP-TTĐT": as statuses and people write it.</summary>
    public override string ToString() => string.Join('/', new[] { CodeNumber, CodeNotation }.Where(part => part is not null));
}

/// <summary>PromulgationInfo: địa danh and ngày ban hành.</summary>
public sealed record Promulgation
{
    public string? Place { get; init; }
    public DateOnly? Date { get; init; }
}

/// <summary>DocumentType as it was sent; <see cref="DocumentKind.Of"/> says what it means.</summary>
public sealed record DocumentType
{
    public int? Type { get; init; }
    public int? TypeDetail { get; init; }
    public string? TypeName { get; init; }
}

/// <summary>SignerInfo: quyền hạn (TM., KT., TL.…), chức vụ, họ tên.</summary>
public sealed record Signer
{
    public string? Competence { get; init; }
    public string? Position { get; init; }
    public string? FullName { get; init; }
}

/// <summary>OtherInfo (QCVN 102:2016, 1.11).</summary>
public sealed record Particulars
{
    /// <summary>0–4, see <see cref="EdXml.Priority"/>.</summary>
    public int? Priority { get; init; }
    public string? SphereOfPromulgation { get; init; }
    public string? TyperNotation { get; init; }
    public int? PromulgationAmount { get; init; }
    public int? PageAmount { get; init; }
    public string? ReplyFors { get; init; }
    public bool? Direction { get; init; }
    public string? ReferenceCodes { get; init; }
    public IReadOnlyList<string> Appendixes { get; init; } = [];
}

/// <summary>ResponseFor: the document that is answered, in documents and statuses alike. Code is written number/notation.</summary>
public sealed record ResponseFor
{
    public string? OrganId { get; init; }
    public string? Code { get; init; }
    public string? DocumentId { get; init; }
    public DateOnly? PromulgationDate { get; init; }
}

/// <summary>StaffInfo: the person to contact.</summary>
public sealed record ContactPerson
{
    public string? Department { get; init; }
    public string? DepartmentId { get; init; }

    /// <summary>The element is named Staff.</summary>
    public string? Name { get; init; }
    public string? StaffId { get; init; }
    public string? Email { get; init; }
    public string? Mobile { get; init; }
}
