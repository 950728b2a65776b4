using App.Documents;
using App.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace App.Notices.Reading;

/// <summary>Shows a person what they were told, newest first, each with the one thing to do about it.</summary>
public static class ListNotices
{
    const int PageSize = 30, LatestShown = 8;

    /// <param name="ByName">Who brought it: a person here, or the sender.</param>
    /// <param name="Act">What the link is called: what there is to do.</param>
    /// <param name="IsNew">Not read, and the work is still there.</param>
    public sealed record Item(Guid Id, int Number, NoticeKind Kind, string Title, Guid DocumentId, string Code, string Subject, Urgency Urgency, string ByName, string Act, string Href, string Icon, DateTime At, bool IsNew)
    {
        /// <summary>Who is away and for whom it is heard, and the delegation as which it is done; null for what is done as what one works now.</summary>
        public string? InPlaceOf { get; init; }
        public Guid? DelegationId { get; init; }
    }

    /// <param name="Next">The number before which the next page begins; null at the end.</param>
    /// <param name="New">How many are news, as far as they are counted.</param>
    public sealed record View(IReadOnlyList<Item> Items, int? Next, int New);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/notices", async (string? show, int? before, Work work) =>
            Page.Show<ListNoticesPage>(new { Model = await Run(work, show, before), OnlyNew = show == "new", Before = before })).Needs(Documents.Right.Read);
        routes.Pages.MapGet("/notices/latest", async (Work work) =>
            new RazorComponentResult<LatestNotices>(new { Model = await Run(work, null, null, LatestShown) })).Needs(Documents.Right.Read);
        routes.Api.MapGet("/notices", (string? show, int? before, Work work) => Run(work, show, before)).Needs(Documents.Right.Read);
    }

    /// <param name="show">all (the default) or new.</param>
    public static async Task<View> Run(Work work, string? show, int? before, int size = PageSize)
    {
        work.Actor.Require(Documents.Right.Read);

        var chosen = show == "new" ? await work.NewNotices() : await work.Notices();
        if (before is { } number) chosen = chosen.Where(n => n.Number < number);
        var rows = await chosen.OrderByDescending(n => n.Number).Take(size + 1).ToListAsync(work.Cancelled);
        var news = (await work.NewNumbers()).ToHashSet();
        return new(await work.Say(rows.Take(size), news.Contains), rows.Count > size ? rows[size - 1].Number : null, news.Count);
    }

    /// <summary>The notices in words, as their documents stand now.</summary>
    internal static async Task<IReadOnlyList<Item>> Say(this Work work, IEnumerable<Notice> notices, Func<int, bool> isNew)
    {
        var rows = notices.ToList();
        var ids = rows.Select(n => n.DocumentId).Distinct().ToList();
        var documents = ids.Count == 0 ? [] : await work.Documents(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, work.Cancelled);
        return [.. rows.Where(n => documents.ContainsKey(n.DocumentId)).Select(n => Say(work.Actor, n, documents[n.DocumentId], isNew(n.Number)))];
    }

    static Item Say(Actor reader, Notice notice, Document about, bool isNew)
    {
        var (act, href) = NoticeWords.Act(notice);
        return new(notice.Id, notice.Number, notice.Kind, NoticeWords.Title(notice), about.Id, about.Code, about.Subject, about.Urgency, notice.ByName.Length > 0 ? notice.ByName : about.IssuerName, act, href, NoticeWords.Icon(notice), notice.At, isNew)
        {
            InPlaceOf = NoticeWords.InPlaceOf(reader, notice), DelegationId = notice.DelegationId == reader.Post?.Id ? null : notice.DelegationId,
        };
    }
}
