using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.AspNetCore.DataProtection;
using MimeKit;

namespace App.Notices.Mailing;

/// <summary>The mail server of the installation, and the address under which people reach the installation from a mail.</summary>
public sealed record MailSettings(string Host, int Port, SecureSocketOptions Tls, string User, string Password, MailboxAddress From, Uri Home)
{
    /// <summary>Null when no mail is to be sent.</summary>
    public static MailSettings? Of(IConfiguration options)
    {
        var mail = options.GetSection("Notices:Mail");
        if (mail["Host"] is not { Length: > 0 } host) return null;
        var from = MailboxAddress.TryParse(mail["From"], out var address) ? address : throw new InvalidOperationException("Notices:Mail:From must be an address, such as Lien Thong <lienthong@example.gov.vn>.");
        var home = Uri.TryCreate(options["Notices:Home"], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
            : throw new InvalidOperationException("Notices:Home must be the address under which people open the system, such as https://lienthong.example.gov.vn.");
        var tls = mail["Tls"] switch
        {
            "none" => SecureSocketOptions.None,
            "tls" => SecureSocketOptions.SslOnConnect,
            null or "" or "starttls" => SecureSocketOptions.StartTls,
            _ => throw new InvalidOperationException("Notices:Mail:Tls is starttls, tls or none."),
        };
        return new(host, mail.GetValue("Port", tls == SecureSocketOptions.SslOnConnect ? 465 : 587), tls, mail["User"] ?? "", mail["Password"] ?? "", from, home);
    }
}

/// <summary>The address was refused for good: sending again would not help.</summary>
public sealed class AddressRefused(string said) : Exception(said);

/// <summary>Hands letters to the mail server, one connection each.</summary>
public sealed class Mailer(MailSettings? settings, IDataProtectionProvider protection)
{
    const int TimeoutMilliseconds = 30_000;

    public static void Add(IServiceCollection services, IConfiguration options) => services.AddSingleton(all => new Mailer(MailSettings.Of(options), all.GetRequiredService<IDataProtectionProvider>()));

    public bool IsSet => settings is not null;

    /// <summary>Makes links that only the system can make.</summary>
    internal IDataProtectionProvider Protection => protection;

    /// <summary>An address of ours as a mail links to it.</summary>
    public string Link(string path) => new Uri(settings!.Home, path).AbsoluteUri;

    /// <exception cref="AddressRefused">The server does not take mail for this address.</exception>
    public async Task Send(string address, string id, MailLetter letter, CancellationToken cancelled)
    {
        using var message = new MimeMessage([settings!.From], [new MailboxAddress(letter.Name, address)], letter.Subject, new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody());
        message.MessageId = $"{id}@{settings.Home.Host}"; // The same each time it is tried, so that a mailbox may know it.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        using var server = new SmtpClient { Timeout = TimeoutMilliseconds };
        await server.ConnectAsync(settings.Host, settings.Port, settings.Tls, cancelled);
        if (settings.User.Length > 0) await server.AuthenticateAsync(settings.User, settings.Password, cancelled);
        try
        {
            await server.SendAsync(message, cancelled);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500)
        {
            throw new AddressRefused(refused.Message);
        }
        await server.DisconnectAsync(quit: true, CancellationToken.None);
    }
}
