namespace EdXml.Reading;

/// <summary>From elements to records: one function per structure of QCVN 102:2016, named as on the wire where the words differ.</summary>
static class Shapes
{
    public static MessageHeader Header(Fields f) => new()
    {
        From = f.One("From", Organization) ?? new(),
        To = f.Many("To", Organization),
        DocumentId = f.Text("DocumentId"),
        Code = f.One("Code", Code) ?? new(),
        Promulgation = f.One("PromulgationInfo", p => new Promulgation { Place = p.Text("Place"), Date = p.Day("PromulgationDate") }) ?? new(),
        DocumentType = f.One("DocumentType", t => new DocumentType { Type = t.Number("Type"), TypeDetail = t.Number("TypeDetail"), TypeName = t.Text("TypeName") }) ?? new(),
        Subject = f.Text("Subject"),
        Content = f.Text("Content"),
        Signer = Filled(f.One("SignerInfo", s => new Signer { Competence = s.Text("Competence"), Position = s.Text("Position"), FullName = s.Text("FullName") })),
        DueDate = f.Day("DueDate"),
        Other = Filled(f.One("OtherInfo", Particulars)),
        ResponseFor = [.. f.Many("ResponseFor", ResponseFor).Where(r => r != new ResponseFor())], // Real packets carry empty ones.
        SteeringType = f.Number("SteeringType"),
        TaskCodes = f.One("ResponseForTask", t => t.Texts("TaskCode")) ?? [],
        ApplicationType = f.Text("ApplicationType"),
        ToPlaces = f.One("ToPlaces", t => t.Texts("Place")) ?? [],
    };

    public static StatusMessage Status(Fields f) => new()
    {
        From = f.One("From", Organization) ?? new(),
        ResponseFor = f.One("ResponseFor", ResponseFor) ?? new(),
        Staff = Filled(f.One("StaffInfo", Contact)),
        StatusCode = f.Text("StatusCode"),
        Description = f.Text("Description"),
        Timestamp = f.Moment("Timestamp"),
    };

    public static TraceList Trace(Fields f) => new()
    {
        Id = f.Attribute("id"),
        Version = f.Attribute("version"),
        MustUnderstand = f.Attribute("mustUnderstand"),
        Actor = f.Attribute("actor"),
        Paper = f.Text("Paper"),
        Traces = f.Many("TraceHeader", t => new Trace { OrganId = t.Text("OrganId"), At = t.Moment("Timestamp") }),
        Business = Filled(f.One("Bussiness", Business, "Business")),
    };

    public static IReadOnlyList<Reference> Manifest(Fields body) =>
        body.One("edXMLManifest", m => m.Many("Reference", Reference), "Manifest") ?? [];

    public static Attachment Attachment(Fields f) => new()
    {
        ContentId = f.Text("ContentId"),
        Name = f.Text("AttachmentName"),
        Description = f.Text("Description"),
        FieldName = f.Text("FieldName"),
        MimeType = f.Text("MimeType"),
        Format = f.Text("Format"),
        ContentType = f.Text("ContentType"),
    };

    static Reference Reference(Fields f) => new()
    {
        ContentId = f.Text("ContentId") ?? f.Attribute("href"), // xlink:href, as the .NET kit writes.
        ContentType = f.Text("ContentType"),
        Description = f.Text("Description"),
        AttachmentName = f.Text("AttachmentName"),
    };

    static Organization Organization(Fields f) => new()
    {
        OrganId = f.Text("OrganId"),
        OrganizationInCharge = f.Text("OrganizationInCharge", "OrganInCharge"),
        OrganName = f.Text("OrganName"),
        OrganAdd = f.Text("OrganAdd"),
        Email = f.Text("Email"),
        Telephone = f.Text("Telephone"),
        Fax = f.Text("Fax"),
        Website = f.Text("Website"),
    };

    static DocumentCode Code(Fields f) => new() { CodeNumber = f.Text("CodeNumber"), CodeNotation = f.Text("CodeNotation") };

    static Particulars Particulars(Fields f) => new()
    {
        Priority = f.Number("Priority"),
        SphereOfPromulgation = f.Text("SphereOfPromulgation"),
        TyperNotation = f.Text("TyperNotation"),
        PromulgationAmount = f.Number("PromulgationAmount"),
        PageAmount = f.Number("PageAmount"),
        ReplyFors = f.Text("ReplyFors"),
        Direction = f.Flag("Direction"),
        ReferenceCodes = f.Text("ReferenceCodes"),
        Appendixes = f.One("Appendixes", a => a.Texts("Appendix")) ?? [],
    };

    static ResponseFor ResponseFor(Fields f) => new()
    {
        OrganId = f.Text("OrganId"),
        Code = f.Text("Code"),
        DocumentId = f.Text("DocumentId"),
        PromulgationDate = f.Day("PromulgationDate"),
    };

    static ContactPerson Contact(Fields f) => new()
    {
        Department = f.Text("Department"),
        DepartmentId = f.Text("DepartmentId"),
        Name = f.Text("Staff"),
        StaffId = f.Text("StaffId"),
        Email = f.Text("Email"),
        Mobile = f.Text("Mobile"),
    };

    static Business Business(Fields f) => new()
    {
        DocumentId = f.Text("DocumentId"),
        DocType = f.Number("BussinessDocType", "BusinessDocType"),
        Reason = f.Text("BussinessDocReason", "BusinessDocReason"),
        Paper = f.Text("Paper"),
        Change = Filled(f.One("BussinessDocumentInfo", Change, "BusinessDocumentInfo")),
        Replacements = f.One("ReplacementInfoList", r => r.Many("ReplacementInfo", i => new Replacement
        {
            DocumentId = i.Text("DocumentId"),
            OrganIds = i.One("OrganIdList", o => o.Texts("OrganId")) ?? [],
        })) ?? [],
        Staff = Filled(f.One("StaffInfo", Contact)),
    };

    static Change Change(Fields f) => new()
    {
        DocumentChanged = f.Number("DocumentInfo"),
        ReceiversChanged = f.Number("DocumentReceiver"),
        Receivers = f.One("ReceiverList", r => r.Many("Receiver", i => new ChangedReceiver { OrganId = i.Text("OrganId"), ReceiverType = i.Number("ReceiverType") })) ?? [],
    };

    /// <summary>An element with nothing in it is as good as absent: writers leave empties out.</summary>
    static T? Filled<T>(T? value) where T : class, new() => Equals(value, new T()) ? null : value;
}
