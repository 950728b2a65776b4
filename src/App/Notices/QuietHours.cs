using Kernel.Calendar;

namespace App.Notices;

/// <summary>When a person is not to be disturbed: from one hour until another, perhaps over midnight, and perhaps on the days the office rests.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, bool OnRestDays)
{
    /// <summary>The first moment from this one on that is not quiet.</summary>
    public DateTime After(DateTime at, WorkingCalendar calendar)
    {
        while (true)
        {
            var (day, time) = (Vietnam.Day(at), TimeOnly.FromDateTime(Vietnam.Local(at)));
            if (OnRestDays && !calendar.IsWorking(day)) at = Vietnam.Start(day.AddDays(1));
            else if (From != Until && time.IsBetween(From, Until)) at = VietnamTime.Instant(time < Until ? day : day.AddDays(1), Until);
            else return at;
        }
    }
}
