using System.Xml;

namespace EdXml.Writing;

/// <summary>The header's structures in the order the Java builder (EdXML102) writes them.</summary>
static class HeaderWriting
{
    public static Task Header(Elements x, MessageHeader h) => x.In("MessageHeader", async () =>
    {
        await Organization(x, "From", h.From).ConfigureAwait(false);
        await Elements.Each(h.To, to => Organization(x, "To", to)).ConfigureAwait(false);
        await x.Text("DocumentId", h.DocumentId).ConfigureAwait(false);
        await x.In("Code", async () =>
        {
            await x.Text("CodeNumber", h.Code.CodeNumber).ConfigureAwait(false);
            await x.Text("CodeNotation", h.Code.CodeNotation).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await x.In("PromulgationInfo", async () =>
        {
            await x.Text("Place", h.Promulgation.Place).ConfigureAwait(false);
            await x.Day("PromulgationDate", h.Promulgation.Date).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await Type(x, h.DocumentType).ConfigureAwait(false);
        await x.Text("Subject", h.Subject).ConfigureAwait(false);
        await x.Text("Content", h.Content).ConfigureAwait(false);
        await x.In("SignerInfo", h.Signer, s => Signer(x, s)).ConfigureAwait(false);
        await x.Day("DueDate", h.DueDate).ConfigureAwait(false);
        await x.In("OtherInfo", h.Other, o => Particulars(x, o)).ConfigureAwait(false);
        await Elements.Each(h.ResponseFor, r => ResponseFor(x, r)).ConfigureAwait(false);
        await x.Number("SteeringType", h.SteeringType).ConfigureAwait(false);
        await x.List("ResponseForTask", "TaskCode", h.TaskCodes).ConfigureAwait(false);
        await x.Text("ApplicationType", h.ApplicationType).ConfigureAwait(false);
        await x.List("ToPlaces", "Place", h.ToPlaces).ConfigureAwait(false);
    });

    public static Task Status(Elements x, StatusMessage s) => x.In("MessageHeader", async () =>
    {
        await Organization(x, "From", s.From).ConfigureAwait(false);
        await ResponseFor(x, s.ResponseFor).ConfigureAwait(false);
        await x.In("StaffInfo", s.Staff, staff => Contact(x, staff)).ConfigureAwait(false);
        await x.Text("StatusCode", s.StatusCode).ConfigureAwait(false);
        await x.Text("Description", s.Description).ConfigureAwait(false);
        await x.Moment("Timestamp", s.Timestamp).ConfigureAwait(false);
    });

    static Task Organization(Elements x, string name, Organization o) => x.In(name, async () =>
    {
        await x.Text("OrganId", o.OrganId).ConfigureAwait(false);
        await x.Text("OrganizationInCharge", o.OrganizationInCharge).ConfigureAwait(false);
        await x.Text("OrganName", o.OrganName).ConfigureAwait(false);
        await x.Text("OrganAdd", o.OrganAdd).ConfigureAwait(false);
        await x.Text("Email", o.Email).ConfigureAwait(false);
        await x.Text("Telephone", o.Telephone).ConfigureAwait(false);
        await x.Text("Fax", o.Fax).ConfigureAwait(false);
        await x.Text("Website", o.Website).ConfigureAwait(false);
    });

    static Task Type(Elements x, DocumentType type) => x.In("DocumentType", async () =>
    {
        await x.Number("Type", type.Type).ConfigureAwait(false);
        await x.Number("TypeDetail", type.TypeDetail).ConfigureAwait(false);
        await x.Text("TypeName", type.TypeName).ConfigureAwait(false);
    });

    static async Task Signer(Elements x, Signer s)
    {
        await x.Text("Competence", s.Competence).ConfigureAwait(false);
        await x.Text("Position", s.Position).ConfigureAwait(false);
        await x.Text("FullName", s.FullName).ConfigureAwait(false);
    }

    static async Task Particulars(Elements x, Particulars o)
    {
        await x.Number("Priority", o.Priority).ConfigureAwait(false);
        await x.Text("SphereOfPromulgation", o.SphereOfPromulgation).ConfigureAwait(false);
        await x.Text("TyperNotation", o.TyperNotation).ConfigureAwait(false);
        await x.Number("PromulgationAmount", o.PromulgationAmount).ConfigureAwait(false);
        await x.Number("PageAmount", o.PageAmount).ConfigureAwait(false);
        await x.Text("ReplyFors", o.ReplyFors).ConfigureAwait(false);
        await x.Flag("Direction", o.Direction).ConfigureAwait(false);
        await x.Text("ReferenceCodes", o.ReferenceCodes).ConfigureAwait(false);
        await x.List("Appendixes", "Appendix", o.Appendixes).ConfigureAwait(false);
    }

    static Task ResponseFor(Elements x, ResponseFor r) => x.In("ResponseFor", async () =>
    {
        await x.Text("OrganId", r.OrganId).ConfigureAwait(false);
        await x.Text("Code", r.Code).ConfigureAwait(false);
        await x.Text("DocumentId", r.DocumentId).ConfigureAwait(false);
        await x.Day("PromulgationDate", r.PromulgationDate).ConfigureAwait(false);
    });

    public static async Task Contact(Elements x, ContactPerson c)
    {
        await x.Text("Department", c.Department).ConfigureAwait(false);
        await x.Text("DepartmentId", c.DepartmentId).ConfigureAwait(false);
        await x.Text("Staff", c.Name).ConfigureAwait(false);
        await x.Text("StaffId", c.StaffId).ConfigureAwait(false);
        await x.Text("Email", c.Email).ConfigureAwait(false);
        await x.Text("Mobile", c.Mobile).ConfigureAwait(false);
    }
}
