using System.Security.Cryptography.X509Certificates;

namespace Signatures.Checking;

/// <summary>The roots the operator trusts, DER; nothing else is trusted, whatever the machine holds.</summary>
public sealed record TrustAnchors(IReadOnlyList<byte[]> Certificates)
{
    /// <summary>These roots.</summary>
    public static TrustAnchors Of(params IEnumerable<X509Certificate2> roots) => new([.. roots.Select(r => r.RawData)]);
}

/// <summary>How to check.</summary>
public sealed record CheckOptions
{
    /// <summary>The moment at which certificates must be valid: now, or the time of receipt.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Further certificates, DER, that may complete a chain; they are not trusted by themselves.</summary>
    public IReadOnlyList<byte[]> ExtraCertificates { get; init; } = [];

    /// <summary>Names of the text fields that may be filled once, by the next signature, which locks them: number and date at issue.</summary>
    public IReadOnlyList<string> IssueFields { get; init; } = [];
}
