using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Directing;

/// <summary>What a leader drew on one page of a file, or on blank paper, as part of a directive (bút phê): as little changed as the directive itself.</summary>
public sealed class InkSheet
{
    public Guid Id { get; private init; }
    public Guid DirectiveId { get; private init; }
    public Guid DocumentId { get; private init; }

    /// <summary>Its place among the sheets of the directive, from 1.</summary>
    public int Place { get; private init; }

    /// <summary>The exact version of a file; null for blank paper.</summary>
    public Guid? AttachmentId { get; private init; }
    public int Page { get; private init; }
    public double Width { get; private init; }
    public double Height { get; private init; }
    public int StrokeCount { get; private init; }

    /// <summary>The strokes as JSON.</summary>
    public string Strokes { get; private init; } = "";

    public static InkSheet Of(Directive directive, int place, DrawnSheet drawn) => new()
    {
        Id = Guid.CreateVersion7(directive.GivenAt), DirectiveId = directive.Id, DocumentId = directive.DocumentId, Place = place, AttachmentId = drawn.File, Page = drawn.Page,
        Width = drawn.Width, Height = drawn.Height, StrokeCount = drawn.Strokes.Count, Strokes = JsonSerializer.Serialize(drawn.Strokes, JsonSerializerOptions.Web),
    };

    public IReadOnlyList<Stroke> Read() => JsonSerializer.Deserialize<IReadOnlyList<Stroke>>(Strokes, JsonSerializerOptions.Web)!;

    /// <summary>SHA-256 over where each sheet lies and the SHA-256 of its strokes, as they are kept: what was drawn cannot be changed unseen.</summary>
    public static byte[] Digest(IEnumerable<InkSheet> sheets) => Canonical.Hash(Canonical.Json(sheets.OrderBy(s => s.Place).Select(s => new
    {
        s.AttachmentId, s.Page, s.Width, s.Height, Strokes = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s.Strokes))),
    }).ToList()));

    sealed class Mapping : IEntityTypeConfiguration<InkSheet>
    {
        public void Configure(EntityTypeBuilder<InkSheet> sheet)
        {
            sheet.ToTable("ink_sheets").HasIndex(s => new { s.DirectiveId, s.Place }).IsUnique();
            sheet.HasIndex(s => s.DocumentId);
        }
    }
}
