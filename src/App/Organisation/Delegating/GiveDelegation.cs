using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.Delegating;

/// <summary>Lets a person name who acts in their place while they are away; an administrator enters it for who is away already.</summary>
public static class GiveDelegation
{
    public sealed record Input
    {
        /// <summary>Who is away, by id or name: only where an administrator enters it.</summary>
        public string? From { get; init; }

        /// <summary>By id, or by name as it is offered.</summary>
        public string? To { get; init; }

        /// <summary>The only unit in which they may act, by id or name; empty for all positions and the giver's own desk.</summary>
        public string? Unit { get; init; }

        /// <summary>The highest degree of secrecy they may see; the lowest there is when left out.</summary>
        public Entered<short> Ceiling { get; init; }
        public Entered<DateOnly> FromOn { get; init; }

        /// <summary>The hour by the clock in Việt Nam; from the day's first minute when left out.</summary>
        public Entered<TimeOnly> FromTime { get; init; }
        public Entered<DateOnly> UntilOn { get; init; }

        /// <summary>Until the day's last minute when left out.</summary>
        public Entered<TimeOnly> UntilTime { get; init; }
        public string? Reason { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/delegations", ([FromForm] Input? input, Work work) => Submit(work, input ?? new(), Right.Delegate)).Needs(Right.Delegate);
        routes.Pages.MapPost("/admin/delegations", ([FromForm] Input? input, Work work) => Submit(work, input ?? new(), Right.Administer)).Needs(Right.Administer);
        routes.Api.MapPost("/delegations", (Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) => Answer(work, key, input, Right.Delegate)).Needs(Right.Delegate);
        routes.Api.MapPost("/organisation/delegations", (Input input, [FromHeader(Name = Repeats.Header)] string? key, Work work) => Answer(work, key, input, Right.Administer)).Needs(Right.Administer);
    }

    static Task<IResult> Submit(Work work, Input input, string right) => Page.Submit(async () =>
    {
        await Run(work, input, right);
        return ListDelegations.Address(right);
    }, refusal => ListDelegations.Show(work, right, input, refusal));

    static async Task<Created<ListDelegations.Row>> Answer(Work work, string? key, Input input, string right)
    {
        work.Actor.Require(right);
        var id = await work.Once(key, input, async () => (await Run(work, input, right)).Id);
        return TypedResults.Created((string?)null, await ListDelegations.One(work, id));
    }

    /// <param name="right">To delegate one's own work, or to administer: then From says whose.</param>
    public static async Task<Delegation> Run(Work work, Input input, string right)
    {
        work.Actor.Require(right);
        var problems = new Problems();
        var from = right == Right.Delegate ? work.Actor.PersonId : await Person(work, input.From);
        var to = await Person(work, input.To);
        problems.Check(from != Guid.Empty, "From", $"Chọn người vắng mặt, đang giữ chức vụ trong cơ quan.");
        problems.Check(to != Guid.Empty, "To", $"Chọn một người đang giữ chức vụ trong cơ quan.");
        problems.Check(to != from, "To", $"Không ủy quyền cho chính người vắng mặt.");
        problems.Check(to != work.Actor.PersonId, "To", $"Người nhập ủy quyền không tự nhận ủy quyền.");
        var (fromAt, untilAt) = Period(work.Stamp, problems, input);
        var lent = new Lent(from, to, await Unit(work, problems, from, input.Unit), await Ceiling(work, problems, from, input.Ceiling), fromAt, untilAt);
        var reason = problems.Need("Reason", input.Reason, Delegation.ReasonLengthMax, $"Ghi lý do vắng mặt.");
        problems.ThrowIfAny();

        await using var change = await work.Begin();
        await change.Turn(); // Two that are sent at once must not both find the time free.
        await MustBeFree(work, lent);
        var delegation = Delegation.Give(work.Stamp, lent, reason);
        work.Db.Add(delegation);
        await change.Save("delegation-given", delegation);
        return delegation;
    }

    /// <summary>Somebody of the institution who holds a position now; nobody otherwise.</summary>
    static async Task<Guid> Person(Work work, string? entered) =>
        !string.IsNullOrWhiteSpace(entered) && await work.Recipient(entered) is { IsUnit: false } found ? found.Id : Guid.Empty;

    static (DateTime From, DateTime Until) Period(Stamp stamp, Problems problems, Input input)
    {
        var (fromOn, untilOn) = (problems.Need("FromOn", input.FromOn, $"Ghi ngày bắt đầu."), problems.Need("UntilOn", input.UntilOn, $"Ghi ngày kết thúc."));
        var fromTime = problems.May("FromTime", input.FromTime, $"Ghi giờ bắt đầu, như 07:30.") ?? TimeOnly.MinValue;
        var untilTime = problems.May("UntilTime", input.UntilTime, $"Ghi giờ kết thúc, như 17:30.") ?? new(23, 59);
        problems.Check(fromOn >= stamp.Day, "FromOn", $"Ngày bắt đầu không được ở trong quá khứ.");
        problems.Check(fromOn <= stamp.Day.AddYears(Delegation.YearsMax), "FromOn", $"Ngày bắt đầu không quá một năm nữa.");
        problems.Check(fromOn.ToDateTime(fromTime) < untilOn.ToDateTime(untilTime), "UntilOn", $"Lúc kết thúc phải sau lúc bắt đầu.");
        if (fromOn < stamp.Day || fromOn > stamp.Day.AddYears(Delegation.YearsMax) || untilOn < fromOn) return default;
        problems.Check(untilOn.ToDateTime(untilTime) <= fromOn.ToDateTime(fromTime).AddYears(Delegation.YearsMax), "UntilOn", $"Mỗi lần ủy quyền không quá một năm.");
        var (from, until) = (Vietnam.Utc(fromOn.ToDateTime(fromTime)), Vietnam.Utc(untilOn.ToDateTime(untilTime)));
        if (from < stamp.At) from = stamp.At; // Nobody acted for another before it was said.
        problems.Check(until > from, "UntilOn", $"Lúc kết thúc đã qua.");
        return (from, until);
    }

    static async Task<Guid?> Unit(Work work, Problems problems, Guid from, string? entered)
    {
        if (string.IsNullOrWhiteSpace(entered)) return null;
        var unit = await work.Recipient(entered);
        problems.Check(unit is { IsUnit: true } && await work.Positions().AnyAsync(p => p.PersonId == from && p.UnitId == unit.Id, work.Cancelled), "Unit", $"Người vắng mặt không giữ chức vụ ở đơn vị này.");
        return unit?.Id;
    }

    static async Task<short> Ceiling(Work work, Problems problems, Guid from, Entered<short> entered)
    {
        var highest = await work.People().Where(p => p.Id == from).Select(p => p.Clearance).SingleOrDefaultAsync(work.Cancelled);
        var ceiling = problems.May("Ceiling", entered, $"Chọn mức mật cao nhất được xem.") ?? 0;
        problems.Check(ceiling >= 0 && ceiling <= highest, "Ceiling", $"Không cao hơn mức mật mà người vắng mặt được xem.");
        return ceiling;
    }

    static async Task MustBeFree(Work work, Lent lent)
    {
        var other = await work.Delegations().Where(d => d.FromPersonId == lent.FromPersonId && d.ToPersonId == lent.ToPersonId && d.RevokedAt == null && d.FromAt < lent.UntilAt && d.UntilAt > lent.FromAt
            && (d.UnitId == null || lent.UnitId == null || d.UnitId == lent.UnitId)).FirstOrDefaultAsync(work.Cancelled);
        if (other is not null)
            throw new Refusal("delegation-overlaps", $"Người này đã được ủy quyền từ {Vietnam.Show(other.FromAt)} đến {Vietnam.Show(other.UntilAt)} trong cùng phạm vi. Mời chọn thời gian khác, hoặc kết thúc ủy quyền đó trước.");
    }
}
