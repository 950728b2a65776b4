namespace App.Hub.Registry;

/// <summary>Finds agencies by what they are called, in either form of their code.</summary>
public static class Agencies
{
    /// <summary>Those of the codes that are on the axis and have not left it.</summary>
    public static async Task<Dictionary<string, Agency>> AgenciesCalled(this HubDb db, IReadOnlyCollection<string> codes, CancellationToken cancelled)
    {
        var found = await db.Agencies.Where(a => a.DeletedAt == null && (codes.Contains(a.Code) || codes.Contains(a.Code102!))).ToListAsync(cancelled);
        return codes.Distinct().Select(code => (code, agency: found.SingleOrDefault(a => a.Code == code || a.Code102 == code)))
            .Where(c => c.agency is not null).ToDictionary(c => c.code, c => c.agency!);
    }

    /// <summary>On the axis or no longer, ready to be changed.</summary>
    public static Task<Agency?> AgencyEver(this HubDb db, AgencyCode code, CancellationToken cancelled) =>
        db.Agencies.AsTracking().SingleOrDefaultAsync(a => a.Code == code.Code, cancelled);

    /// <summary>The nearest agency above that is on the axis.</summary>
    public static async Task<Agency?> AgencyAbove(this HubDb db, AgencyCode code, CancellationToken cancelled)
    {
        var above = code.Above.ToList();
        var found = await db.AgenciesCalled(above, cancelled);
        return above.Where(found.ContainsKey).Select(c => found[c]).FirstOrDefault();
    }
}
