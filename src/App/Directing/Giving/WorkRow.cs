using App.Documents;
using App.Organisation;
using Kernel.Calendar;

namespace App.Directing.Giving;

/// <summary>One row of a form that gives work out: to whom, as what, what, until when. An empty row means nothing.</summary>
public sealed record WorkRow
{
    /// <summary>The id of a unit or person, or its name as it is offered.</summary>
    public string? To { get; init; }

    /// <summary>lead, cooperate or inform.</summary>
    public string? Role { get; init; }
    public string? Task { get; init; }
    public Entered<DateOnly> Due { get; init; }

    /// <summary>Instead of a date: how many of the unit, counted from now.</summary>
    public Entered<int> Count { get; init; }

    /// <summary>workingDays, halfDays or days.</summary>
    public string? Unit { get; init; }

    bool IsEmpty => string.IsNullOrWhiteSpace(To) && string.IsNullOrWhiteSpace(Task) && string.IsNullOrWhiteSpace(Due.Text) && string.IsNullOrWhiteSpace(Count.Text);

    /// <summary>The orders of all rows that say something; what they leave open is taken from the task and the promise given.</summary>
    public static async Task<IReadOnlyList<Order>> Read(Work work, Problems problems, IReadOnlyList<WorkRow> rows, string task, Promise? promise = null)
    {
        var calendar = await work.OfficeCalendar();
        var orders = new List<Order>();
        foreach (var (index, row) in rows.Index().Where(r => r.Item is { IsEmpty: false }))
        {
            var to = await work.Recipient(row.To);
            var field = $"Rows[{index}].To";
            problems.Check(to is not null, field, $"Chọn đơn vị hoặc người có trong danh sách.");
            var role = row.ReadRole(problems, $"Rows[{index}].Role");
            var due = row.ReadDue(work, problems, calendar, $"Rows[{index}]");
            var said = string.IsNullOrWhiteSpace(row.Task) ? task : problems.Need($"Rows[{index}].Task", row.Task, Assignment.TaskLengthMax, $"Ghi việc cần làm.");
            problems.Check(to is null || !orders.Exists(o => o.To.Id == to.Id && o.Task == said), field, $"Mỗi đơn vị hoặc người chỉ ghi một dòng cho một việc.");
            if (to is not null) orders.Add(new(to, role, said, due ?? (role == AssignmentRole.Inform ? null : promise)));
        }
        return orders;
    }

    AssignmentRole ReadRole(Problems problems, string field)
    {
        var known = Enum.TryParse<AssignmentRole>(Role, ignoreCase: true, out var role) && Enum.IsDefined(role);
        problems.Check(known, field, $"Chọn chủ trì, phối hợp hay để biết.");
        return role;
    }

    Promise? ReadDue(Work work, Problems problems, WorkingCalendar calendar, string row)
    {
        var (date, number, both) = ($"{row}.Due", $"{row}.Count", $"{row}.Due");
        var day = problems.May(date, Due, $"Ghi hạn bằng một ngày có thật.");
        var count = problems.May(number, Count, $"Ghi số ngày hoặc số buổi bằng chữ số.");
        problems.Check(day is null || count is null, both, $"Ghi hạn bằng một ngày hoặc bằng số ngày, không ghi cả hai.");
        problems.Check(day is null || day >= work.Stamp.Day, date, $"Hạn không được trước hôm nay.");
        problems.Check(count is null or >= 1 and <= 365, number, $"Số ngày hoặc số buổi từ 1 đến 365.");
        if (day is { } until) return new(until, false, "theo ngày ấn định");
        if (count is not (>= 1 and <= 365)) return null;
        var unit = Enum.TryParse<PeriodUnit>(Unit, ignoreCase: true, out var known) && known <= PeriodUnit.Days ? known : PeriodUnit.WorkingDays;
        var due = calendar.Due(work.Stamp.At, new(count.Value, unit));
        return new(due.Day, due.Half == HalfDay.Morning, due.Words());
    }
}
