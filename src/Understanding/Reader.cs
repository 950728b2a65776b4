using Kernel.Calendar;
using Understanding.Clauses;
using Understanding.Deadlines;
using Understanding.Wording;

namespace Understanding;

/// <summary>Reads a directive (bút phê, Nghị định 30/2020/NĐ-CP, Điều 23), typed or dictated, into the assignments it proposes.</summary>
public static class Reader
{
    /// <summary>Only so much is read; a directive is a sentence or a few.</summary>
    public const int LengthMax = 20_000;

    /// <summary>What a directive says. Any text has an answer; it takes time in proportion to its length and not to the size of the directory.</summary>
    /// <param name="text">The directive. What comes back speaks of it in NFC (<see cref="Understood.Text"/>).</param>
    /// <param name="book">Whom it may name.</param>
    /// <param name="now">When it is given, as the clock in Việt Nam shows.</param>
    /// <param name="calendar">The working days of the office.</param>
    public static Understood Read(string text, AddressBook book, DateTime now, WorkingCalendar calendar)
    {
        var sentence = new Sentence(text.Length > LengthMax ? text[..LengthMax] : text);
        var walk = new PieceWalk(sentence, new PieceCutting(sentence, book, new Clock(now, calendar)).Cut());
        return new Telling(sentence).Tell(new ClauseReader(walk, new MemberLists(walk, book), book).Read());
    }
}
