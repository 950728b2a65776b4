using System.Security.Cryptography.X509Certificates;

namespace Signatures.Checking;

/// <summary>What a certificate says of its holder.</summary>
sealed record SignerNames(string Shown, string? Organisation, string? OrganisationIdentifier, string Subject, string Issuer, string Serial)
{
    public static SignerNames Of(X509Certificate2 certificate) => new(Part(certificate, "2.5.4.3") ?? certificate.Subject,
        Part(certificate, "2.5.4.10"), Part(certificate, "2.5.4.97"), certificate.Subject, certificate.Issuer, certificate.SerialNumber);

    static string? Part(X509Certificate2 certificate, string oid) => certificate.SubjectName.EnumerateRelativeDistinguishedNames()
        .Where(n => !n.HasMultipleElements && n.GetSingleElementType().Value == oid).Select(n => n.GetSingleElementValue()).FirstOrDefault();
}
