using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Hub;

/// <summary>What a member tells about one of its agencies.</summary>
public sealed record AgencyEntry(string Code, string Name)
{
    public string Mail { get; init; } = "";
    public string Mobile { get; init; } = "";
    public string Fax { get; init; } = "";
}

/// <summary>A sender and receiver on the axis: an office with a code, in a tree, served by one member.</summary>
public sealed class Agency
{
    public const int CodeLengthMax = 35, NameLengthMax = 500, ContactLengthMax = 200;

    public Guid Id { get; private init; }
    public string MemberId { get; private init; } = "";
    public Guid? ParentId { get; private set; }
    public string Code { get; private init; } = "";
    public string? Code102 { get; private init; }
    public int Level { get; private init; }
    public string Name { get; private set; } = "";
    public string Mail { get; private set; } = "";
    public string Mobile { get; private set; } = "";
    public string Fax { get; private set; } = "";

    /// <summary>Counts what changed, for those who keep a copy of the list.</summary>
    public int Version { get; private set; }
    public DateTime ModifiedAt { get; private set; }
    public DateTime? DeletedAt { get; private set; }

    public string Written => Code102 ?? Code;

    public static Agency Enter(string memberId, AgencyCode code, Agency? parent, AgencyEntry entry, DateTime at)
    {
        var agency = new Agency
        {
            Id = Guid.CreateVersion7(at), MemberId = memberId, Code = code.Code, Code102 = code.Code102,
            Level = code.Code102 is null && parent is not null ? parent.Level + 1 : code.Level,
        };
        agency.Describe(parent, entry, at);
        return agency;
    }

    /// <summary>Takes over what is new; one that had left comes back.</summary>
    public void Describe(Agency? parent, AgencyEntry entry, DateTime at)
    {
        var described = (parent?.Id ?? ParentId, entry.Name, entry.Mail, entry.Mobile, entry.Fax);
        if (Version > 0 && DeletedAt is null && described == (ParentId, Name, Mail, Mobile, Fax)) return;
        (ParentId, Name, Mail, Mobile, Fax) = described;
        (DeletedAt, ModifiedAt, Version) = (null, at, Version + 1);
    }

    public void Leave(DateTime at)
    {
        if (DeletedAt is null) (DeletedAt, ModifiedAt, Version) = (at, at, Version + 1);
    }

    sealed class Mapping : IEntityTypeConfiguration<Agency>
    {
        public void Configure(EntityTypeBuilder<Agency> agency)
        {
            agency.ToTable("agencies").HasIndex(a => a.Code).IsUnique();
            agency.HasIndex(a => a.Code102).IsUnique();
            agency.HasIndex(a => a.MemberId);
            agency.Ignore(a => a.Written);
        }
    }
}
