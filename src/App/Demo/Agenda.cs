using Kernel.Calendar;

namespace App.Demo;

/// <summary>A moment of office work, which moves on by working days and minutes and never leaves the office's hours.</summary>
readonly record struct OfficeMoment(DateOnly Day, int Minute)
{
    const int Opens = 8 * 60, Closes = 17 * 60;

    public DateTimeOffset At => new(Day, TimeOnly.MinValue.AddMinutes(Minute), VietnamTime.Offset);

    public static OfficeMoment On(DateOnly day, int minutesAfterOpening) => new(WorkingCalendar.Legal.OnOrAfter(day), Opens + minutesAfterOpening % (Closes - Opens));

    public static OfficeMoment Of(DateTimeOffset at) => new(VietnamTime.Day(at.UtcDateTime), (int)VietnamTime.Local(at.UtcDateTime).TimeOfDay.TotalMinutes);

    public OfficeMoment After(int workingDays, int minutes)
    {
        var day = workingDays > 0 ? WorkingCalendar.Legal.Add(Day, workingDays) : Day;
        return Minute + minutes < Closes ? new(day, Minute + minutes) : new(WorkingCalendar.Legal.Add(day, 1), Opens + minutes % (Closes - Opens));
    }
}

/// <summary>What is still to happen in the past that is made, in the order of time; a deed may plan the next one.</summary>
sealed class Agenda(ReplayClock clock)
{
    readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> planned = new();
    int order;

    public void Plan(OfficeMoment moment, Func<Task> deed) => planned.Enqueue(deed, (moment.At, order++));

    /// <summary>Until now; what would come later stays undone, and is what people find waiting.</summary>
    /// <param name="after">Done after each deed, with what follows from it at once.</param>
    public async Task Play(DateTimeOffset now, Func<Task> after)
    {
        while (planned.TryDequeue(out var deed, out var due) && due.At < now)
        {
            clock.MoveTo(due.At);
            await deed();
            await after();
        }
    }
}
