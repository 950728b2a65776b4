using App.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static App.Shell.Texts;

namespace App.Organisation;

/// <summary>Whether a device may keep copies, must destroy them at its next contact, or has none any more.</summary>
public enum DeviceState : short { Enrolled = 1, Revoked = 2, Wiped = 3 }

/// <summary>A browser that keeps copies of its person's desk, encrypted, for when there is no network. The server never learns its PIN.</summary>
public sealed class Device : ISubject
{
    public const int HoursValid = 72, MostOfOnePerson = 10;

    public Guid Id { get; private init; }
    public Guid InstitutionId { get; private init; }
    public Guid PersonId { get; private init; }

    /// <summary>The browser and its system in a few words.</summary>
    public string Name { get; private init; } = "";
    public DeviceState State { get; private set; }
    public DateTime EnrolledAt { get; private init; }
    public DateTime ContactAt { get; private set; }

    /// <summary>When somebody took its leave away.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>When it said that nothing is kept there any more.</summary>
    public DateTime? WipedAt { get; private set; }

    /// <summary>How it stands, in words.</summary>
    public static string Say(DeviceState state, DateTime? endedAt, DateTime? wipedAt) => state switch
    {
        DeviceState.Enrolled => T("Đang dùng"),
        DeviceState.Revoked => T("Đã thu hồi {0}, chờ máy xóa", Vietnam.Show(endedAt)),
        _ => T("Đã xóa {0}", Vietnam.Show(wipedAt)),
    };

    Guid ISubject.CaseId => Id;
    string ISubject.StateName => $"{State}";
    Guid? ISubject.HolderId => PersonId;
    DateOnly? ISubject.Deadline => null;

    public static Device Enrol(Stamp stamp, string name) => new()
    {
        Id = Guid.CreateVersion7(stamp.At), InstitutionId = stamp.By.InstitutionId, PersonId = stamp.By.PersonId, Name = name, State = DeviceState.Enrolled, EnrolledAt = stamp.At, ContactAt = stamp.At,
    };

    public void Meet(Stamp stamp) => ContactAt = stamp.At;

    public void Revoke(Stamp stamp)
    {
        if (State != DeviceState.Enrolled) throw new Refusal("device-ended", $"Thiết bị này đã bị thu hồi hoặc không còn giữ gì.");
        (State, EndedAt) = (DeviceState.Revoked, stamp.At);
    }

    public void Wipe(Stamp stamp) => (State, WipedAt) = (DeviceState.Wiped, stamp.At);

    sealed class Mapping : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> device)
        {
            device.ToTable("devices").HasIndex(d => new { d.PersonId, d.EnrolledAt });
            device.HasIndex(d => new { d.InstitutionId, d.ContactAt });
        }
    }
}
