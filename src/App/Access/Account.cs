using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Access;

/// <summary>How a person signs in: a name, and a password or another proof.</summary>
public sealed class Account
{
    public Guid PersonId { get; private init; }
    public Guid InstitutionId { get; private init; }
    public string UserName { get; private init; } = "";
    public string? PasswordHash { get; private set; }

    /// <summary>Changes with everything that must end the sessions: password, disabling, transfer.</summary>
    public string SecurityStamp { get; private set; } = "";
    public int Failures { get; private set; }
    public DateTime? LockedUntil { get; private set; }
    public DateTime? DisabledAt { get; private set; }

    public static Account Open(Stamp stamp, Guid institutionId, Guid personId, string userName) => new()
    {
        PersonId = personId, InstitutionId = institutionId, UserName = userName, SecurityStamp = $"{Guid.CreateVersion7(stamp.At)}",
    };

    /// <summary>A new password ends every session that was opened with the old one.</summary>
    public void TakePassword(string? hash) => PasswordHash = hash;

    public void Restamp(string stamp) => SecurityStamp = stamp;

    public int CountFailure() => ++Failures;

    public void ForgetFailures() => Failures = 0;

    public void LockUntil(DateTime? until) => LockedUntil = until;

    public void Disable(Stamp stamp) => (DisabledAt, SecurityStamp) = (stamp.At, $"{Guid.CreateVersion7(stamp.At)}");

    sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> account)
        {
            account.ToTable("accounts").HasKey(a => a.PersonId);
            account.HasIndex(a => a.UserName).IsUnique();
        }
    }
}
