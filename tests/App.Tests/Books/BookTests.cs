using System.Net;
using System.Text;
using App.Documents;
using App.Documents.Outgoing;
using App.Organisation;
using App.Tests.Cast;
using App.Tests.Outgoing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Books;

/// <summary>The registers taken out of the system: as sheets to be bound, and as tables.</summary>
public class BookTests
{
    const string Csv = "/api/v1/documents/incoming/book.csv", Sheets = "/documents/incoming/book";

    static readonly string[] Incoming =
        ["Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú"];

    static readonly string[] Outgoing =
        ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển",
            "Ký nhận", "Ghi chú"];

    [Theory, OnEachDatabase]
    public async Task What_was_written_comes_back_from_the_table_as_it_was_and_computes_nothing(string database)
    {
        var world = await World.On(database);
        string[] subjects = ["Về việc \"Đổi mới\", đợt 1;\nphần thứ hai: Đường Nguyễn Huệ", "=cmd|' /C calc'!A0", "+84 là số của ai", "-1+2", "@SUM(A1:A2)"];
        foreach (var subject in subjects) await world.Clerk.Registers(subject);

        var answer = await world.Clerk.Asks(Csv);

        Assert.Equal(("text/csv", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.Contains("so-dang-ky-van-ban-den.csv", $"{answer.Content.Headers.ContentDisposition}", StringComparison.Ordinal);
        var table = await Table(answer);
        Assert.Equal(Incoming, table[0]);
        Assert.Equal(["24/11/2026", "1", "Bộ Tài chính", "12845/BTC-NSNN", "20/11/2026", subjects[0], world.Leader.Name, "24/11/2026", "", ""], table[^1]);
        Assert.Equal(["'@SUM(A1:A2)", "'-1+2", "'+84 là số của ai", "'=cmd|' /C calc'!A0", subjects[0]], table.Skip(1).Select(r => r[5]));
        Assert.Equal(table, await Table(await world.Clerk.Opens("/documents/incoming/book.csv")));
    }

    [Theory, OnEachDatabase]
    public async Task A_table_is_narrowed_as_the_list_on_the_screen_and_by_days_of_entry(string database)
    {
        var world = await World.On(database);
        await world.Clerk.Registers("Đê điều sông Hồng");
        await world.Clerk.Registers("Khám bệnh");

        await (await world.Clerk.Opens("/documents/incoming?words=de dieu&year=2026")).Has("/documents/incoming/book.csv?words=de%20dieu&amp;year=2026", "In sổ", "Tải CSV");
        Assert.Equal(["Đê điều sông Hồng"], await Subjects(world.Clerk, "?words=de%20dieu&year=2026"));
        Assert.Equal(2, (await Subjects(world.Clerk, "?from=2026-11-24&until=24/11/2026")).Count);
        foreach (var nothing in new[] { "?from=2026-11-25", "?until=2026-11-23", "?until=2025-12-31", "?year=2025", "?words=ha+noi" }) Assert.Empty(await Subjects(world.Clerk, nothing));
        await (await world.Clerk.Asks($"{Csv}?from=31/2/2026")).IsRefused("invalid", 422);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_takes_out_more_than_they_may_read(string database)
    {
        var (world, other) = (await World.On(database), await World.On(database));
        await world.Clerk.Registers("Chỉ của chúng tôi");
        await other.Clerk.Registers("Chỉ của bên kia");

        Assert.Equal(["Chỉ của chúng tôi"], await Subjects(world.Clerk));
        Assert.Equal(["Chỉ của bên kia"], await Subjects(other.Clerk));
        Assert.Empty(await Subjects(world.Specialist));
        await (await other.Clerk.Opens(Sheets)).Lacks("Chỉ của chúng tôi");
        await (await world.Specialist.Opens(Sheets)).Lacks("Chỉ của chúng tôi");
    }

    [Theory, OnEachDatabase]
    public async Task The_sheets_have_the_columns_of_the_annex_and_the_documents_by_number(string database)
    {
        var world = await World.On(database);
        await world.Clerk.Registers("Việc thứ nhất");
        await world.Clerk.Registers("Việc thứ hai");

        var answer = await world.Clerk.Opens($"{Sheets}?from=2026-11-01&until=2026-11-30");

        await answer.Has([.. Incoming.Select(c => $"<th scope=\"col\">{c}</th>"), "Sổ đăng ký văn bản đến", "Bộ Thử nghiệm", "Từ ngày 01/11/2026 đến hết ngày 30/11/2026", "<td>(10)</td>"]);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.InRange(page.IndexOf("Việc thứ nhất", StringComparison.Ordinal), 1, page.IndexOf("Việc thứ hai", StringComparison.Ordinal));
        await answer.Lacks("Có nhiều hơn");
        await (await world.Clerk.Opens("/documents/outgoing/book")).Has([.. Outgoing.Select(c => $"<th scope=\"col\">{c}</th>"), "Sổ đăng ký văn bản đi", "Chưa có văn bản nào."]);
    }

    [Theory, OnEachDatabase]
    public async Task An_issued_document_stands_in_the_outgoing_book_with_who_signed_it_and_where_it_went(string database)
    {
        var chancery = await Chancery.On(database);
        var issued = await chancery.Issues(await chancery.SignedQuickly("trả lời, gấp"));
        var world = chancery.World;

        var table = await Table(await world.Clerk.Asks("/api/v1/documents/outgoing/book.csv"));

        Assert.Equal(Outgoing, table[0]);
        Assert.Equal([issued.Code, "24/11/2026", $"{issued.KindName} trả lời, gấp", world.Deputy.Name, "Văn phòng Chính phủ; Bộ trưởng (để b/c)", world.Department.Name, "2", "24/11/2026", "", ""],
            Assert.Single(table.Skip(1)));
        await (await world.Clerk.Opens("/documents/outgoing/book?from=2026-11-24")).Has(issued.Code, world.Deputy.Name, "Văn phòng Chính phủ; Bộ trưởng (để b/c)");
        await (await world.Clerk.Opens("/documents/outgoing/book?until=2026-11-23")).Lacks(issued.Code);
    }

    [Theory, OnEachDatabase]
    public async Task More_than_fit_on_the_sheets_are_said_in_words_and_are_all_in_the_table(string database)
    {
        var world = await World.On(database);
        var first = (await world.Clerk.Registers("Văn bản đầu năm")).Id;
        await Fill(world, first, from: 2, until: 1000);
        await (await world.Clerk.Opens(Sheets)).Lacks("Có nhiều hơn");

        await Fill(world, first, from: 1001, until: 1001);

        var page = await world.Clerk.Opens(Sheets);
        await page.Has("Có nhiều hơn 1.000 văn bản; trang này chỉ có 1.000 văn bản vào sổ sau cùng.", "<td>1001</td>", "<td>2</td>");
        await page.Lacks("Văn bản đầu năm");
        Assert.Equal(Enumerable.Range(1, 1001).Reverse().Select(n => $"{n}"), (await Table(await world.Clerk.Asks(Csv))).Skip(1).Select(r => r[1]));
    }

    [Fact]
    public void A_draft_as_large_as_the_words_allow_gets_past_the_server()
    {
        var routes = Host.Of("SQLite").Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.RoutePattern.RawText!.EndsWith("/drafts/{id:guid}/file", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, routes.Count);
        Assert.All(routes, r => Assert.True(r.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize > Papers.UploadBytesMax));
    }

    /// <summary>Documents like the first, under further numbers and in the same pigeonholes.</summary>
    static Task<int> Fill(World world, Guid first, int from, int until) => world.Host.InWork(world.System, async work =>
    {
        var letter = new Letter("", "Bộ Tài chính", "1", "BTC", work.Stamp.Day, "Văn bản khác");
        await using var change = await work.Begin();
        for (var number = from; number <= until; number++)
        {
            var document = Document.Arrive(work.Stamp, world.Records.Id, Source.Mail, letter, null);
            document.Register(work.Stamp, number, letter, null, world.Leader.Id);
            work.Db.Add(document);
        }
        await change.Flush();
        var filled = await work.Db.Database.ExecuteSqlAsync($"""
            insert into document_readers (reader_id, document_id, secrecy)
            select r.reader_id, d.id, 0 from document_readers r cross join documents d
            where r.document_id = {first} and d.book_unit_id = {world.Records.Id} and d.number >= {from} and d.number <= {until}
            """, work.Cancelled);
        await change.Commit();
        return filled;
    });

    static async Task<IReadOnlyList<string>> Subjects(Official reader, string narrowed = "") =>
        [.. (await Table(await reader.Asks($"{Csv}{narrowed}"))).Skip(1).Select(r => r[5])];

    /// <summary>Reads a table as RFC 4180 has it: CRLF after each row, quotes doubled inside quotes.</summary>
    static async Task<List<List<string>>> Table(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes[3..]);
        var (table, row, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (text[i] == '"') isQuoted = !isQuoted;
            else if (isQuoted || text[i] is not (',' or '\r')) cell.Append(text[i]);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i] == ',') continue;
                Assert.Equal('\n', text[++i]);
                table.Add(row);
                row = [];
            }
        }
        Assert.Equal((false, 0, 0), (isQuoted, cell.Length, row.Count));
        Assert.All(table, r => Assert.Equal(10, r.Count));
        return table;
    }
}
