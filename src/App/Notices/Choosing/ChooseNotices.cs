using App.Notices.Mailing;
using App.Notices.Pushing;
using App.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using MimeKit;

namespace App.Notices.Choosing;

/// <summary>Lets a person decide how they hear of notices besides the bell: what by mail and when, and when not to be disturbed.</summary>
public static class ChooseNotices
{
    public sealed record Input
    {
        public string? Address { get; init; }

        /// <summary>AtOnce, Digest or Never, for each kind.</summary>
        public string? MailWork { get; init; }
        public string? MailInform { get; init; }
        public string? MailAsked { get; init; }
        public string? MailPost { get; init; }
        public bool PushWork { get; init; }
        public bool PushInform { get; init; }
        public bool PushAsked { get; init; }
        public bool PushPost { get; init; }
        public Entered<TimeOnly> DigestAt { get; init; }
        public Entered<TimeOnly> QuietFrom { get; init; }
        public Entered<TimeOnly> QuietUntil { get; init; }
        public bool RestsQuiet { get; init; }
        public bool ExpressThrough { get; init; }

        internal static Input Of(NoticeChoice? choice)
        {
            var chosen = choice?.Chosen ?? Chosen.Usual;
            var (mail, push) = (chosen.Mail, chosen.Push);
            return new()
            {
                Address = choice?.Address, MailWork = $"{mail.Work}", MailInform = $"{mail.Inform}", MailAsked = $"{mail.Asked}", MailPost = $"{mail.Post}",
                PushWork = push.Work, PushInform = push.Inform, PushAsked = push.Asked, PushPost = push.Post,
                DigestAt = Entered.Of(chosen.DigestAt), QuietFrom = Entered.Of(chosen.Quiet.From), QuietUntil = Entered.Of(chosen.Quiet.Until),
                RestsQuiet = chosen.Quiet.OnRestDays, ExpressThrough = chosen.ExpressThrough,
            };
        }
    }

    /// <param name="Asked">The address to which a link was sent that was not opened yet.</param>
    /// <param name="SendsMail">Whether the installation sends mail at all.</param>
    /// <param name="PushKey">What a browser needs to subscribe; null where the installation pushes nothing.</param>
    /// <param name="Browsers">In how many browsers push is on.</param>
    public sealed record View(Input Chosen, bool IsConfirmed, string? Asked, string? Problem, bool SendsMail, string? PushKey, int Browsers);


    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/notices/settings", (string? saved, Work work, Mailer mailer, Pusher pusher) => Show(work, mailer, pusher, saved is not null)).Needs(Documents.Right.Read);
        routes.Pages.MapPost("/notices/settings", ([FromForm] Input? input, Work work, Mailer mailer, Pusher pusher) => Page.Submit(async () =>
        {
            await Run(work, mailer, input ?? new());
            return "/notices/settings?saved=1";
        }, refusal => Show(work, mailer, pusher, false, input ?? new(), refusal))).Needs(Documents.Right.Read);
        routes.Pages.MapGet("/notices/address/{code}", async (string code, Work work, IDataProtectionProvider protection) =>
        {
            await Confirm(work, protection, code);
            return Results.LocalRedirect("/notices/settings?saved=1");
        }).Needs(Documents.Right.Read);
        routes.Api.MapGet("/notices/settings", (Work work, Mailer mailer, Pusher pusher) => Read(work, mailer, pusher)).Needs(Documents.Right.Read);
        routes.Api.MapPost("/notices/settings", async (Input input, Work work, Mailer mailer, Pusher pusher) =>
        {
            await Run(work, mailer, input);
            return await Read(work, mailer, pusher);
        }).Needs(Documents.Right.Read);
    }

    public static async Task<View> Read(Work work, Mailer mailer, Pusher pusher)
    {
        work.Actor.Require(Documents.Right.Read);

        var choice = await work.NoticeChoice();
        return new(Input.Of(choice), choice?.ConfirmedAt is not null, choice is { ConfirmedAt: null, Address: { Length: > 0 } asked, Problem: null } ? asked : null, choice?.Problem, mailer.IsSet,
            pusher.IsSet ? pusher.PublicKey : null, pusher.IsSet ? await work.PushSubscriptions().CountAsync(work.Cancelled) : 0);
    }

    public static async Task Run(Work work, Mailer mailer, Input input)
    {
        work.Actor.Require(Documents.Right.Read);

        var problems = new Problems();
        var address = problems.Most("Address", input.Address, NoticeChoice.AddressLengthMax);
        problems.Check(address.Length == 0 || IsAddress(address), "Address", $"Ghi một địa chỉ thư điện tử, như lan@example.gov.vn.");
        problems.Check(address.Length == 0 || mailer.IsSet, "Address", $"Hệ thống này chưa được đặt để gửi thư.");
        var usual = Chosen.Usual.Mail;
        var chosen = new Chosen(
            new(Way(input.MailWork, usual.Work), Way(input.MailInform, usual.Inform), Way(input.MailAsked, usual.Asked), Way(input.MailPost, usual.Post)),
            new(input.PushWork, input.PushInform, input.PushAsked, input.PushPost),
            problems.Need("DigestAt", input.DigestAt, $"Ghi giờ gửi thư gộp, như 08:00."),
            new(problems.Need("QuietFrom", input.QuietFrom, $"Ghi giờ bắt đầu yên tĩnh, như 18:00."), problems.Need("QuietUntil", input.QuietUntil, $"Ghi giờ hết yên tĩnh, như 07:00."), input.RestsQuiet),
            input.ExpressThrough);
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        var choice = await change.NoticeChoice();
        choice.Choose(chosen);
        if (choice.Give(work.Stamp, address)) change.Tell(new AddressGiven(work.Actor.PersonId));
        await change.Commit();
    }

    static async Task Confirm(Work work, IDataProtectionProvider protection, string code)
    {
        work.Actor.Require(Documents.Right.Read);

        await using var change = await work.Begin();
        var choice = await change.NoticeChoice();
        if (!AddressLink.Fits(protection, choice, code)) throw new Refusal("link-spent", $"Đường dẫn này đã dùng hoặc đã hết hạn. Mời xin đường dẫn mới.", 404);
        choice.Confirm(work.Stamp);
        await change.Commit();
    }

    static async Task<IResult> Show(Work work, Mailer mailer, Pusher pusher, bool isSaved, Input? typed = null, Refusal? refusal = null)
    {
        var read = await Read(work, mailer, pusher);
        return Page.Show<ChooseNoticesPage>(new { Model = typed is null ? read : read with { Chosen = typed }, IsSaved = isSaved, Refusal = refusal }, refusal);
    }

    static MailWay Way(string? entered, MailWay usual) => Enum.TryParse<MailWay>(entered, out var way) && Enum.IsDefined(way) ? way : usual;

    static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var address) && address.Address == text && text.Split('@') is [{ Length: > 0 }, var host] && host.Contains('.', StringComparison.Ordinal);
}
