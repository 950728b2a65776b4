using System.Security.Cryptography.X509Certificates;

namespace App.Signing;

/// <summary>The roots this node trusts: every certificate file (*.crt, PEM or DER) in the folder trust; the operator puts them there.</summary>
public sealed class TrustFolder(Settings settings)
{
    public string Folder { get; } = Path.Combine(settings.Data, "trust");

    /// <summary>Read afresh each time, so that a root taken away is not trusted any longer.</summary>
    public IReadOnlyList<X509Certificate2> Roots => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.crt").Order(StringComparer.Ordinal).Select(X509CertificateLoader.LoadCertificateFromFile)]
        : [];

    public void Add(string name, X509Certificate2 root)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{name}.crt"), root.ExportCertificatePem());
    }
}
