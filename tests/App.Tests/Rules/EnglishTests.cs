using System.Text.RegularExpressions;
using App.Tests.Cast;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Rules;

/// <summary>Who chose English reads English: what is data is marked translate="no" or lang="vi", and nothing else is Vietnamese.</summary>
public partial class EnglishTests
{
    static readonly string[] Empty = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    // Switching sets cookies; what needs a secret in its address is tried where the secret is made; what is told live goes on and on.
    static readonly string[] Skipped = ["/language/{code}", "/appearance/{code}", "/openapi/{documentName}.json", "/notices/live"];

    [Fact]
    public async Task No_Vietnamese_word_stands_on_an_English_page()
    {
        var world = await World.On("SQLite");
        var document = await world.Clerk.Registers("Về việc đổi mới");
        string[] data = [.. world.Everybody.Select(o => o.Name), world.Institution.Name, world.Root.Name, world.Records.Name, world.Department.Name,
            world.OtherDepartment.Name, "Về việc đổi mới", "Bộ Tài chính", "Liên Thông", "Bộ trưởng", "Thứ trưởng", "Văn thư", "Vụ trưởng", "Chuyên viên", "Quản trị", "Thư ký",
            "98/CĐ-BCĐ"];
        var (leaks, pages) = (new SortedSet<string>(), 0);
        foreach (var url in Pages(world.Host, document.Id))
            foreach (var official in world.Everybody)
            {
                var answer = await official.Opens($"{url}?ui-culture=en");
                if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
                pages++;
                leaks.UnionWith(Vietnamese(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), data).Select(words => $"{url}: {words}"));
            }
        Assert.True(pages > 10, $"Only {pages} pages could be opened.");
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    [Fact]
    public void What_is_not_marked_as_data_is_found_in_text_and_in_attributes() => Assert.Equal(
        ["chữ", "nhãn", "ô trống"],
        Vietnamese("""<p>chữ<br /><span translate="no">tên <b>người</b></span></p><i lang="vi">Tiếng Việt</i><a aria-label="nhãn">x</a><input placeholder="ô trống" value="dữ liệu">""", []).Order(StringComparer.Ordinal));

    static IEnumerable<string> Pages(Host host, Guid id) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(r => "/" + r.RoutePattern.RawText!.TrimStart('/')).Where(r => !r.StartsWith("/api", StringComparison.Ordinal)).Except(Skipped).Distinct()
        .Select(r => Hole().Replace(r, $"{id}"));

    /// <summary>What is read or heard and holds a Vietnamese letter, outside of what is marked as data; titles and attributes cannot mark a part of theirs, so known data is taken out.</summary>
    static IEnumerable<string> Vietnamese(string html, string[] data)
    {
        var depth = 0; // How deep one is in an element that is marked.
        var around = "";
        foreach (Match part in Part().Matches(html))
        {
            var (tag, isEnd) = (part.Groups["tag"].Value, part.Groups["end"].Success);
            if (tag == "")
            {
                if (depth == 0 && Told(part.Value, around is "title" or "h1" ? data : []) is { } text) yield return text;
                continue;
            }
            around = tag;
            var isEmpty = Empty.Contains(tag) || part.Value.EndsWith("/>", StringComparison.Ordinal);
            var isMarked = Mark().IsMatch(part.Value) || tag is "script" or "style" or "textarea";
            if (depth == 0 && !isMarked)
                foreach (Match attribute in Attribute().Matches(part.Value))
                    if (Told(attribute.Groups[1].Value, data) is { } heard) yield return heard;
            if (isEnd) depth = Math.Max(0, depth - 1);
            else if (!isEmpty && (depth > 0 || isMarked)) depth++;
        }
    }

    static string? Told(string text, string[] data)
    {
        var rest = data.Aggregate(System.Net.WebUtility.HtmlDecode(text), (all, known) => all.Replace(known, "", StringComparison.Ordinal));
        return Letter().IsMatch(rest) ? rest.Trim() : null;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""<!--.*?-->|<(?<end>/)?(?<tag>[a-zA-Z][\w-]*)(?:[^>"]|"[^"]*")*>|<![^>]*>|[^<]+""", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex("""\s(?:translate="no"|lang="vi")""")]
    private static partial Regex Mark();

    [GeneratedRegex("""\s(?:aria-label|title|placeholder|alt|data-(?!who|draft|href|src)[\w-]+)="([^"]*)"|\svalue="([^"]*)"(?=[^>]*type="submit")""")]
    private static partial Regex Attribute();

    [GeneratedRegex("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", RegexOptions.IgnoreCase)]
    private static partial Regex Letter();
}
