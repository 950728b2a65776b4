using System.Security.Cryptography.X509Certificates;
using Signatures.Cms;

namespace Signatures.Checking;

/// <summary>Whether a certificate may sign and leads to a trusted root (RFC 5280 §6). Nothing is fetched; revocation is not checked and said so.</summary>
static class ChainCheck
{
    const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    static readonly TimeSpan clockTolerance = TimeSpan.FromMinutes(5);

    public static IEnumerable<Reason> Run(X509Certificate2 certificate, IEnumerable<X509Certificate2> others, TrustAnchors anchors, CheckOptions options, bool isTimeStamp)
    {
        if (IsShort(certificate)) yield return Reasons.KeyTooShort;
        if (!MaySign(certificate, isTimeStamp)) yield return Reasons.KeyUsageWrong;
        foreach (var reason in Chain(certificate, others, anchors, options)) yield return reason;
        yield return Reasons.RevocationNotChecked;
    }

    public static IEnumerable<Reason> ClaimedTime(X509Certificate2 certificate, DateTimeOffset? claimed, CheckOptions options)
    {
        if (claimed is not { } at) yield break;
        if (at < certificate.NotBefore - clockTolerance || at > certificate.NotAfter) yield return Reasons.ClaimedOutsideValidity;
        if (at > options.At + clockTolerance) yield return Reasons.ClaimedInFuture;
    }

    static bool IsShort(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null) return rsa.KeySize < 2048;
        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is null || ecdsa.KeySize < 256;
    }

    static bool MaySign(X509Certificate2 certificate, bool isTimeStamp)
    {
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var mayByUsage = usage is null || (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0;
        var mayByPurpose = !isTimeStamp || certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(e => e.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(o => o.Value == TimeStamping));
        return mayByUsage && mayByPurpose && !certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority);
    }

    static IEnumerable<Reason> Chain(X509Certificate2 certificate, IEnumerable<X509Certificate2> others, TrustAnchors anchors, CheckOptions options)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = options.At.UtcDateTime;
        foreach (var anchor in anchors.Certificates) chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(anchor));
        foreach (var other in others) chain.ChainPolicy.ExtraStore.Add(other);
        foreach (var extra in options.ExtraCertificates) chain.ChainPolicy.ExtraStore.Add(X509CertificateLoader.LoadCertificate(extra));
        chain.Build(certificate);

        var found = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        const X509ChainStatusFlags unknown = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
        if ((found & unknown) != 0) yield return Reasons.ChainUnknown;
        if ((found & X509ChainStatusFlags.NotTimeValid) != 0)
            yield return chain.ChainElements.Any(e => options.At < e.Certificate.NotBefore) ? Reasons.CertificateNotYetValid : Reasons.CertificateExpired;
        if ((found & ~(unknown | X509ChainStatusFlags.NotTimeValid)) != 0) yield return Reasons.ChainBroken;
        var judged = chain.ChainElements.Select(e => e.Certificate).Where(c => !c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData));
        if (judged.Any(c => Oids.IsBrokenSignature(c.SignatureAlgorithm.Value ?? ""))) yield return Reasons.AlgorithmBroken;
    }
}
