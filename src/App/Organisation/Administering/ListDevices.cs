using App.Web;

namespace App.Organisation.Administering;

/// <summary>Shows an administrator which devices keep copies, and lets one be revoked: it destroys them at its next contact.</summary>
public static class ListDevices
{
    const int Shown = 500;

    public sealed record Row(Guid Id, string Person, string Name, DeviceState State, DateTime EnrolledAt, DateTime ContactAt, DateTime? EndedAt, DateTime? WipedAt);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/admin/devices", (Work work) => View(work)).Needs(Right.Administer);
        routes.Pages.MapPost("/admin/devices/{id:guid}/revocation", (Guid id, Work work) => Page.Submit(async () =>
        {
            await Revoke(work, id);
            return "/admin/devices";
        }, refusal => View(work, refusal))).Needs(Right.Administer);
        routes.Api.MapGet("/devices", (Work work) => Run(work)).Needs(Right.Administer);
        routes.Api.MapPost("/devices/{id:guid}/revocation", async (Guid id, Work work) =>
        {
            await Revoke(work, id);
            return await Run(work);
        }).Needs(Right.Administer);
    }

    /// <summary>Those that were here last come first.</summary>
    public static async Task<IReadOnlyList<Row>> Run(Work work)
    {
        work.Actor.Require(Right.Administer);
        return await (
            from device in work.Devices()
            join person in work.People() on device.PersonId equals person.Id
            orderby device.ContactAt descending, device.Id
            select new Row(device.Id, person.Name, device.Name, device.State, device.EnrolledAt, device.ContactAt, device.EndedAt, device.WipedAt)).Take(Shown).ToListAsync(work.Cancelled);
    }

    public static async Task Revoke(Work work, Guid id)
    {
        work.Actor.Require(Right.Administer);

        await using var change = await work.Begin();
        var device = await work.Devices().AsTracking().SingleOrDefaultAsync(d => d.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        device.Revoke(work.Stamp);
        await change.Save("device-revoked", device);
    }

    static async Task<IResult> View(Work work, Refusal? refusal = null) => Page.Show<ListDevicesPage>(new { Devices = await Run(work), Refusal = refusal }, refusal);
}
