using System.Globalization;
using System.Text.Json;
using App.Documents;
using App.Organisation;
using App.Storage;
using static App.Shell.Texts;

namespace App.Notices.Pushing;

/// <summary>Knocks at a person's browsers when something is due: that there is something to do and where, and nothing else.</summary>
public static class SendPush
{
    const int CountedMax = 50;

    public static async Task Run(Work work, Pusher pusher, PushDue due)
    {
        if (!pusher.IsSet || await work.Db.ActorOf(work.Actor.InstitutionId, due.PersonId, work.Stamp) is not { } actor) return;
        var (reader, now) = (work.For(actor), work.Stamp.At);
        var notices = await (await reader.NewNotices()).Where(n => n.PushDue <= now && n.PushedAt == null).OrderBy(n => n.Number).Take(CountedMax).ToListAsync(work.Cancelled);
        if (notices.Count == 0) return; // Knocked already, or done meanwhile.
        var ids = notices.Select(n => n.DocumentId).Distinct().ToList();
        var isUrgent = await reader.Documents(d => ids.Contains(d.Id)).AnyAsync(d => d.Urgency >= Urgency.Express, work.Cancelled);
        var gone = await Knock(work, pusher, await reader.PushSubscriptions().ToListAsync(work.Cancelled), Words(reader.Actor, notices), isUrgent);

        await using var change = await reader.Begin();
        await reader.PushSubscriptions().Where(s => gone.Contains(s.Id)).ExecuteDeleteAsync(work.Cancelled);
        var told = notices.ConvertAll(n => n.Id);
        await VisibleNotices.Own(reader).Where(n => told.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.PushedAt, now), work.Cancelled);
        await change.Commit();
    }

    /// <summary>Which browsers are gone. One service that fails does not keep the others from being told; only when none could be reached is it tried again.</summary>
    static async Task<List<Guid>> Knock(Work work, Pusher pusher, List<PushSubscription> browsers, string words, bool isUrgent)
    {
        var (gone, failed) = (new List<Guid>(), new List<Exception>());
        foreach (var browser in browsers)
            try
            {
                if (!await pusher.Push(browser, words, isUrgent, work.Cancelled)) gone.Add(browser.Id);
            }
            catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException && !work.Cancelled.IsCancellationRequested)
            {
                failed.Add(trouble);
            }
        return failed.Count > 0 && failed.Count == browsers.Count ? throw failed[0] : gone;
    }

    static string Words(Actor reader, List<Notice> notices)
    {
        CultureInfo.CurrentUICulture = new("vi");
        return JsonSerializer.Serialize(new
        {
            Text = notices is [var one] ? NoticeWords.Headed(T("Có việc mới"), NoticeWords.InPlaceOf(reader, one)) : T("{0} thông báo mới", notices.Count),
            Url = notices is [var only] ? $"/notices/{only.Id}" : "/notices",
        }, JsonSerializerOptions.Web);
    }
}
