using App.Documents;
using App.Organisation;
using App.Web;

namespace App.Desk.Offline;

/// <summary>Lets a person keep the desk on this browser for when there is no network, see what keeps it, and take that back.</summary>
public static class EnrolDevice
{
    public sealed record Enrolled(Guid Id, int HoursValid);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/devices", (Work work) => View(work)).Needs(Documents.Right.Read);
        routes.Pages.MapPost("/devices", (HttpRequest request, Work work) => OurScript.Answer(async () => await Run(work, request))).DisableAntiforgery().Needs(Documents.Right.Read);
        routes.Pages.MapPost("/devices/{id:guid}/revocation", (Guid id, Work work) => Page.Submit(async () =>
        {
            await Revoke(work, id);
            return "/devices";
        }, refusal => View(work, refusal))).Needs(Documents.Right.Read);
    }

    static async Task<Enrolled> Run(Work work, HttpRequest request)
    {
        work.Actor.Require(Documents.Right.Read);
        request.MustBeOurs();
        return await Run(work, BrowserName.Of(request.Headers.UserAgent));
    }

    public static async Task<Enrolled> Run(Work work, string name)
    {
        work.Actor.Require(Documents.Right.Read);
        if (await work.OwnDevices().CountAsync(d => d.State == DeviceState.Enrolled, work.Cancelled) >= Device.MostOfOnePerson)
            throw new Refusal("too-many-devices", $"Mỗi người bật tối đa {Device.MostOfOnePerson} thiết bị. Mời thu hồi thiết bị không còn dùng.", 422);

        await using var change = await work.Begin();
        var device = Device.Enrol(work.Stamp, name);
        work.Db.Add(device);
        await change.Save("device-enrolled", device);
        return new(device.Id, Device.HoursValid);
    }

    static async Task Revoke(Work work, Guid id)
    {
        work.Actor.Require(Documents.Right.Read);

        await using var change = await work.Begin();
        var device = await work.OwnDevices().AsTracking().SingleOrDefaultAsync(d => d.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
        device.Revoke(work.Stamp);
        await change.Save("device-revoked", device);
    }

    static async Task<IResult> View(Work work, Refusal? refusal = null)
    {
        work.Actor.Require(Documents.Right.Read);
        var devices = await work.OwnDevices().OrderByDescending(d => d.EnrolledAt).Take(50).ToListAsync(work.Cancelled);
        return Page.Show<DevicesPage>(new { Devices = devices, Refusal = refusal }, refusal);
    }
}
