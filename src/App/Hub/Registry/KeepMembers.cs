namespace App.Hub.Registry;

/// <summary>What the operator of the hub decides: which systems are members, and which agencies each of them serves. May be repeated.</summary>
public sealed class KeepMembers(HubStore hub, Secrets secrets)
{
    /// <summary>Lets a system in, or renews its name and secret.</summary>
    public Task Admit(string memberId, string name, string secret, CancellationToken cancelled) => hub.Write(async db =>
    {
        if (secret.Length == 0) throw new ArgumentException("A member needs a secret.", nameof(secret));
        var member = await db.Members.AsTracking().SingleOrDefaultAsync(m => m.Id == memberId, cancelled);
        if (member is null) db.Add(Member.Join(memberId, name, secrets.Protect(secret), hub.Now));
        else if (member.Name != name || secrets.Reveal(member.ProtectedSecret) != secret) member.Renew(name, secrets.Protect(secret));
        return true;
    }, cancelled);

    /// <summary>Gives a member an agency to serve, under the nearest agency above its code; one it serves already is described anew.</summary>
    public Task<Agency> Enter(string memberId, AgencyEntry entry, CancellationToken cancelled) => hub.Write(async db =>
    {
        var code = AgencyCode.Of(entry.Code);
        var above = await db.AgencyAbove(code, cancelled);
        if (await db.AgencyEver(code, cancelled) is { } known)
        {
            if (known.MemberId != memberId) throw new InvalidOperationException($"{entry.Code} is served by {known.MemberId}.");
            known.Describe(above, entry, hub.Now);
            return known;
        }
        var agency = Agency.Enter(memberId, code, above, entry, hub.Now);
        db.Add(agency);
        return agency;
    }, cancelled);

    /// <summary>In plain, to check a proof with; null when no such system is a member.</summary>
    public async Task<string?> SecretOf(string memberId, CancellationToken cancelled)
    {
        var kept = await hub.Read(db => db.Members.Where(m => m.Id == memberId).Select(m => m.ProtectedSecret).SingleOrDefaultAsync(cancelled), cancelled);
        return kept is null ? null : secrets.Reveal(kept);
    }
}
