using Microsoft.AspNetCore.DataProtection;
using static App.Shell.Texts;

namespace App.Notices.Mailing;

/// <summary>Sends the link by which a person shows that an address is theirs; nothing else is sent there before.</summary>
public static class ConfirmAddress
{
    public static async Task Run(Work work, Mailer mailer, AddressGiven given)
    {
        if (!mailer.IsSet || await SendMail.Reader(work, given.PersonId) is not var (reader, choice) || choice.ConfirmedAt is not null || choice.Address.Length == 0) return;
        var letter = await SendMail.InVietnamese(() =>
        {
            var asking = new MailLetter(reader.Actor.Name, T("Xác nhận địa chỉ nhận thông báo"));
            asking.Add(T("Địa chỉ này được ghi để nhận thông báo của hệ thống Liên Thông."), T("Nếu không phải đồng chí ghi, xin bỏ qua thư này."), T("Xác nhận"), mailer.Link(AddressLink.Of(mailer.Protection, choice)));
            return Task.FromResult(asking);
        });
        try
        {
            await mailer.Send(choice.Address, $"{choice.PersonId:N}.{choice.Version}", letter, work.Cancelled);
        }
        catch (AddressRefused refused)
        {
            await SendMail.Bounce(reader, refused.Message);
        }
    }
}
