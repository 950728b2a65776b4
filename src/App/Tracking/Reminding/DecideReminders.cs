using System.Globalization;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Tracking.Reminding;

/// <summary>Lets the administrator decide when whom is reminded of work that is due, and who above hears of what stays undone.</summary>
public static class DecideReminders
{
    /// <summary>Working days, as a list: before the deadline and after it. 0 is the day itself.</summary>
    public sealed record Days
    {
        public string? Before { get; init; }
        public string? After { get; init; }
    }

    public sealed record Input
    {
        public Days? Holder { get; init; }
        public Days? Head { get; init; }
        public Days? Giver { get; init; }
        public Days? Leader { get; init; }

        public Days Of(Reminded to) => to switch { Reminded.Holder => Holder, Reminded.Head => Head, Reminded.Giver => Giver, _ => Leader } ?? new();
    }

    public sealed record View(IReadOnlyList<ReminderStep> Steps, bool AreUsual, string? ChangedBy, DateTime? ChangedAt);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/admin/reminders", (Work work) => Show(work)).Needs(Organisation.Right.Administer);
        routes.Pages.MapPost("/admin/reminders", ([FromForm] Input? input, Work work) => Page.Submit(async () =>
        {
            await Run(work, input ?? new());
            return "/admin/reminders";
        }, refusal => Show(work, input, refusal))).Needs(Organisation.Right.Administer);
        routes.Api.MapGet("/reminder-rules", (Work work) => Read(work)).Needs(Organisation.Right.Administer);
        routes.Api.MapPost("/reminder-rules", async (Input input, Work work) =>
        {
            await Run(work, input);
            return await Read(work);
        }).Needs(Organisation.Right.Administer);
    }

    public static async Task<View> Read(Work work)
    {
        work.Actor.Require(Organisation.Right.Administer);
        var rules = await work.ReminderRules();
        var isDecided = rules.ChangedBy.Length > 0;
        return new(rules.All, !isDecided, isDecided ? rules.ChangedBy : null, isDecided ? rules.ChangedAt : null);
    }

    public static async Task Run(Work work, Input input)
    {
        work.Actor.Require(Organisation.Right.Administer);
        var steps = Enum.GetValues<Reminded>().SelectMany(to => Steps(to, input.Of(to))).ToList();

        await using var change = await work.Begin();
        var rules = await change.ReminderRules();
        rules.Decide(work.Stamp, steps);
        await change.Save("reminder-rules-changed", rules);
    }

    /// <summary>The steps as they stand on the form.</summary>
    internal static Input Form(IReadOnlyList<ReminderStep> steps)
    {
        return new() { Holder = Of(Reminded.Holder), Head = Of(Reminded.Head), Giver = Of(Reminded.Giver), Leader = Of(Reminded.Leader) };

        Days Of(Reminded to) => new()
        {
            Before = string.Join(", ", steps.Where(s => s.To == to && s.Days <= 0).Select(s => -s.Days).OrderDescending()),
            After = string.Join(", ", steps.Where(s => s.To == to && s.Days > 0).Select(s => s.Days).Order()),
        };
    }

    static IEnumerable<ReminderStep> Steps(Reminded to, Days days) =>
        Read(days.Before, from: 0).Select(d => new ReminderStep(to, -d)).Concat(Read(days.After, from: 1).Select(d => new ReminderStep(to, d)));

    static List<int> Read(string? list, int from)
    {
        var days = (list ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(typed => Day(typed, from)).Distinct().ToList();
        if (days.Count > ReminderRules.StepsMax) throw new Refusal("reminder-days", $"Mỗi ô ghi nhiều nhất {ReminderRules.StepsMax} lần nhắc.", 422);
        return days;
    }

    static int Day(string typed, int from)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= from && days <= ReminderRules.DaysMax) return days;
        throw new Refusal("reminder-days", $"“{typed}” không phải số ngày làm việc từ {from} đến {ReminderRules.DaysMax}. Mời ghi các số cách nhau bằng dấu phẩy, ví dụ: 3, 1.", 422);
    }

    static async Task<IResult> Show(Work work, Input? input = null, Refusal? refusal = null)
    {
        var model = await Read(work);
        return Page.Show<DecideRemindersPage>(new { Model = model, Input = input ?? Form(model.Steps), Refusal = refusal }, refusal);
    }
}
