using App.Documents;
using Kernel.Calendar;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Notices;

/// <summary>When a kind of notice is sent by e-mail. Numbers are stored and public.</summary>
public enum MailWay : short { Never = 0, Digest = 1, AtOnce = 2 }

/// <summary>Something for each kind of notice.</summary>
public sealed record EachKind<T>(T Work, T Inform, T Asked, T Post)
{
    public T Of(NoticeKind kind) => kind switch { NoticeKind.Work => Work, NoticeKind.Inform => Inform, NoticeKind.Asked => Asked, _ => Post };
}

/// <summary>What a person chose, as it stands on the form.</summary>
public sealed record Chosen(EachKind<MailWay> Mail, EachKind<bool> Push, TimeOnly DigestAt, QuietHours Quiet, bool ExpressThrough)
{
    public static readonly Chosen Usual = new(new(MailWay.AtOnce, MailWay.Digest, MailWay.AtOnce, MailWay.Digest), new(true, false, true, false), new(8, 0), new(new(18, 0), new(7, 0), true), true);
}

/// <summary>A person's mail waits to be sent.</summary>
public sealed record MailDue(Guid PersonId);

/// <summary>A person named an address, which is theirs only when they open the link that is sent there.</summary>
public sealed record AddressGiven(Guid PersonId);

/// <summary>How one person wants to hear of notices besides the bell, and when not.</summary>
public sealed class NoticeChoice
{
    public const int AddressLengthMax = 254, ProblemLengthMax = 300;

    static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    public Guid PersonId { get; private init; }
    public Guid InstitutionId { get; private init; }
    public string Address { get; private set; } = "";

    /// <summary>When a link was last sent to the address.</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>When the person opened the link that was sent to the address; nothing else is sent before.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>What the mail server said when it refused the address.</summary>
    public string? Problem { get; private set; }
    public MailWay MailWork { get; private set; }
    public MailWay MailInform { get; private set; }
    public MailWay MailAsked { get; private set; }
    public MailWay MailPost { get; private set; }
    public bool PushWork { get; private set; }
    public bool PushInform { get; private set; }
    public bool PushAsked { get; private set; }
    public bool PushPost { get; private set; }
    public TimeOnly DigestAt { get; private set; }
    public TimeOnly QuietFrom { get; private set; }
    public TimeOnly QuietUntil { get; private set; }
    public bool RestsQuiet { get; private set; }

    /// <summary>Hỏa tốc is told in quiet hours too.</summary>
    public bool ExpressThrough { get; private set; }
    public int Version { get; private set; }

    public Chosen Chosen => new(new(MailWork, MailInform, MailAsked, MailPost), new(PushWork, PushInform, PushAsked, PushPost), DigestAt, new(QuietFrom, QuietUntil, RestsQuiet), ExpressThrough);

    public static NoticeChoice Usual(Actor person)
    {
        var choice = new NoticeChoice { PersonId = person.PersonId, InstitutionId = person.InstitutionId };
        choice.Choose(Chosen.Usual);
        return choice;
    }

    public void Choose(Chosen chosen)
    {
        (MailWork, MailInform, MailAsked, MailPost) = (chosen.Mail.Work, chosen.Mail.Inform, chosen.Mail.Asked, chosen.Mail.Post);
        (PushWork, PushInform, PushAsked, PushPost) = (chosen.Push.Work, chosen.Push.Inform, chosen.Push.Asked, chosen.Push.Post);
        (DigestAt, QuietFrom, QuietUntil, RestsQuiet, ExpressThrough) = (chosen.DigestAt, chosen.Quiet.From, chosen.Quiet.Until, chosen.Quiet.OnRestDays, chosen.ExpressThrough);
        Version++;
    }

    /// <summary>True when a link is to be sent there: the address has to be confirmed, and none was sent a moment ago. Empty is no address.</summary>
    public bool Give(Stamp stamp, string address)
    {
        if (address == Address && Problem is null && (address.Length == 0 || ConfirmedAt is not null || stamp.At - AskedAt < AskAgainAfter)) return false;
        (Address, AskedAt, ConfirmedAt, Problem) = (address, stamp.At, null, null);
        return address.Length > 0;
    }

    public void Confirm(Stamp stamp) => (ConfirmedAt, Problem) = (stamp.At, null);

    /// <summary>The server that keeps the address does not know it.</summary>
    public void Bounce(string problem) => (ConfirmedAt, Problem) = (null, problem[..Math.Min(problem.Length, ProblemLengthMax)]);

    /// <summary>When a notice of now goes into a mail; null when it does not.</summary>
    public DateTime? MailDue(DateTime now, NoticeKind kind, Urgency urgency, WorkingCalendar calendar) => ConfirmedAt is null ? null : Chosen.Mail.Of(kind) switch
    {
        MailWay.AtOnce => AtOnce(now, urgency, calendar),
        MailWay.Digest => Digest(now, calendar),
        _ => null,
    };

    /// <summary>When a notice of now is pushed to the person's browsers; null when it is not.</summary>
    public DateTime? PushDue(DateTime now, NoticeKind kind, Urgency urgency, WorkingCalendar calendar) => Chosen.Push.Of(kind) ? AtOnce(now, urgency, calendar) : null;

    DateTime AtOnce(DateTime now, Urgency urgency, WorkingCalendar calendar) => ExpressThrough && urgency >= Urgency.Express ? now : Chosen.Quiet.After(now, calendar);

    /// <summary>The next time at the hour chosen that is not quiet; where that hour is always quiet, the end of it.</summary>
    DateTime Digest(DateTime now, WorkingCalendar calendar)
    {
        var (quiet, first) = (Chosen.Quiet, NextAt(DigestAt, now));
        var free = quiet.After(first, calendar);
        if (free == first) return first;
        var next = NextAt(DigestAt, free);
        return quiet.After(next, calendar) == next ? next : free;
    }

    static DateTime NextAt(TimeOnly hour, DateTime now)
    {
        var today = VietnamTime.Instant(Vietnam.Day(now), hour);
        return today > now ? today : today.AddDays(1);
    }

    sealed class Mapping : IEntityTypeConfiguration<NoticeChoice>
    {
        public void Configure(EntityTypeBuilder<NoticeChoice> choice)
        {
            choice.ToTable("notice_choices").HasKey(c => c.PersonId);
            choice.Property(c => c.Version).IsConcurrencyToken();
            choice.Ignore(c => c.Chosen);
        }
    }
}
