using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>A certificate for this machine from an authority that lives in the data folder; a tablet that trusts the authority trusts the machine.</summary>
public static class HttpsCertificate
{
    const int AuthorityYears = 10, ServerDays = 397, RenewBeforeDays = 30; // Browsers refuse longer lives.

    public static string AuthorityFile(Settings settings) => Path.Combine(settings.Data, "https", "ca.crt");

    /// <summary>The server's certificate, remade when it nears its end or the machine has another name or address.</summary>
    public static X509Certificate2 Of(Settings settings, TimeProvider clock)
    {
        var folder = Path.Combine(settings.Data, "https");
        Directory.CreateDirectory(folder);
        var (authorityFile, file, now) = (AuthorityFile(settings), Path.Combine(folder, "server.pem"), clock.GetUtcNow());
        if (!File.Exists(authorityFile)) Write(MakeAuthority(now), authorityFile, Path.Combine(folder, "ca.key"));
        var names = Names(settings.Host);
        if (!File.Exists(file) || !Fits(X509CertificateLoader.LoadCertificateFromFile(file), names, now))
        {
            using var authority = X509Certificate2.CreateFromPemFile(authorityFile, Path.Combine(folder, "ca.key"));
            Write(MakeServer(authority, names, now), file, Path.Combine(folder, "server.key"));
        }
        return X509Certificate2.CreateFromPemFile(file, Path.Combine(folder, "server.key"));
    }

    public static void Map(Routes routes, Settings settings)
    {
        if (settings.Https is "") routes.Pages.MapGet("/ca.crt", () => Results.File(AuthorityFile(settings), "application/x-x509-ca-cert")).Public();
    }

    /// <summary>How a person makes a tablet trust this machine.</summary>
    public static string HowToTrust(Settings settings, string address)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(AuthorityFile(settings));
        return T("Trên máy tính bảng, mở {0}/ca.crt, cài chứng thư gốc rồi bật tin cậy. Dấu vân tay SHA-256: {1}", address, authority.GetCertHashString(HashAlgorithmName.SHA256));
    }

    static X509Certificate2 MakeAuthority(DateTimeOffset now)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Lien Thong {Environment.MachineName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(AuthorityYears));
    }

    static X509Certificate2 MakeServer(X509Certificate2 authority, List<string> names, DateTimeOffset now)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            if (IPAddress.TryParse(name, out var address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false)); // Server authentication.
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var issued = request.Create(authority, now.AddDays(-1), now.AddDays(ServerDays), RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    static void Write(X509Certificate2 certificate, string file, string keyFile)
    {
        using var made = certificate;
        using var key = made.GetECDsaPrivateKey()!;
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(file, made.ExportCertificatePem());
    }

    static bool Fits(X509Certificate2 certificate, List<string> names, DateTimeOffset now)
    {
        using var read = certificate;
        var covered = read.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        var all = covered.EnumerateDnsNames().Concat(covered.EnumerateIPAddresses().Select(a => $"{a}")).ToHashSet();
        return now.AddDays(RenewBeforeDays) < read.NotAfter && names.All(all.Contains);
    }

    static List<string> Names(string host)
    {
        string[] names = ["localhost", Environment.MachineName.ToLowerInvariant(), host, "127.0.0.1", "::1", .. Addresses()];
        return [.. names.Where(n => n is not ("0.0.0.0" or "::")).Distinct()];
    }

    /// <summary>The addresses under which other machines may reach this one.</summary>
    public static IEnumerable<string> Addresses() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up
        from address in network.GetIPProperties().UnicastAddresses
        where address.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address.Address)
        select $"{address.Address}";
}
