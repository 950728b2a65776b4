using System.Text.RegularExpressions;
using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

public partial class FindingTests(Demo demo)
{
    [Fact]
    public async Task The_same_document_is_found_with_and_without_diacritics_and_by_a_part_of_its_number()
    {
        var row = (await demo.Asks("van-thu-g13", "/api/v1/documents/incoming")).GetProperty("items").EnumerateArray().Last();
        var (subject, code) = (row.GetProperty("subject").GetString()!, row.GetProperty("code").GetString()!);
        await using var clerk = await demo.Visit(Size.Desktop, "van-thu-g13");
        await clerk.Draws(); // Keys are heard when their island has come.
        await clerk.Page.Keyboard.PressAsync("/");
        await clerk.Page.Keyboard.TypeAsync(subject);
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync(url => url.Contains("/search", StringComparison.Ordinal));
        await clerk.Looks();
        var found = await clerk.Page.Locator("tbody tr").CountAsync();
        Assert.True(found > 0);

        await clerk.Opens($"/search?q={Uri.EscapeDataString(Bare(subject))}");
        Assert.Equal(found, await clerk.Page.Locator("tbody tr").CountAsync());
        await clerk.Opens($"/search?q={Uri.EscapeDataString(code.Split('/')[0])}");
        await clerk.Sees(code);
        await clerk.Opens("/search?q=khongcogi");
        await clerk.Sees("Không có văn bản nào");
        await clerk.Looks();
    }

    [Fact]
    public async Task An_English_reader_reads_English_and_dark_and_high_contrast_are_readable()
    {
        await using var minister = await demo.Visit(Size.Desktop, "bo-truong-g13");
        foreach (var look in new[] { "dark", "contrast" })
        {
            await minister.Opens($"/appearance/{look}");
            foreach (var path in new[] { "/desk", "/documents/incoming", "/assignments?whose=given", "/parts" })
            {
                await minister.Opens(path);
                await minister.Looks();
            }
        }
        await minister.Opens("/appearance/light");
        await minister.Opens("/language/en");
        foreach (var path in new[] { "/desk", "/documents/incoming", "/documents/outgoing", "/assignments?whose=given", "/search", "/documents" })
        {
            await minister.Opens(path);
            Assert.Equal("en", await minister.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.Empty(await minister.Page.EvaluateAsync<string[]>(Untranslated));
        }
        await minister.Looks();
    }

    [Fact]
    public async Task A_specialist_finds_the_way_from_a_phone_and_what_is_not_there_is_told_with_a_way_on()
    {
        await using var specialist = await demo.Visit(Size.Phone, "chuyen-vien-vmt-g13");
        await specialist.Looks();
        foreach (var entry in new[] { "Công việc", "Tra cứu", "Bàn việc" })
        {
            await specialist.Page.Locator(".dock").GetByRole(AriaRole.Link, new() { Name = entry }).ClickAsync();
            await specialist.Looks();
        }
        specialist.Expected = [403, 404];
        await specialist.Opens("/admin");
        await specialist.Sees("Không có quyền");
        await specialist.Looks();
        await specialist.Opens("/documents/00000000-0000-7000-8000-000000000000");
        await specialist.Sees("Không tìm thấy");
        await specialist.Looks();
        await specialist.Presses("Về trang đầu");
        Assert.EndsWith("/desk", specialist.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Words with Vietnamese letters that are seen and not marked as data.</summary>
    const string Untranslated = """
        () => {
          const found = [], letters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          while (walk.nextNode()) {
            const at = walk.currentNode.parentElement
            if (letters.test(walk.currentNode.data) && !at.closest("[translate=no], [lang=vi], script, noscript, .textLayer, .menu-body form") && at.checkVisibility()) found.push(walk.currentNode.data.trim())
          }
          return found
        }
        """;

    static string Bare(string text) => Mark().Replace(text.Normalize(System.Text.NormalizationForm.FormD), "").Replace('đ', 'd').Replace('Đ', 'D');

    [GeneratedRegex(@"\p{Mn}")]
    private static partial Regex Mark();
}
