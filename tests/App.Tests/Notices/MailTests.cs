using System.Net;
using System.Text.RegularExpressions;
using App.Documents;
using App.Notices;
using App.Notices.Choosing;
using App.Notices.Mailing;
using App.Notices.Reading;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Tests.Organisation;
using Kernel.Calendar;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace App.Tests.Notices;

/// <summary>Who gave an address and showed that it is theirs gets mail about what is to do, when they want it, and never in their quiet hours.</summary>
public class MailTests
{
    const string Address = "lanh.dao@example.gov.vn";

    [Theory, OnEachDatabase]
    public async Task A_mail_says_what_is_to_do_and_nothing_of_the_document_but_code_and_subject(string database)
    {
        using var server = new MailServer();
        server.Comes();
        await using var host = Host.With(database, server.Settings);
        var world = await World.On(host);
        await (await world.Leader.Posts("/api/v1/notices/settings", Choice("không phải địa chỉ"))).IsRefused("invalid", 422);
        await Confirms(world.Leader, server);

        await world.Clerk.Registers("Về việc <xả thải>");
        var letter = await Letter(server, 2);
        Assert.Equal("Văn bản chờ chỉ đạo, 12845/BTC-NSNN", letter.Subject);
        Assert.Contains("12845/BTC-NSNN · Về việc <xả thải>\nBút phê: https://lienthong.example.gov.vn/notices/", letter.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("&lt;x", letter.HtmlBody!, StringComparison.Ordinal);
        Assert.Equal(("auto-generated", "Liên Thông"), (letter.Headers[HeaderId.AutoSubmitted], ((MailboxAddress)letter.From[0]).Name));
        var link = Regex.Match(letter.TextBody!, @"https://lienthong\.example\.gov\.vn(/notices/[0-9a-f-]+)").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Found, (await world.Leader.Opens(link)).StatusCode);

        await Sends(world, world.Leader, default); // Told again: there is nothing that was not in a mail.
        Assert.Equal(2, server.Taken.Count);
        server.Unknown = "khong.con@example.gov.vn";
        await world.Leader.Posts("/api/v1/notices/settings", Choice(server.Unknown));
        await Soon.Is(async () => (await world.Leader.Sees<ChooseNotices.View>("/api/v1/notices/settings")).Problem is not null, "the refusal of the address");
        await (await world.Leader.Opens("/notices/settings")).Has("Máy chủ thư không nhận địa chỉ này", "No such user");
    }

    [Theory, OnEachDatabase]
    public async Task Quiet_hours_gather_what_comes_into_one_mail_and_express_breaks_through(string database)
    {
        using var server = new MailServer();
        server.Comes();
        await using var host = Host.With(database, server.Settings);
        var world = await World.On(host);
        await Confirms(world.Leader, server);
        await world.Leader.Posts("/api/v1/notices/settings", Choice(Address, quietFrom: "11:00", quietUntil: "13:30")); // It is noon.
        await world.Clerk.Registers("Về việc một");
        await world.Clerk.Registers("Về việc hai");
        var done = (await world.Clerk.Registers("Về việc đã xong")).Id;
        await Soon.Is(async () => (await world.Leader.Sees<ListNotices.View>("/api/v1/notices")).New == 3, "three notices");
        await world.Leader.Directs(done, new Part(world.Department.Id));
        Assert.Single(server.Taken);
        await Sends(world, world.Leader, TimeSpan.FromHours(1));
        Assert.Single(server.Taken);

        server.GoesAway(); // When the quiet hours end, the server is not there; then it comes back.
        await Assert.ThrowsAnyAsync<Exception>(() => Sends(world, world.Leader, TimeSpan.FromHours(2)));
        server.Comes();
        await Sends(world, world.Leader, TimeSpan.FromHours(2.1));
        await Sends(world, world.Leader, TimeSpan.FromHours(2.2));
        var gathered = server.Taken[^1].Letter;
        Assert.Equal((2, "2 thông báo mới"), (server.Taken.Count, gathered.Subject));
        Assert.Contains("Về việc hai", gathered.TextBody!, StringComparison.Ordinal);

        await world.Clerk.Posts("/api/v1/documents/incoming", new { IssuerName = "Bộ Tài chính", Code = "1/CĐ-TTg", Subject = "Công điện", PromulgatedOn = "2026-11-20", Urgency = "3" });
        Assert.Equal("HỎA TỐC: Văn bản chờ chỉ đạo, 1/CĐ-TTg", (await Letter(server, 3)).Subject);
    }

    [Fact]
    public void Quiet_is_over_midnight_and_on_the_days_the_office_rests()
    {
        var quiet = new QuietHours(new(18, 0), new(7, 0), true);
        DateTime After(int day, int hour) => Vietnam.Local(quiet.After(VietnamTime.Instant(new(2026, 11, day), new(hour, 0)), WorkingCalendar.Legal));

        Assert.Equal(new(2026, 11, 24, 12, 0, 0), After(24, 12));
        Assert.Equal(new(2026, 11, 25, 7, 0, 0), After(24, 19));
        Assert.Equal(new(2026, 11, 25, 7, 0, 0), After(25, 3));
        Assert.Equal(new(2026, 11, 30, 7, 0, 0), After(27, 18)); // Friday evening until Monday.
        Assert.Equal(new(2026, 11, 30, 7, 0, 0), After(28, 10));
        Assert.Equal(new(2026, 11, 28, 10, 0, 0), Vietnam.Local((quiet with { OnRestDays = false }).After(VietnamTime.Instant(new(2026, 11, 28), new(10, 0)), WorkingCalendar.Legal)));
    }

    [Fact]
    public void What_is_gathered_for_the_day_comes_at_its_hour_when_the_office_works()
    {
        var choice = NoticeChoice.Usual(Actor.Nobody);
        DateTime? Due(int day, int hour) => choice.MailDue(VietnamTime.Instant(new(2026, 11, day), new(hour, 0)), NoticeKind.Inform, Urgency.Normal, WorkingCalendar.Legal) is { } due ? Vietnam.Local(due) : null;

        Assert.Null(Due(24, 12)); // No address is confirmed.
        choice.Confirm(new(Actor.Nobody, Host.Noon.UtcDateTime));
        Assert.Equal(new(2026, 11, 25, 8, 0, 0), Due(24, 12));
        Assert.Equal(new(2026, 11, 24, 8, 0, 0), Due(24, 7));
        Assert.Equal(new(2026, 11, 30, 8, 0, 0), Due(27, 12)); // On Friday for Monday.
        choice.Choose(Chosen.Usual with { DigestAt = new(20, 0) });
        Assert.Equal(new(2026, 11, 25, 7, 0, 0), Due(24, 12)); // An hour that is always quiet waits for the end of the quiet.
    }

    [Theory, OnEachDatabase]
    public async Task Who_acts_for_another_hears_of_it_by_mail_as_they_themselves_chose(string database)
    {
        using var server = new MailServer();
        server.Comes();
        await using var host = Host.With(database, server.Settings);
        var world = await World.On(host);
        await Confirms(world.Head, server);
        await world.Head.Posts("/api/v1/notices/settings", Choice(Address, quietFrom: "11:00", quietUntil: "13:30")); // It is noon.
        var lent = await world.Leader.Lends(world.Head.Id);
        await world.Clerk.Registers("Về việc xả thải");
        await world.Head.Hears(1);
        Assert.Single(server.Taken);

        await Sends(world, world.Head, TimeSpan.FromHours(2));
        var letter = await Letter(server, 2);
        Assert.Equal("Văn bản chờ chỉ đạo, thay Phạm Lãnh Đạo, 12845/BTC-NSNN", letter.Subject);
        Assert.Contains("Văn bản chờ chỉ đạo, thay Phạm Lãnh Đạo\n12845/BTC-NSNN · Về việc xả thải\nBút phê: https://lienthong.example.gov.vn/notices/", letter.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        await world.Clerk.Registers("Về việc sau đó");
        await world.Head.Hears(2);
        await world.Leader.TakesBack(lent);
        await Sends(world, world.Head, TimeSpan.FromHours(2));
        Assert.Equal(2, server.Taken.Count); // What was lent is over, and with it what was still to be told.
    }

    [Theory, OnEachDatabase]
    public async Task Where_no_mail_is_sent_the_page_says_so(string database)
    {
        var world = await World.On(database);

        await (await world.Head.Opens("/notices/settings")).Has("chưa được đặt để gửi thư", "value=\"18:00\"");
        await (await world.Head.Posts("/api/v1/notices/settings", Choice(Address))).IsRefused("invalid", 422);
        Assert.Equal(HttpStatusCode.Found, (await world.Head.Submits("/notices/settings", ("DigestAt", "09:15"), ("QuietFrom", "20:00"), ("QuietUntil", "0600"), ("MailInform", "Never"))).StatusCode);
        var kept = (await world.Head.Sees<ChooseNotices.View>("/api/v1/notices/settings")).Chosen;
        Assert.Equal(("09:15", "20:00", "06:00", "Never", "AtOnce", false), (kept.DigestAt.Text, kept.QuietFrom.Text, kept.QuietUntil.Text, kept.MailInform, kept.MailWork, kept.RestsQuiet));
        await (await world.Head.Submits("/notices/settings", ("DigestAt", "25:99"), ("QuietFrom", "8:00 PM"), ("QuietUntil", "6h00"))).Has("Ghi giờ gửi thư gộp", "25:99", "Ghi giờ bắt đầu yên tĩnh, như 18:00.", "8:00 PM");
        await (await world.Head.Opens("/notices/address/khong-con")).Has("Đường dẫn này đã dùng");
    }

    static object Choice(string address, string quietFrom = "18:00", string quietUntil = "07:00") =>
        new { Address = address, MailWork = "AtOnce", MailInform = "Digest", MailAsked = "AtOnce", MailPost = "Never", DigestAt = "08:00", QuietFrom = quietFrom, QuietUntil = quietUntil, RestsQuiet = true, ExpressThrough = true };

    /// <summary>Gives an address and opens the link that is sent there, which only they can.</summary>
    static async Task Confirms(Official who, MailServer server)
    {
        (await who.Posts("/api/v1/notices/settings", Choice(Address))).EnsureSuccessStatusCode();
        var link = Regex.Match((await Letter(server, 1)).TextBody!, @"https://lienthong\.example\.gov\.vn(/notices/address/\S+)").Groups[1].Value;
        Assert.False((await who.Sees<ChooseNotices.View>("/api/v1/notices/settings")).IsConfirmed);
        Assert.Equal(HttpStatusCode.Found, (await who.Opens(link)).StatusCode);
        Assert.True((await who.Sees<ChooseNotices.View>("/api/v1/notices/settings")).IsConfirmed);
    }

    static async Task<MimeMessage> Letter(MailServer server, int place)
    {
        await Soon.Is(() => server.Taken.Count >= place, $"letter {place}");
        return server.Taken[place - 1].Letter;
    }

    /// <summary>What the outbox does when a mail is due.</summary>
    static Task<bool> Sends(World world, Official to, TimeSpan later) => world.Host.InWork(world.System, async work =>
    {
        await SendMail.Run(work, world.Host.Services.GetRequiredService<Mailer>(), new(to.Id));
        return true;
    }, later);
}
