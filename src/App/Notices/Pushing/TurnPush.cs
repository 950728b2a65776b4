using System.Buffers.Text;
using App.Storage;
using Microsoft.AspNetCore.Mvc;

namespace App.Notices.Pushing;

/// <summary>Lets a person turn push on in the browser they sit at, and off again.</summary>
public static class TurnPush
{
    const int BrowsersMax = 20, PointBytes = 65, SecretBytes = 16;

    /// <summary>As the browser says it.</summary>
    public sealed record Input
    {
        public string? Endpoint { get; init; }
        public string? PublicKey { get; init; }
        public string? Secret { get; init; }
        public bool IsOff { get; init; }
    }

    public sealed record View(int Browsers);

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/notices/push-subscriptions", async ([FromForm] Input? input, Work work, Pusher pusher) =>
        {
            await Run(work, pusher, input ?? new());
            return Results.LocalRedirect("/notices/settings?saved=1");
        }).Needs(Documents.Right.Read);
        routes.Api.MapPost("/notices/push-subscriptions", (Input input, Work work, Pusher pusher) => Run(work, pusher, input)).Needs(Documents.Right.Read);
    }

    public static async Task<View> Run(Work work, Pusher pusher, Input input)
    {
        work.Actor.Require(Documents.Right.Read);

        var problems = new Problems();
        var endpoint = problems.Need("Endpoint", input.Endpoint, PushSubscription.EndpointLengthMax, $"Trình duyệt chưa cho biết nơi nhận.");
        problems.Check(input.IsOff || pusher.IsSet, "Endpoint", $"Hệ thống này chưa bật báo qua trình duyệt.");
        problems.Check(input.IsOff || pusher.Allows(endpoint), "Endpoint", $"Dịch vụ báo của trình duyệt này không nằm trong danh sách được phép.");
        problems.Check(input.IsOff || IsOf(input.PublicKey, PointBytes) && IsOf(input.Secret, SecretBytes), "PublicKey", $"Khóa của trình duyệt không đúng dạng.");
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        await work.PushSubscriptionsAt(endpoint).ExecuteDeleteAsync(work.Cancelled); // Whoever signed in here before does not hear here any more.
        if (!input.IsOff)
        {
            if (await work.PushSubscriptions().CountAsync(work.Cancelled) >= BrowsersMax) throw new Refusal("too-many-browsers", $"Đã bật ở {BrowsersMax} trình duyệt. Mời tắt ở một nơi trước.");
            work.Db.Add(PushSubscription.Of(work.Stamp, endpoint, input.PublicKey!, input.Secret!));
        }
        await change.Commit();
        return new(await work.PushSubscriptions().CountAsync(work.Cancelled));
    }

    static bool IsOf(string? key, int bytes) => key is { Length: <= PushSubscription.KeyLengthMax } && Base64Url.IsValid(key, out var length) && length == bytes;
}
