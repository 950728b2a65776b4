using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using App.Notices.Reading;
using App.Organisation;
using App.Storage;
using Microsoft.AspNetCore.Mvc;

namespace App.Notices.Living;

/// <summary>How long one stream lasts before the browser comes back with its cookie, and how often the database is looked at when nobody rings.</summary>
public sealed record LiveSettings(TimeSpan Lasts, TimeSpan LooksEvery)
{
    public static LiveSettings Of(IConfiguration options) =>
        new(TimeSpan.FromSeconds(options.GetValue("Notices:LiveSeconds", 120)), TimeSpan.FromSeconds(options.GetValue("Notices:LookSeconds", 10)));
}

/// <summary>Tells an open browser at once what came, as server-sent events: how many are news, and each new one.</summary>
/// <remarks>A stream is short. The browser opens the next one by itself, with its cookie and the number of the last it heard: so nothing is missed, and a sign-in that ended ends it.</remarks>
public sealed class LiveNotices(Bell bell, LiveSettings settings, IDbContextFactory<AppDb> databases, WriteGate gate, TimeProvider clock)
{
    const int AtOnceMax = 20;

    sealed record Heard(IReadOnlyList<int> Numbers, IReadOnlyList<ListNotices.Item> News);

    public static void Add(IServiceCollection services, IConfiguration options) =>
        services.AddSingleton<Bell>().AddSingleton<LiveNotices>().AddSingleton(LiveSettings.Of(options));

    public static void Map(Routes routes) => routes.Pages.MapGet("/notices/live", (int? after, [FromHeader(Name = "Last-Event-ID")] string? last, Work work, LiveNotices live, CancellationToken left) =>
    {
        work.Actor.Require(Documents.Right.Read);
        return TypedResults.ServerSentEvents(live.Follow(work.Actor, int.TryParse(last, out var number) ? number : after, left));
    }).Needs(Documents.Right.Read).HiddenFromStrangers();

    async IAsyncEnumerable<SseItem<string>> Follow(Actor who, int? after, [EnumeratorCancellation] CancellationToken left)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(left, bell.Ending);
        using var ear = bell.Listen(who.PersonId);
        var (since, seen, count) = (Stopwatch.GetTimestamp(), after, -1);
        while (!ending.IsCancellationRequested && await Look(who, seen, left) is { } heard)
        {
            foreach (var item in heard.News)
            {
                seen = item.Number;
                yield return new(JsonSerializer.Serialize(new { item.Id, Title = NoticeWords.Headed(item.Title, item.InPlaceOf), item.Code, item.Subject, item.Act }, JsonSerializerOptions.Web), "notice") { EventId = $"{item.Number}" };
            }
            yield return heard.Numbers.Count == count ? new("", "beat") : new($"{count = heard.Numbers.Count}", "count");
            seen ??= heard.Numbers is [var latest, ..] ? latest : 0;
            if (Stopwatch.GetElapsedTime(since) >= settings.Lasts) yield break;
            await ear.Wait(settings.LooksEvery, ending.Token);
        }
    }

    /// <summary>What is news after a number, seen with the rights of this moment; null when the person does not work as that any more.</summary>
    async Task<Heard?> Look(Actor who, int? after, CancellationToken cancelled)
    {
        await using var db = await databases.CreateDbContextAsync(cancelled);
        if (await db.ActorOf(who.InstitutionId, who.PersonId, Stamp.Now(Actor.Nobody, clock), who.Post?.Id) is not { } actor || actor.Post?.Id != who.Post?.Id) return null;
        var work = new Work(db, actor, clock, gate, cancelled);
        var numbers = await work.NewNumbers();
        var first = after ?? int.MaxValue;
        var news = numbers.Exists(n => n > first) ? await (await work.NewNotices()).Where(n => n.Number > first).OrderBy(n => n.Number).Take(AtOnceMax).ToListAsync(cancelled) : [];
        return new(numbers, await work.Say(news, _ => true));
    }
}
