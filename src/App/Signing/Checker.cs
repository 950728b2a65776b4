using System.Text.Json;
using System.Text.Json.Serialization;
using App.Workers.Inspecting;
using Inspector.Jobs;
using Signatures.Checking;
using Signatures.Reading;

namespace App.Signing;

/// <summary>Checks what the signatures of a file prove, against the roots of this node and nothing else; the file is opened in a child process.</summary>
public sealed class Checker(InspectorPool pool, TrustFolder trust)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="at">The moment at which certificates must be valid: now, or when the file was received.</param>
    public Task<PdfReport> Check(Stream pdf, DateTime at, CancellationToken cancelled) =>
        pool.Run(new CheckPdf(TrustAnchors.Of(trust.Roots), new CheckOptions { At = at, IssueFields = SuggestedPlaces.FieldNames }), pdf, cancelled);

    /// <summary>As it is kept with an attachment.</summary>
    public static string Write(PdfReport report) => JsonSerializer.Serialize(report, Json);

    public static PdfReport Read(string report) => JsonSerializer.Deserialize<PdfReport>(report, Json)!;
}
