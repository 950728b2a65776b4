using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace App.Tests.Cast;

/// <summary>A mail server that speaks enough SMTP over a real socket to take letters, and to refuse an address.</summary>
sealed class MailServer : IDisposable
{
    readonly int port = Ports.Free();
    readonly ConcurrentQueue<(string To, MimeMessage Letter)> taken = new();
    TcpListener? listener;

    public int Port => port;

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<(string To, MimeMessage Letter)> Taken => [.. taken];

    /// <summary>An address that nobody has.</summary>
    public string? Unknown { get; set; }

    public (string, string)[] Settings =>
    [
        ("Notices:Mail:Host", "127.0.0.1"), ("Notices:Mail:Port", $"{port}"), ("Notices:Mail:Tls", "none"), ("Notices:Mail:From", "Liên Thông <lienthong@example.gov.vn>"),
        ("Notices:Home", "https://lienthong.example.gov.vn"),
    ];

    public void Comes()
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        _ = Serve(listener);
    }

    public void GoesAway() => listener?.Dispose();

    public void Dispose() => GoesAway();

    async Task Serve(TcpListener on)
    {
        try
        {
            while (true) _ = Talk(await on.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return; // Away.
        }
    }

    async Task Talk(TcpClient client)
    {
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        await using var writer = new StreamWriter(stream, System.Text.Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var to = "";
        while (await reader.ReadLineAsync() is { } said)
        {
            var word = said.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "RCPT") to = said.Split('<', '>')[1];
            if (word == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                taken.Enqueue((to, await Letter(reader)));
            }
            await writer.WriteLineAsync(word switch { "EHLO" => "250-test\r\n250 8BITMIME", "QUIT" => "221 bye", "RCPT" when to == Unknown => "550 5.1.1 No such user", _ => "250 ok" });
            if (word == "QUIT") return;
        }
    }

    static async Task<MimeMessage> Letter(StreamReader reader)
    {
        using var bytes = new MemoryStream();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            bytes.Write(System.Text.Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        bytes.Position = 0;
        return await MimeMessage.LoadAsync(bytes);
    }
}
