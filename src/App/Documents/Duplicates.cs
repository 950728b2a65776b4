using App.Storage;

namespace App.Documents;

/// <summary>Finds documents that may be the same one: same packet, or same number, notation and issuer.</summary>
public static class Duplicates
{
    public sealed record Found(Guid Id, int? Year, int? Number, DateTime ArrivedAt, DateTime? RegisteredAt, bool SamePacket);

    public static async Task<IReadOnlyList<Found>> Of(Work work, Letter letter, string? packetId, Guid except)
    {
        var institutionId = work.Actor.InstitutionId;
        var alike = await work.Documents(d => d.InstitutionId == institutionId && d.Id != except && d.Direction == Direction.Incoming
                && d.IssuerCode == letter.IssuerCode && (packetId != null && d.PacketId == packetId
                    || letter.CodeNumber != "" && d.CodeNumber == letter.CodeNumber && d.CodeNotation == letter.CodeNotation))
            .OrderByDescending(d => d.Id).Take(20)
            .Select(d => new { d.Id, d.Year, d.Number, d.ArrivedAt, d.RegisteredAt, d.PacketId, d.IssuerName, d.State }).ToListAsync(work.Cancelled);
        return [.. alike.Where(d => d.State != DocumentState.Refused && (letter.IssuerCode.Length > 0 || Words.Fold(d.IssuerName) == Words.Fold(letter.IssuerName)))
            .Select(d => new Found(d.Id, d.Year, d.Number, d.ArrivedAt, d.RegisteredAt, packetId is not null && d.PacketId == packetId))];
    }
}
