namespace App.Hub.Registry;

/// <summary>Takes one of a member's agencies off the axis; what lies in its mailbox can still be fetched.</summary>
public static class DeleteAgency
{
    public static Task Run(HubStore hub, string memberId, string? code, CancellationToken cancelled) => hub.Write(async db =>
    {
        var agency = code is null ? null : await db.AgencyEver(AgencyCode.Of(code), cancelled);
        if (agency?.MemberId != memberId)
            throw new AxisRefused(AxisRefused.ForeignSender, $"Mã cơ quan {code ?? "(trống)"} không thuộc hệ thống này.");
        agency.Leave(hub.Now);
        return true;
    }, cancelled);
}
