using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Hub;

/// <summary>A system that may speak on the axis: it proves itself by a shared secret and sends and fetches for its agencies.</summary>
public sealed class Member
{
    public string Id { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>Needed in plain to check a proof, so it is encrypted, not hashed.</summary>
    public string ProtectedSecret { get; private set; } = "";
    public DateTime JoinedAt { get; private init; }

    public static Member Join(string id, string name, string protectedSecret, DateTime at) =>
        new() { Id = id, Name = name, ProtectedSecret = protectedSecret, JoinedAt = at };

    public void Renew(string name, string protectedSecret) => (Name, ProtectedSecret) = (name, protectedSecret);

    sealed class Mapping : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> member) => member.ToTable("members").HasKey(m => m.Id);
    }
}
