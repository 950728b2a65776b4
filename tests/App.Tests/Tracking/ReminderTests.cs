using App.Documents;
using App.Notices;
using App.Notices.Reading;
using App.Tests.Cast;
using App.Tests.Directing;
using App.Tracking;
using App.Tracking.Reminding;
using App.Tracking.Watching;
using Kernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace App.Tests.Tracking;

/// <summary>Who holds work is reminded of it before it is due; when it stays undone, those above hear of it one after another.</summary>
public class ReminderTests
{
    [Theory, OnEachDatabase]
    public async Task Reminders_go_up_the_line_by_working_days_and_each_is_sent_once(string database)
    {
        var world = await World.On(database);
        var (document, _) = await world.Directed("2026-12-01"); // A Tuesday.

        Assert.Equal(0, await Watched(world, 26, 9));
        Assert.Equal(0, await Watched(world, 27, 7)); // Friday, two working days before, but nobody is at work yet.
        Assert.Equal(1, await Watched(world, 27, 8));
        Assert.Equal(0, await Watched(world, 27, 9));
        Assert.Equal(0, await Watched(world, 28, 9)); // Saturday.
        Assert.Equal(1, await Watched(world, 31, 9));
        Assert.Equal(1, await Watched(world, 32, 9));
        Assert.Equal(0, await Watched(world, 33, 9));
        Assert.Equal(1, await Watched(world, 34, 9));
        Assert.Equal(1, await Watched(world, 38, 9));

        var holder = world.Department.Id;
        Assert.Equal([(-2, holder), (0, holder), (1, holder), (1, world.Root.Id), (3, world.Leader.Id), (5, world.Leader.Id)], await Told(world, document));
    }

    [Theory, OnEachDatabase]
    public async Task After_days_without_the_system_only_the_last_step_is_told(string database)
    {
        var world = await World.On(database);
        var (document, _) = await world.Directed("2026-12-01");

        await Watched(world, 34, 9);

        Assert.Equal([(3, world.Leader.Id)], await Told(world, document));
    }

    [Theory, OnEachDatabase]
    public async Task A_person_is_reminded_in_place_of_the_unit_that_gave_the_work_on_and_its_head_is_told_next(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        await world.Head.Assigns(lead, new Part(world.Specialist.Id, Due: "2026-11-30"));

        await Watched(world, 31, 9); // A working day after the part was due; the whole is due today.

        Assert.Equal(new[] { (0, world.Department.Id), (1, world.Department.Id), (1, world.Specialist.Id) }.Order(), (await Told(world, document)).Order());
    }

    [Theory, OnEachDatabase]
    public async Task The_holder_is_led_to_the_work_and_who_stands_above_to_the_document(string database)
    {
        var world = await World.On(database);
        await Decides(world.Administrator, new { Holder = new { Before = "2" }, Leader = new { Before = "2" } });
        var (document, _) = await world.Directed("2026-11-26"); // In two working days.
        await Hears(world.Head, "Được giao chủ trì");

        Assert.Equal(1, await Watched(world, 24, 12));

        var own = await Hears(world.Head, "Sắp đến hạn");
        Assert.Equal((NoticeKind.Asked, $"/documents/{document}", DeskWords.Act(DeskTask.Handle, document).Text), (own.Kind, own.Href, own.Act));
        var above = await Hears(world.Leader, "Sắp đến hạn");
        Assert.Equal((NoticeKind.Asked, $"/documents/{document}", world.Department.Name), (above.Kind, above.Href, above.ByName));
        Assert.Single((await world.Head.Sees<ListNotices.View>("/api/v1/notices")).Items, i => i.IsNew); // It says again what brought the work.
    }

    [Theory, OnEachDatabase]
    public async Task The_administrator_decides_the_steps_in_words_that_are_checked(string database)
    {
        var world = await World.On(database);
        Assert.True((await world.Administrator.Sees<DecideReminders.View>("/api/v1/reminder-rules")).AreUsual);
        await (await world.Administrator.Opens("/admin/reminders")).Has("Đang dùng lịch nhắc thường lệ.", "value=\"2, 0\"");

        var decided = await (await Decides(world.Administrator, new { Holder = new { Before = "5; 1 1", After = "1" }, Head = new { After = "2,4" } })).Read<DecideReminders.View>();
        Assert.Equal([new(Reminded.Holder, -5), new(Reminded.Holder, -1), new(Reminded.Holder, 1), new(Reminded.Head, 2), new(Reminded.Head, 4)], decided.Steps);
        await (await world.Administrator.Opens("/admin/reminders")).Has("value=\"5, 1\"", "value=\"2, 4\"", "Bùi Quản Trị");

        foreach (var wrong in new[] { "hai", "-1", "61", "1.5", "1,2,3,4,5,6" })
            await (await Decides(world.Administrator, new { Holder = new { Before = wrong } })).IsRefused("reminder-days", 422);
        await (await Decides(world.Administrator, new { Head = new { After = "0" } })).IsRefused("reminder-days", 422);
        await (await world.Administrator.Submits("/admin/reminders", ("Holder.Before", "hai"))).Has("“hai” không phải số ngày làm việc", "value=\"hai\"");
        await (await Decides(world.Leader, new { })).IsRefused("not-permitted", 403);
        Assert.Equal(["reminder-rules-changed"], await world.Journal(world.Institution.Id));

        await Decides(world.Administrator, new { });
        await world.Directed("2026-12-01");
        Assert.Equal(0, await Watched(world, 32, 9)); // Who wants no reminders gets none.
    }

    /// <summary>On a day of November 2026, counted on into December, at an hour in Việt Nam.</summary>
    static Task<int> Watched(World world, int day, int hour) =>
        world.Host.InWork(world.System, RemindHolders.Run, VietnamTime.Instant(new DateOnly(2026, 11, 1).AddDays(day - 1), new(hour, 0)) - Host.Noon.UtcDateTime);

    static Task<List<(int Days, Guid ToldId)>> Told(World world, Guid document) => world.Host.InWork(world.System, async work =>
        (await work.Reminders(await work.Document(document)).ToListAsync()).OrderBy(r => r.Days).ThenBy(r => r.ToldId == r.HolderId ? 0 : 1).Select(r => (r.Days, r.ToldId)).ToList());

    static Task<HttpResponseMessage> Decides(Official who, object input) => who.Posts("/api/v1/reminder-rules", input);

    static async Task<ListNotices.Item> Hears(Official who, string title)
    {
        ListNotices.Item? found = null;
        await Soon.Is(async () => (found = (await who.Sees<ListNotices.View>("/api/v1/notices")).Items.FirstOrDefault(i => i.Title == title)) is not null, $"“{title}” for {who.Name}");
        return found!;
    }
}
