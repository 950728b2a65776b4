namespace EdXml;

/// <summary>TraceHeaderList (QCVN 102:2016, 2): where the packet has been, and what the sender wants done with an earlier document.</summary>
public sealed record TraceList
{
    public string? Id { get; init; }
    public string? Version { get; init; }

    /// <summary>mustUnderstand and actor: left over from SOAP, written by the .NET kit.</summary>
    public string? MustUnderstand { get; init; }
    public string? Actor { get; init; }
    public string? Paper { get; init; }

    /// <summary>One per hop: the sender writes the first, each hub appends one.</summary>
    public IReadOnlyList<Trace> Traces { get; init; } = [];
    public Business? Business { get; init; }
}

/// <summary>TraceHeader: one hop. The wire holds Vietnam's local time without a zone, so At always carries +07:00.</summary>
public sealed record Trace
{
    public string? OrganId { get; init; }
    public DateTimeOffset? At { get; init; }
}

/// <summary>BussinessDocType.</summary>
public enum BusinessKind { New = 0, Revoke = 1, Update = 2, Replace = 3 }

/// <summary>Bussiness (the wire's spelling).</summary>
public sealed record Business
{
    /// <summary>The document revoked or updated; samples of revocation and replacement leave it out.</summary>
    public string? DocumentId { get; init; }

    /// <summary>BussinessDocType as sent: 0–3.</summary>
    public int? DocType { get; init; }
    public BusinessKind Kind => DocType is { } type && Enum.IsDefined((BusinessKind)type) ? (BusinessKind)type : BusinessKind.New;
    public string? Reason { get; init; }

    /// <summary>Probably 1 when a paper copy follows; sources disagree, so it stays text.</summary>
    public string? Paper { get; init; }
    public Change? Change { get; init; }
    public IReadOnlyList<Replacement> Replacements { get; init; } = [];
    public ContactPerson? Staff { get; init; }
}

/// <summary>BussinessDocumentInfo: what an update (type 2) changes.</summary>
public sealed record Change
{
    /// <summary>DocumentInfo: 1 when the document's description changed.</summary>
    public int? DocumentChanged { get; init; }

    /// <summary>DocumentReceiver: 1 when the list of receivers changed.</summary>
    public int? ReceiversChanged { get; init; }
    public IReadOnlyList<ChangedReceiver> Receivers { get; init; } = [];
}

/// <summary>Receiver: ReceiverType 0 removed, 1 added.</summary>
public sealed record ChangedReceiver
{
    public string? OrganId { get; init; }
    public int? ReceiverType { get; init; }
}

/// <summary>ReplacementInfo: the document replaced, and the receivers for whom it is.</summary>
public sealed record Replacement
{
    public string? DocumentId { get; init; }
    public IReadOnlyList<string> OrganIds { get; init; } = [];
}
