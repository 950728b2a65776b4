using System.Globalization;
using Kernel.Calendar;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Organisation;

/// <summary>A day an institution works or rests, other than its weekday and the law say: what was announced for the year.</summary>
public sealed class OfficeDay
{
    public Guid InstitutionId { get; private init; }
    public DateOnly Day { get; private init; }
    public bool IsWorked { get; private init; }

    /// <summary>The announcement it follows.</summary>
    public string Source { get; private init; } = "";

    public static OfficeDay Of(Guid institutionId, DateOnly day, bool isWorked, string source) =>
        new() { InstitutionId = institutionId, Day = day, IsWorked = isWorked, Source = source };

    sealed class Mapping : IEntityTypeConfiguration<OfficeDay>
    {
        public void Configure(EntityTypeBuilder<OfficeDay> day) => day.ToTable("calendar_days").HasKey(d => new { d.InstitutionId, d.Day });
    }
}

/// <summary>From when until when an institution is open on a working day, since a day; a day has one or two such spans.</summary>
public sealed class OfficeTime
{
    public Guid InstitutionId { get; private init; }
    public DateOnly Since { get; private init; }
    public TimeOnly OpensAt { get; private init; }
    public TimeOnly ClosesAt { get; private init; }

    public static OfficeTime Of(Guid institutionId, DateOnly since, TimeOnly opensAt, TimeOnly closesAt) =>
        new() { InstitutionId = institutionId, Since = since, OpensAt = opensAt, ClosesAt = closesAt };

    sealed class Mapping : IEntityTypeConfiguration<OfficeTime>
    {
        public void Configure(EntityTypeBuilder<OfficeTime> time) => time.ToTable("office_hours").HasKey(t => new { t.InstitutionId, t.Since, t.OpensAt });
    }
}

/// <summary>The working calendar of the actor's institution.</summary>
public static class OfficeCalendars
{
    /// <summary>The law's calendar with the institution's own days and hours laid over it.</summary>
    public static async Task<WorkingCalendar> OfficeCalendar(this Work work)
    {
        var days = await work.OfficeDays().ToListAsync(work.Cancelled);
        var times = await work.OfficeTimes().ToListAsync(work.Cancelled);
        if (days.Count == 0 && times.Count == 0) return WorkingCalendar.Legal;
        var announced = DaysOfYear.Announced.ToDictionary();
        foreach (var year in days.GroupBy(d => d.Day.Year)) announced[year.Key] = Laid(announced.GetValueOrDefault(year.Key), year.Key, [.. year]);
        return new(new()
        {
            Announced = announced,
            Hours = [.. times.GroupBy(t => t.Since).OrderBy(g => g.Key)
                .Select(g => (g.Key, new OfficeHours([.. g.OrderBy(t => t.OpensAt).Select(t => new OfficeSpan(t.OpensAt, t.ClosesAt))])))],
        });
    }

    /// <summary>The rule of a deadline as it is kept with it.</summary>
    public static string Words(this Due due) => due.Rule.ToString(CultureInfo.InvariantCulture);

    static DaysOfYear Laid(DaysOfYear? announced, int year, IReadOnlyList<OfficeDay> own) => new(year, announced?.Tet, announced?.NationalDays,
        [.. (announced?.Off ?? []).Where(d => !own.Any(o => o.Day == d)), .. own.Where(d => !d.IsWorked).Select(d => d.Day)],
        [.. (announced?.Worked ?? []).Where(d => !own.Any(o => o.Day == d)), .. own.Where(d => d.IsWorked).Select(d => d.Day)], own[0].Source);
}
