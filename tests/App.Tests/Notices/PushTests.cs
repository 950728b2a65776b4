using App.Notices;
using App.Notices.Pushing;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Notices;

/// <summary>A browser in which push was turned on is told that there is something to do, and nothing else; what it may name as its service is bounded.</summary>
public class PushTests
{
    [Theory, OnEachDatabase]
    public async Task A_browser_is_told_that_there_is_work_and_where_and_a_gone_one_is_forgotten(string database)
    {
        await using var service = await PushService.Starts();
        await using var host = Host.With(database, ("Notices:Push:Contact", "mailto:van-hanh@example.gov.vn"), ("Notices:Push:Hosts", service.Origin));
        var world = await World.On(host);
        await (await world.Leader.Opens("/notices/settings")).Has("data-island=\"pushing\"", "data-key=\"B");
        foreach (var elsewhere in new[] { "http://127.0.0.1:1/x", "https://example.gov.vn/push/1", $"{service.Origin}@example.gov.vn/push/1", "file:///etc/passwd" })
            await (await world.Leader.Posts("/api/v1/notices/push-subscriptions", new { Endpoint = elsewhere, service.PublicKey, service.Secret })).IsRefused("invalid", 422);
        (await world.Leader.Posts("/api/v1/notices/push-subscriptions", service.Subscription())).EnsureSuccessStatusCode();

        await world.Clerk.Registers("Về việc kín đáo");
        await Soon.Is(() => service.Taken.Count == 1 || service.Problem is not null, "the knock");
        Assert.True(service.Problem is null, service.Problem);
        var (text, subject, ttl) = service.Taken[0];
        var notice = await world.Host.InWork(await world.Leader.Actor(), async work => await (await work.NewNotices()).SingleAsync());
        Assert.Equal(($$"""{"text":"C\u00F3 vi\u1EC7c m\u1EDBi","url":"/notices/{{notice.Id}}"}""", "mailto:van-hanh@example.gov.vn", 12 * 3600), (text, subject, ttl));

        service.Status = 410;
        await world.Clerk.Registers("Về việc khác");
        await Soon.Is(async () => !await Subscribed(world), "the gone browser to be forgotten");
        await world.Clerk.Registers("Về việc thứ ba");
        await world.Host.InWork(world.System, async work =>
        {
            await SendPush.Run(work, host.Services.GetRequiredService<Pusher>(), new(world.Leader.Id));
            return true;
        });
        Assert.Equal(2, service.Taken.Count);
    }

    [Fact]
    public void Only_push_services_of_browsers_are_knocked_at()
    {
        var known = new PushSettings("mailto:x@example.gov.vn", ["fcm.googleapis.com", "*.push.services.mozilla.com"]);
        Assert.All((string[])["https://fcm.googleapis.com/fcm/send/x", "https://updates.push.services.mozilla.com/wpush/v2/x"], url => Assert.True(known.Allows(url)));
        Assert.All((string[])["http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com.example.com/x", "https://x@fcm.googleapis.com/x", "https://evilpush.services.mozilla.com/x",
            "https://127.0.0.1/x", "", "x"], url => Assert.False(known.Allows(url)));
    }

    static Task<bool> Subscribed(World world) => world.Host.InWork(world.System, work => work.Db.Set<PushSubscription>().AnyAsync(s => s.PersonId == world.Leader.Id));
}
