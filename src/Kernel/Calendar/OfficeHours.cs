namespace Kernel.Calendar;

/// <summary>From one hour to another on the same day, Vietnamese time.</summary>
public readonly record struct OfficeSpan(TimeOnly From, TimeOnly Until)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => Until.ToTimeSpan() - From.ToTimeSpan();
}

/// <summary>Half of a working day.</summary>
public enum HalfDay
{
    /// <summary>Buổi sáng.</summary>
    Morning,
    /// <summary>Buổi chiều.</summary>
    Afternoon,
}

/// <summary>An agency's hours on a working day. They differ by province, season and counter, so each agency states its own.</summary>
public sealed record OfficeHours
{
    /// <summary>07:30–11:30 and 13:30–17:30.</summary>
    public static readonly OfficeHours Usual = new([new(new(7, 30), new(11, 30)), new(new(13, 30), new(17, 30))]);

    /// <param name="spans">In order, not overlapping, none empty; those that begin before noon are the morning's.</param>
    /// <exception cref="ArgumentException">They are not so.</exception>
    public OfficeHours(IReadOnlyList<OfficeSpan> spans)
    {
        var follows = TimeOnly.MinValue;
        foreach (var span in spans)
        {
            if (span.From < follows || span.Until <= span.From) throw new ArgumentException("Office hours are spans in order, without overlap.", nameof(spans));
            follows = span.Until;
        }
        if (spans.Count == 0) throw new ArgumentException("Office hours are at least one span.", nameof(spans));
        Spans = spans;
    }

    /// <summary>When the office is open.</summary>
    public IReadOnlyList<OfficeSpan> Spans { get; }

    /// <summary>When a half day ends: its last span's end; noon for a morning without hours.</summary>
    public TimeOnly EndOf(HalfDay half) => half == HalfDay.Afternoon ? Spans[^1].Until
        : Spans.Where(s => s.From < Noon).Select(s => s.Until).DefaultIfEmpty(Noon).Last();

    /// <summary>How long the office is open on a whole day.</summary>
    public TimeSpan Length => Before(TimeOnly.MaxValue);

    /// <summary>How long the office has been open by a time of the day.</summary>
    public TimeSpan Before(TimeOnly time) => TimeSpan.FromTicks(Spans.Sum(s => time <= s.From ? 0 : ((time < s.Until ? time : s.Until) - s.From).Ticks));

    static readonly TimeOnly Noon = new(12, 0);
}
