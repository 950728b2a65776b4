using System.Security.Cryptography.X509Certificates;

namespace Signatures.Certificates;

/// <summary>Who a certificate is for (EN 319 412-2 for persons, EN 319 412-3 for organs).</summary>
public sealed record CertificateSubject
{
    /// <summary>Common name, such as the person's or the organ's full name.</summary>
    public required string Name { get; init; }

    /// <summary>The organ the person serves, or the organ itself.</summary>
    public string? Organisation { get; init; }

    /// <summary>The organ's identifier, such as <c>000.00.15.H41</c>.</summary>
    public string? OrganisationIdentifier { get; init; }

    /// <summary>A number that tells persons of one name apart.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>A person who signs for an organ.</summary>
    public static CertificateSubject Person(string name, string organisation, string? serialNumber = null) =>
        new() { Name = name, Organisation = organisation, SerialNumber = serialNumber };

    /// <summary>An organ with its identifier.</summary>
    public static CertificateSubject Organ(string name, string identifier) => new() { Name = name, Organisation = name, OrganisationIdentifier = identifier };

    internal X500DistinguishedName ToName()
    {
        var builder = new X500DistinguishedNameBuilder();
        if (SerialNumber is not null) builder.Add("2.5.4.5", SerialNumber);
        builder.AddCommonName(Name);
        if (OrganisationIdentifier is not null) builder.Add("2.5.4.97", OrganisationIdentifier);
        if (Organisation is not null) builder.AddOrganizationName(Organisation);
        builder.AddCountryOrRegion("VN");
        return builder.Build();
    }
}
