using App.Access;
using App.Storage;

namespace App.Organisation;

/// <summary>A device that keeps copies comes into contact: from then on they are valid for a while again, or it hears that they must go.</summary>
public static class Meeting
{
    /// <summary>Notes the contact of the actor's own device.</summary>
    /// <exception cref="Refusal">410: the device was revoked, or its person left. 401: nobody is signed in. 404: it is another person's.</exception>
    public static async Task Meet(this Work work, Guid deviceId)
    {
        await using var change = await work.Begin();
        var device = await work.Named(deviceId);
        if (device.State != DeviceState.Enrolled || await work.Db.AccountOf(device.PersonId) is null)
            throw new Refusal("device-revoked", $"Thiết bị này đã bị thu hồi, mọi bản cất trên máy được xóa.", 410);
        if (work.Actor.IsSystem) throw new Refusal("not-signed-in", $"Cần đăng nhập hoặc mã truy cập hợp lệ.", 401);
        if (device.PersonId != work.Actor.PersonId) throw Refusal.NotFound; // Another person at the same browser.
        device.Meet(work.Stamp);
        await change.Commit(device.Id);
    }

    /// <summary>The device has destroyed what it kept: it was told to, its person signed out, its time was over or its PIN was guessed at. It says so even when nobody is signed in.</summary>
    public static async Task Forget(this Work asked, Guid deviceId)
    {
        var work = asked.Actor.IsSystem ? asked.For(Actor.System((await asked.Named(deviceId)).InstitutionId)) : asked;
        await using var change = await work.Begin();
        var device = await work.Named(deviceId);
        if (device.State == DeviceState.Wiped) return;
        device.Wipe(work.Stamp);
        await change.Save("device-wiped", device);
    }

    static async Task<Device> Named(this Work work, Guid id) =>
        await work.Db.Set<Device>().AsTracking().SingleOrDefaultAsync(d => d.Id == id, work.Cancelled) ?? throw Refusal.NotFound;
}
