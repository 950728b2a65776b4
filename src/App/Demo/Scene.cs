using App.Documents;
using App.Documents.Outgoing;
using App.Organisation;
using Kernel.Calendar;

namespace App.Demo;

/// <summary>What the plans of the past share: who is there, what is still to happen, what is to be printed, and who waits for which document.</summary>
/// <param name="HasAxis">The hub is at hand, so that documents can travel.</param>
sealed record Scene(Stage Stage, Agenda Agenda, IReadOnlyList<Office> Offices, DateOnly Today, DateTimeOffset Now, bool HasAxis)
{
    const int DaysBack = 60;
    static readonly WorkingCalendar Calendar = WorkingCalendar.Legal;
    readonly List<(OfficeMoment At, Paper Paper)> papers = [];
    readonly Dictionary<(Guid Institution, string PacketId), Action<Guid, OfficeMoment>> expected = [];

    /// <summary>What will be written, earliest first.</summary>
    public IReadOnlyList<Paper> Papers => [.. papers.OrderBy(p => p.At.At).Select(p => p.Paper)];

    /// <summary>The working days of the past, today included.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(-DaysBack, DaysBack + 1).Select(n => Today.AddDays(n)).Where(Calendar.IsWorking);

    public Office At(int place) => Offices[place % Offices.Count];

    /// <summary>The nth of so many moments that are spread over the past.</summary>
    public OfficeMoment Spread(int nth, int of, int minutes) => OfficeMoment.On(Today.AddDays(-DaysBack + nth * (DaysBack + 1) / of), minutes);

    /// <summary>This morning; or the end of the last working day, when nobody has come to work yet.</summary>
    public OfficeMoment ThisMorning(int nth)
    {
        var day = WorkingDay(0);
        var morning = OfficeMoment.On(day, 2 + 3 * nth);
        return morning.At < Now ? morning : OfficeMoment.On(Calendar.Add(day, -1), 490 + nth);
    }

    /// <summary>Today, or as many working days before.</summary>
    public DateOnly WorkingDay(int before) => Calendar.Add(Today.AddDays(1), -1 - before);

    /// <summary>How many working days ago.</summary>
    public int Age(OfficeMoment at) => Calendar.Count(at.Day, Today);

    public Paper Write(OfficeMoment at, Office office, Post author, StartDraft.Input form, DraftForm? revised = null)
    {
        var paper = new Paper(office, author, form, revised);
        papers.Add((at, paper));
        return paper;
    }

    /// <summary>Says what an institution will do with a packet when it arrives.</summary>
    public void Expect(Institution at, string packetId, Action<Guid, OfficeMoment> then) => expected[(at.Id, packetId)] = then;

    /// <summary>What nobody expects stays with the clerk.</summary>
    public void Arrived(Institution at, Document document)
    {
        if (expected.Remove((at.Id, document.PacketId!), out var then)) then(document.Id, OfficeMoment.Of(Stage.Clock.Now));
    }
}
