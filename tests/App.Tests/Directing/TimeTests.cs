using App.Directing;
using App.Directing.Following;
using App.Organisation;
using App.Tests.Cast;

namespace App.Tests.Directing;

public class TimeTests
{
    static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero); // 08:00 in Việt Nam.

    [Theory, OnEachDatabase]
    public async Task Every_holders_working_time_is_read_from_the_journal(string database)
    {
        var clock = new Moving { Now = Tuesday };
        await using var host = new Host { Connection = Host.Fresh(database), Clock = clock };
        var world = await World.On(host);
        var document = (await world.Clerk.Registers()).Id;
        clock.Now = Tuesday.AddHours(1);
        var lead = (await world.Leader.Directs(document, new Part(world.Department.Id, Due: "2026-11-24"), new Part(world.OtherDepartment.Id, "cooperate"))).Assignments[0].Id;
        clock.Now = Tuesday.AddHours(3);
        await world.Head.Assigns(lead, new Part(world.Specialist.Id));
        clock.Now = Tuesday.AddHours(24);

        var seen = await world.Leader.Case(document);

        // 07:30–11:30 and 13:30–17:30: 08:00–09:00 the leader, until 11:00 the unit, then the person until 08:00 the next day.
        Assert.Equal([("Phạm Lãnh Đạo", 60, false), ("Vụ Môi trường", 120, false), ("Đỗ Chuyên Viên", 300, true)],
            seen.Way.Skip(seen.Way.Count - 3).Select(s => (s.Holder, s.WorkingMinutes, s.Until is null)));
        Assert.Equal(420, seen.Times.Single(t => t.Holder == "Vụ Pháp chế").WorkingMinutes);
        Assert.Equal((420, true), (seen.Assignments[0].WorkingMinutes, seen.Assignments[0].IsLate));
        Assert.Equal([lead], (await world.Head.Sees<ListAssignments.Rows>("/api/v1/assignments?show=late")).Items.Select(r => r.Id));
    }

    [Theory, OnEachDatabase]
    public async Task Days_an_institution_works_or_rests_by_its_own_announcement_move_its_deadlines(string database)
    {
        var world = await World.On(database);
        await world.Host.InWork(world.System, async work =>
        {
            await using var change = await work.Begin();
            work.Db.AddRange(
                OfficeDay.Of(world.Institution.Id, new(2026, 11, 27), isWorked: false, "Quyết định thử"),
                OfficeDay.Of(world.Institution.Id, new(2026, 11, 28), isWorked: true, "Quyết định thử"),
                OfficeTime.Of(world.Institution.Id, new(2026, 1, 1), new(8, 0), new(12, 0)));
            await change.Commit();
            return true;
        });
        var document = (await world.Clerk.Registers()).Id;

        var directed = await world.Leader.Directs(document, new Part(world.Department.Id, Count: 3), new Part(world.OtherDepartment.Id, "cooperate", Count: 4, Unit: "days"));

        Assert.Equal([new DateOnly(2026, 11, 28), new DateOnly(2026, 11, 28)], directed.Assignments.Select(a => a.Deadline!.Value));
        await world.Host.InWork(world.System, async work =>
        {
            var calendar = await work.OfficeCalendar();
            Assert.Equal(TimeSpan.FromHours(4), calendar.WorkingTime(new(2026, 11, 25, 17, 0, 0, DateTimeKind.Utc), new(2026, 11, 26, 17, 0, 0, DateTimeKind.Utc)));
            return true;
        });
    }

    [Fact]
    public void Overlapping_stretches_of_a_holder_count_once()
    {
        static DateTime At(int hour) => new(2026, 11, 24, hour, 0, 0, DateTimeKind.Utc);
        Holding Held(int from, int? until) => new("assignment", Guid.Empty, Guid.Empty, At(from), until is { } hour ? At(hour) : null);

        Assert.Equal([(At(1), At(4)), (At(6), At(9))], TimeLedger.Together([Held(6, null), Held(1, 3), Held(2, 4), Held(3, 3)], At(9)));
    }

    sealed class Moving : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
