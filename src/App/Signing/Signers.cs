using App.Storage;

namespace App.Signing;

/// <summary>The only ways to fetch signers: those of one's own institution.</summary>
public static class Signers
{
    public static IQueryable<Signer> AllSigners(this Work work) => work.Db.Set<Signer>().Where(s => s.InstitutionId == work.Actor.InstitutionId);

    /// <summary>How the owner signs now: the newest certificate that is valid.</summary>
    public static async Task<Signer> SignerOf(this Work work, Guid ownerId) =>
        await work.AllSigners().Where(s => s.OwnerId == ownerId && s.RetiredAt == null && s.ValidFrom <= work.Stamp.At && s.ValidUntil > work.Stamp.At)
            .OrderByDescending(s => s.Id).FirstOrDefaultAsync(work.Cancelled)
        ?? throw new Refusal("no-certificate", $"Chưa có chứng thư số còn hiệu lực để ký.");

    /// <summary>The signer to be changed.</summary>
    public static async Task<Signer> Signer(this Change change, Guid id) =>
        await change.Work.AllSigners().AsTracking().SingleOrDefaultAsync(s => s.Id == id, change.Work.Cancelled) ?? throw Refusal.NotFound;
}
