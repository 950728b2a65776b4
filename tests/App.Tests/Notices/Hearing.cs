using App.Notices.Reading;
using App.Tests.Cast;

namespace App.Tests.Notices;

static class Hearing
{
    /// <summary>What somebody was told, once it is so many.</summary>
    public static async Task<IReadOnlyList<ListNotices.Item>> Hears(this Official who, int count)
    {
        IReadOnlyList<ListNotices.Item> items = [];
        await Soon.Is(async () => (items = (await who.Sees<ListNotices.View>("/api/v1/notices")).Items).Count == count, $"{count} notices for {who.Name}");
        return items;
    }
}
