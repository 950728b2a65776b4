using App.Directing;
using App.Directing.Deciding;
using App.Directing.Giving;
using App.Directing.Handling;
using App.Directing.Preparing;
using App.Documents;
using App.Documents.Incoming;

namespace App.Demo.Stories;

/// <summary>How quickly an incoming document is dealt with; or with whom it stays: the leader, the unit, or whoever works on it.</summary>
enum Pace { Brisk, Steady, Slow, Undirected, Unassigned, Stuck }

/// <summary>One incoming document's way through an invented institution, as far as time lets it come.</summary>
/// <param name="Place">Its place in the past; everything that differs from document to document follows from it.</param>
/// <param name="Answer">What is written in answer; without it the work ends with a report.</param>
sealed record CaseStory(Agenda Agenda, Office Office, int Place, Guid Id, Pace Pace, PaperStory? Answer = null)
{
    const int LateDays = 14;
    static readonly string[] Reports = ["Đã tổng hợp ý kiến, trình dự thảo kèm theo.", "Đã kiểm tra thực tế và lập biên bản.", "Đã hoàn thành theo phân công."];

    /// <summary>When the leader's assistant prepares a directive that the leader has not read yet.</summary>
    public OfficeMoment? PreparedAt { get; init; }

    Post Head => Office.Head(Place);
    Post Specialist => Office.SpecialistOf(Head);
    bool IsPassed => Place % 3 == 1;
    Post Director => IsPassed ? Office.Deputy : Office.Leader;

    public void Begin(OfficeMoment at) => Next(at, Register);

    void Next(OfficeMoment at, Func<OfficeMoment, Task> deed) => Agenda.Plan(at, () => deed(at));

    async Task Register(OfficeMoment at)
    {
        await Registering.Run(Office, Id);
        if (PreparedAt is { } moment) Next(moment, Prepare);
        else if (Pace != Pace.Undirected) Next(at.After(Place % 3 == 0 ? 0 : 1, 20 + Place * 53 % 200), IsPassed ? Pass : Direct);
    }

    async Task Prepare(OfficeMoment at)
    {
        var unit = Office.UnitName(Head);
        await Office.As(Office.Assistant!, work => PrepareDirective.Run(work, Id, new()
        {
            Words = $"Giao {unit} chủ trì, báo cáo Bộ trưởng trước ngày {Vietnam.Show(at.After(7, 0).Day)}.", Rows = [new() { To = unit, Role = "lead", Due = Entered.Of(at.After(7, 0).Day) }],
        }));
    }

    async Task Pass(OfficeMoment at)
    {
        await Office.As(Office.Leader, work => GiveDirective.Run(work, Id, new() { Words = "Chuyển đồng chí phụ trách chỉ đạo.", PassTo = Office.Deputy.Name }));
        Next(at.After(0, 60 + Place * 29 % 200), Direct);
    }

    async Task Direct(OfficeMoment at)
    {
        var unit = Office.UnitName(Head);
        var rows = new List<WorkRow> { new() { To = unit, Role = "lead", Count = Entered.Of(4 + Place % 9), Unit = "workingDays" } };
        if (Place % 4 == 2 && Office.Head(Place + 1) is { } other && other != Head) rows.Add(new() { To = Office.UnitName(other), Role = "inform" });
        await Office.As(Director, work => GiveDirective.Run(work, Id, new() { Words = $"Giao {unit} chủ trì nghiên cứu, tham mưu xử lý đúng hạn.", Rows = rows }));
        if (Pace != Pace.Unassigned) Next(at.After(Pace == Pace.Brisk ? 0 : Place % 2, 40 + Place * 31 % 150), Assign);
    }

    async Task Assign(OfficeMoment at)
    {
        await Deed(Head, Office.UnitId(Head), (work, assignment) => AssignPerson.Run(work, assignment, new()
        {
            Rows = [new() { To = $"{Office.Id(Specialist)}", Role = "lead", Task = "Nghiên cứu, đề xuất hướng xử lý." }],
        }));
        Next(at.After(0, 60 + Place * 17 % 120), Start);
    }

    async Task Start(OfficeMoment at)
    {
        await Deed(Specialist, Office.Id(Specialist), StartWork.Run);
        Next(at.After(Pace == Pace.Brisk ? 0 : 1 + Place % 3, 30), Advance);
    }

    async Task Advance(OfficeMoment at)
    {
        await Deed(Specialist, Office.Id(Specialist), (work, assignment) => ReportProgress.Run(work, assignment, new() { Progress = Entered.Of(20 + Place * 13 % 70) }));
        if (Pace == Pace.Stuck) return; // Left in the hands of whoever tries it.
        var pause = at.After(Pace == Pace.Slow ? LateDays : Pace == Pace.Brisk ? 0 : 1 + Place % 5, 45);
        if (Answer is { } answer) answer.Begin(pause, Id);
        else Next(pause, Report);
    }

    async Task Report(OfficeMoment at)
    {
        await Deed(Specialist, Office.Id(Specialist), (work, assignment) => ReportDone.Run(work, assignment, new() { Report = Reports[Place % Reports.Length] }));
        Next(at.After(0, 50), Close);
    }

    async Task Close(OfficeMoment at)
    {
        await Deed(Head, Office.Id(Specialist), Accept.Run);
        await Deed(Head, Office.UnitId(Head), (work, assignment) => ReportDone.Run(work, assignment, new() { Report = Reports[(Place + 1) % Reports.Length] }));
        Next(at.After(Pace == Pace.Brisk ? 0 : 1, 35), Finish);
    }

    Task Finish(OfficeMoment at) => Deed(Director, Office.UnitId(Head), Accept.Run);

    /// <summary>Does something with the assignment that a unit or person was given.</summary>
    async Task Deed(Post by, Guid assignee, Func<Work, Guid, Task> deed) => await Office.As(by, async work =>
        await deed(work, await work.Assignments(a => a.DocumentId == Id && a.AssigneeId == assignee).Select(a => a.Id).FirstAsync(work.Cancelled)));
}
