using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>Where the program listens: plain HTTP, and HTTPS beside it when asked for.</summary>
public static class Listening
{
    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.Https is null)
            {
                Listen(kestrel, settings.Host, settings.Port);
                return;
            }
            Listen(kestrel, "localhost", settings.Port); // Plain HTTP does not leave the machine when there is something better.
            var clock = kestrel.ApplicationServices.GetRequiredService<TimeProvider>();
            var certificate = settings.Https.Length == 0 ? HttpsCertificate.Of(settings, clock) : Load(settings.Https);
            Listen(kestrel, settings.Host, settings.HttpsPort, listen => listen.UseHttps(certificate));
        });
    }

    /// <summary>Whether the addresses are free, asked before anything is opened or emptied.</summary>
    /// <exception cref="WrongOption">Another program listens there, or the machine does not allow or know it.</exception>
    public static Settings MustBeFree(Settings settings)
    {
        foreach (var (host, port) in settings.Https is null ? [(settings.Host, settings.Port)] : new[] { ("localhost", settings.Port), (settings.Host, settings.HttpsPort) })
        {
            try
            {
                using var listener = new TcpListener(Address(host), port);
                listener.Start();
            }
            catch (SocketException e)
            {
                throw new WrongOption(e.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? T("Cổng {0} đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port.", port)
                    : T("Không mở được cổng {0} ở {1}: {2}", port, host, e.Message));
            }
        }
        return settings;
    }

    static IPAddress Address(string host) => IPAddress.TryParse(host, out var address) ? address : host == "localhost" ? IPAddress.Loopback : Dns.GetHostAddresses(host)[0];

    static void Listen(KestrelServerOptions kestrel, string host, int port, Action<ListenOptions>? configure = null)
    {
        configure ??= _ => { };
        if (host == "localhost" && port != 0) kestrel.ListenLocalhost(port, configure); // Two families cannot share a port the system chooses.
        else kestrel.Listen(Address(host), port, configure);
    }

    static X509Certificate2 Load(string file) => Path.GetExtension(file) == ".pem"
        ? X509Certificate2.CreateFromPemFile(file)
        : X509CertificateLoader.LoadPkcs12FromFile(file, Environment.GetEnvironmentVariable("HTTPS_PASSWORD"));
}
