namespace Understanding.Deadlines;

/// <summary>How a time that is said bears on the work; of two in a clause the higher counts.</summary>
enum Bearing
{
    /// <summary>Again and again: part of the task, not its deadline.</summary>
    Repeated,
    /// <summary>From when, or after what: no deadline either, nor part of the task.</summary>
    Since,
    /// <summary>Said to be done at once.</summary>
    AtOnce,
    /// <summary>A month or quarter by its number, without a word that makes it a limit: mostly the month of something else.</summary>
    Numbered,
    /// <summary>A date without a word that makes it a limit; it may be the date of something else.</summary>
    Date,
    /// <summary>The beginning or end of a period, which may also say which report is meant: cuối năm.</summary>
    Turn,
    /// <summary>A day or hour seen from today: tomorrow, Friday.</summary>
    Relative,
    /// <summary>A limit: trước, hạn, trong.</summary>
    Limit,
}

/// <summary>A time said in the words from <paramref name="From"/> until before <paramref name="To"/>.</summary>
readonly record struct TimeSaid(int From, int To, Deadline Due, Bearing Bearing);
