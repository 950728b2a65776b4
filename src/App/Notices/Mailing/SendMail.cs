using System.Globalization;
using App.Notices.Reading;
using App.Organisation;
using App.Storage;

namespace App.Notices.Mailing;

/// <summary>Sends a person one mail about everything that is due and still news, as far as they may see it now; what the server cannot take is tried again.</summary>
public static class SendMail
{
    const int InOneMailMax = 50;

    public static async Task Run(Work work, Mailer mailer, MailDue due)
    {
        if (!mailer.IsSet || await Reader(work, due.PersonId) is not var (reader, choice) || choice.ConfirmedAt is null) return;
        var now = work.Stamp.At;
        var notices = await (await reader.NewNotices()).Where(n => n.MailDue <= now && n.MailedAt == null).OrderBy(n => n.Number).Take(InOneMailMax).ToListAsync(work.Cancelled);
        if (notices.Count == 0) return; // Sent along with another, or done meanwhile.
        var letter = await InVietnamese(async () => MailLetter.About(reader.Actor.Name, await reader.Say(notices, _ => true), mailer.Link));
        try
        {
            await mailer.Send(choice.Address, $"{notices[0].Id:N}.{notices[^1].Number}", letter, work.Cancelled);
            await Note(reader, notices.ConvertAll(n => n.Id));
        }
        catch (AddressRefused refused)
        {
            await Bounce(reader, refused.Message);
        }
    }

    /// <summary>The person as they are today, with what they chose; null when they left or chose nothing.</summary>
    internal static async Task<(Work Reader, NoticeChoice Choice)?> Reader(Work work, Guid personId) =>
        await work.NoticeChoices([personId]).SingleOrDefaultAsync(work.Cancelled) is { } choice
        && await work.Db.ActorOf(work.Actor.InstitutionId, personId, work.Stamp) is { } actor ? (work.For(actor), choice) : null;

    static async Task Note(Work reader, List<Guid> ids)
    {
        var now = reader.Stamp.At;
        await using var change = await reader.Begin();
        await VisibleNotices.Own(reader).Where(n => ids.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, now), reader.Cancelled);
        await change.Commit();
    }

    internal static async Task Bounce(Work reader, string problem)
    {
        await using var change = await reader.Begin();
        (await change.NoticeChoice()).Bounce(problem);
        await change.Commit();
    }

    /// <summary>The language of letters, whatever that of the server is.</summary>
    internal static async Task<T> InVietnamese<T>(Func<Task<T>> write)
    {
        CultureInfo.CurrentUICulture = new("vi"); // Ends with this method.
        return await write();
    }
}
