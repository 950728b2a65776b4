using App.Directing;
using App.Documents;
using App.Notices;
using App.Organisation;
using App.Web;
using static App.Shell.Texts;

namespace App.Desk.Waiting;

/// <summary>The frame around every page: whose it is, and how much waits behind the entries of the rail.</summary>
public sealed class DeskFrames(Waiting waiting) : IFrames
{
    public async Task<Frame> Of(Work work, string path, string? section)
    {
        var frame = PlainFrames.For(work.Actor) with { Institution = (await work.Institution()).Name, MayDelegate = work.Actor.May(Organisation.Right.Delegate) };
        if (!work.Actor.May(Documents.Right.Read)) return frame;
        var (tallies, news) = (await waiting.Tallies(), await work.NewNumbers());
        return frame with
        {
            Bell = new(work.Actor.ActingFor is null ? work.Actor.PersonId : work.Actor.Post!.Id, news.Count, news.Count == VisibleNotices.CountedMax, news.FirstOrDefault()),
            Walk = section is { Length: > 0 } && path.Split('/').Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).FirstOrDefault(id => id != Guid.Empty) is var here && here != Guid.Empty
                ? await WalkDesk.At(work, waiting, section, here) : null,
            Sendings = work.Actor.May(Directing.Right.Direct) ? [.. (await work.HeldViews()).Select(h => Sending(h, work.Stamp.At))] : [],
            Counts = new Dictionary<string, int>
            {
                ["/desk"] = tallies.Sum(t => t.All), ["/documents/arrived"] = Of(DeskTask.Register), ["/documents/outgoing"] = Of(DeskTask.Issue),
                ["/assignments"] = Of(DeskTask.Handle) + Of(DeskTask.Cooperate),
            },
        };

        int Of(DeskTask task) => tallies.FirstOrDefault(t => t.Task == task)?.All ?? 0;
    }

    static Frame.Sending Sending(HeldView held, DateTime now)
    {
        if (held.Problem.Length > 0) return new(T("Chỉ đạo lúc {0} chưa gửi được.", Vietnam.Show(held.HeldAt)), null, held.Href, 0, 0);
        var to = held.PassedTo ?? (held.Orders is [var only] ? only.Assignee : T("{0} nơi nhận", held.Orders.Count));
        return new(T("Đã gửi {0}", to), $"/directives/{held.Id}/taking-back", held.Href, (int)Math.Ceiling((held.Until - now).TotalSeconds), (int)(held.Until - held.HeldAt).TotalSeconds);
    }
}
