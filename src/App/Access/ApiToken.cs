using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Access;

/// <summary>Lets a program act as a person; only its hash is kept.</summary>
public sealed class ApiToken
{
    public const int DaysValid = 90;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private init; } = "";
    public byte[] Sha256 { get; private init; } = [];
    public DateTime CreatedAt { get; private init; }
    public DateTime ExpiresAt { get; private init; }
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Gives out a new token; the text is shown once and never again.</summary>
    public static (ApiToken Token, string Text) Give(Stamp stamp, Account account, string name)
    {
        var text = $"lt_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        return (new()
        {
            Id = Guid.CreateVersion7(stamp.At), InstitutionId = account.InstitutionId, PersonId = account.PersonId, Name = name, Sha256 = HashOf(text),
            CreatedAt = stamp.At, ExpiresAt = stamp.At.AddDays(DaysValid),
        }, text);
    }

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public void Revoke(Stamp stamp) => RevokedAt ??= stamp.At;

    sealed class Mapping : IEntityTypeConfiguration<ApiToken>
    {
        public void Configure(EntityTypeBuilder<ApiToken> token)
        {
            token.ToTable("api_tokens").HasIndex(t => t.Sha256).IsUnique();
            token.HasIndex(t => t.PersonId);
        }
    }
}
