using System.Globalization;

namespace EdXml;

/// <summary>
/// What a file lacks or overruns against QCVN 102:2016 (lengths as its first implementers check them). For what was received these are oddities;
/// what is sent should have none, and must not have one of <see cref="Blocking"/>.
/// </summary>
public static class Checks
{
    /// <summary>A packet with one of these cannot be matched by its receiver: the writer refuses it.</summary>
    public static IReadOnlyList<Oddity> Blocking(EdXmlFile file) =>
        [.. Of(file).Where(o => o.Code == "missing" || o.Code == "too-long" && o.Arguments[0].EndsWith("/OrganId", StringComparison.Ordinal))];

    /// <summary>Codes missing, too-long, status-code, document-type, business-kind and those of attachments.</summary>
    public static IReadOnlyList<Oddity> Of(EdXmlFile file) => file is Packet packet ? Of(packet) : Of((StatusMessage)file);

    static IReadOnlyList<Oddity> Of(Packet packet)
    {
        var found = new OddityList();
        var h = packet.Header;
        Organization(found, "From", h.From);
        if (h.To.Count == 0) found.Add("missing", "To");
        foreach (var to in h.To) Organization(found, "To", to);
        Need(found, "DocumentId", h.DocumentId);
        Need(found, "Code", h.Code.ToString());
        Length(found, "Code/CodeNumber", h.Code.CodeNumber, 11);
        Length(found, "Code/CodeNotation", h.Code.CodeNotation, 30);
        Length(found, "PromulgationInfo/Place", h.Promulgation.Place, 50);
        if (h.Promulgation.Date is null) found.Add("missing", "PromulgationInfo/PromulgationDate");
        Need(found, "Subject", h.Subject);
        Length(found, "Subject", h.Subject, 500);
        Length(found, "Content", h.Content, 500);
        Length(found, "SignerInfo/Competence", h.Signer?.Competence, 100);
        Length(found, "SignerInfo/Position", h.Signer?.Position, 100);
        Length(found, "SignerInfo/FullName", h.Signer?.FullName, 50);
        Length(found, "OtherInfo/SphereOfPromulgation", h.Other?.SphereOfPromulgation, 100);
        Length(found, "OtherInfo/TyperNotation", h.Other?.TyperNotation, 10);
        foreach (var place in h.ToPlaces) Length(found, "ToPlaces/Place", place, 150);
        Kinds(found, packet);
        AttachmentChecks.Add(found, packet);
        return found.All;
    }

    static void Kinds(OddityList found, Packet packet)
    {
        var type = packet.Header.DocumentType;
        Need(found, "DocumentType/TypeName", type.TypeName ?? (DocumentKind.Of(type) is null ? null : "known"));
        Length(found, "DocumentType/TypeName", type.TypeName, 100);
        if (type.TypeName is not null && DocumentKind.Of(type) is null) found.Add("document-type", type.TypeName);
        if (packet.Trace?.Business?.DocType is > 3 and var unknown) found.Add("business-kind", unknown.ToString(CultureInfo.InvariantCulture));
    }

    static IReadOnlyList<Oddity> Of(StatusMessage status)
    {
        var found = new OddityList();
        Organization(found, "From", status.From);
        Need(found, "ResponseFor/OrganId", status.ResponseFor.OrganId);
        Length(found, "ResponseFor/OrganId", status.ResponseFor.OrganId, OrganId.LengthMax);
        Need(found, "ResponseFor/DocumentId", status.ResponseFor.DocumentId ?? status.ResponseFor.Code);
        Need(found, "StatusCode", status.StatusCode);
        if (status.StatusCode is { } code && !StatusCodes.Known(code)) found.Add("status-code", code);
        if (status.Timestamp is null) found.Add("missing", "Timestamp");
        return found.All;
    }

    static void Organization(OddityList found, string path, Organization organization)
    {
        Need(found, $"{path}/OrganId", organization.OrganId);
        Length(found, $"{path}/OrganId", organization.OrganId, OrganId.LengthMax);
        Length(found, $"{path}/OrganizationInCharge", organization.OrganizationInCharge, 500);
        Length(found, $"{path}/OrganName", organization.OrganName, 200);
        Length(found, $"{path}/OrganAdd", organization.OrganAdd, 500);
        Length(found, $"{path}/Email", organization.Email, 100);
        Length(found, $"{path}/Telephone", organization.Telephone, 20);
        Length(found, $"{path}/Fax", organization.Fax, 20);
        Length(found, $"{path}/Website", organization.Website, 100);
    }

    static void Need(OddityList found, string path, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) found.Add("missing", path);
    }

    static void Length(OddityList found, string path, string? value, int max)
    {
        if (value?.Length > max) found.Add("too-long", path, value.Length.ToString(CultureInfo.InvariantCulture), max.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>How attachments, manifest and first bytes fit together.</summary>
static class AttachmentChecks
{
    public static void Add(OddityList found, Packet packet)
    {
        foreach (var attachment in packet.Attachments)
        {
            var name = packet.NameOf(attachment) ?? $"{attachment.Position + 1}";
            var reference = packet.ReferenceOf(attachment);
            if (reference is null) found.Add("no-reference", name);
            else if (reference.AttachmentName is { } listed && attachment.Name is { } own && listed != own) found.Add("name-differs", own, listed);
            if (attachment.SizeBytes == 0 && attachment.Kind == FileKind.Empty) found.Add("no-content", name);
            else if (Packing.NamedOtherwise(name, attachment.Kind) is { } oddity) found.Add(oddity.Code, [.. oddity.Arguments]);
        }
        foreach (var reference in packet.Manifest.Where(r => !packet.Attachments.Any(a => packet.ReferenceOf(a) == r)))
            found.Add("no-attachment", reference.AttachmentName ?? reference.ContentId ?? "");
    }
}
