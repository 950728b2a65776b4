namespace EdXml.Writing;

/// <summary>TraceHeaderList: the hops first, then Bussiness, as in the packets of the axis.</summary>
static class TraceWriting
{
    public static Task List(Elements x, TraceList list) => x.In("TraceHeaderList", async () =>
    {
        foreach (var (name, value) in new[] { ("id", list.Id), ("version", list.Version), ("mustUnderstand", list.MustUnderstand), ("actor", list.Actor) })
            if (!string.IsNullOrEmpty(value)) await x.Xml.WriteAttributeStringAsync(null, name, null, value).ConfigureAwait(false);
        await x.Text("Paper", list.Paper).ConfigureAwait(false);
        await Elements.Each(list.Traces, trace => Hop(x, trace)).ConfigureAwait(false);
        await x.In("Bussiness", list.Business, business => Business(x, business)).ConfigureAwait(false);
    });

    static Task Hop(Elements x, Trace trace) => x.In("TraceHeader", async () =>
    {
        await x.Text("OrganId", trace.OrganId).ConfigureAwait(false);
        await x.Moment("Timestamp", trace.At).ConfigureAwait(false);
    });

    static async Task Business(Elements x, Business b)
    {
        await x.Text("DocumentId", b.DocumentId).ConfigureAwait(false);
        await x.Number("BussinessDocType", b.DocType).ConfigureAwait(false);
        await x.Text("BussinessDocReason", b.Reason).ConfigureAwait(false);
        await x.Text("Paper", b.Paper).ConfigureAwait(false);
        await x.In("BussinessDocumentInfo", b.Change, change => Change(x, change)).ConfigureAwait(false);
        if (b.Replacements.Count > 0) await x.In("ReplacementInfoList", () => Elements.Each(b.Replacements, r => Replacement(x, r))).ConfigureAwait(false);
        await x.In("StaffInfo", b.Staff, staff => HeaderWriting.Contact(x, staff)).ConfigureAwait(false);
    }

    static async Task Change(Elements x, Change change)
    {
        await x.Number("DocumentInfo", change.DocumentChanged).ConfigureAwait(false);
        await x.Number("DocumentReceiver", change.ReceiversChanged).ConfigureAwait(false);
        if (change.Receivers.Count == 0) return;
        await x.In("ReceiverList", () => Elements.Each(change.Receivers, r => x.In("Receiver", async () =>
        {
            await x.Text("OrganId", r.OrganId).ConfigureAwait(false);
            await x.Number("ReceiverType", r.ReceiverType).ConfigureAwait(false);
        }))).ConfigureAwait(false);
    }

    static Task Replacement(Elements x, Replacement r) => x.In("ReplacementInfo", async () =>
    {
        await x.Text("DocumentId", r.DocumentId).ConfigureAwait(false);
        await x.List("OrganIdList", "OrganId", r.OrganIds).ConfigureAwait(false);
    });
}
