using App.Documents;
using EdXml;

namespace App.Exchange.Receiving;

/// <summary>Finds the documents here that a recall, an update or a replacement speaks of. Senders write it in different places (QCVN 102:2016, 2.2): the likeliest first.</summary>
static class Concerned
{
    public static async Task<IReadOnlyList<Document>> Of(Work work, Packet packet, string sender, string self)
    {
        var (header, business) = (packet.Header, packet.Trace?.Business);
        switch (business?.Kind ?? BusinessKind.New)
        {
            case BusinessKind.Revoke:
                return await First(work, sender, [header.DocumentId, business!.DocumentId], $"{header.Code}", header.Promulgation.Date);
            case BusinessKind.Update:
                return await First(work, sender, [business!.DocumentId, header.DocumentId], $"{header.Code}", header.Promulgation.Date);
            case BusinessKind.Replace:
                var found = new List<Document>();
                foreach (var replaced in business!.Replacements.Where(r => r.OrganIds.Count == 0 || r.OrganIds.Any(o => OrganId.Same(o, self))))
                    found.AddRange(await First(work, sender, [replaced.DocumentId], null, null));
                return [.. found.DistinctBy(d => d.Id)];
            default: return [];
        }
    }

    /// <summary>By the first id under which the sender sent us something, else by number, notation and day; none or one.</summary>
    public static async Task<IReadOnlyList<Document>> First(Work work, string sender, IReadOnlyList<string?> packetIds, string? code, DateOnly? day)
    {
        var institutionId = work.Actor.InstitutionId;
        foreach (var id in packetIds.OfType<string>())
            if (await Newest(work.Documents(d => d.InstitutionId == institutionId && d.IssuerCode == sender && d.PacketId == id)) is { } byId) return [byId];
        if (string.IsNullOrEmpty(code) || day is null) return [];
        var (number, notation) = code.Split('/', 2) is [var n, var rest] ? (n, rest) : (code, "");
        return await Newest(work.Documents(d => d.InstitutionId == institutionId && d.IssuerCode == sender && d.CodeNumber == number && d.CodeNotation == notation
            && d.PromulgatedOn == day)) is { } byCode ? [byCode] : [];

        Task<Document?> Newest(IQueryable<Document> some) =>
            some.Where(d => d.Direction == Direction.Incoming && d.Asks != Asks.Recall).OrderByDescending(d => d.Id).FirstOrDefaultAsync(work.Cancelled);
    }
}
