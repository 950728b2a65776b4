using App.Access;
using App.Organisation;

namespace App.Tests.Cast;

/// <summary>One institution with its people: a root unit with leaders, a records office, two departments.</summary>
public sealed class World
{
    static int founded;

    World(Host host) => Host = host;

    public Host Host { get; }
    public Institution Institution { get; private set; } = null!;
    public Unit Root { get; private set; } = null!;
    public Unit Records { get; private set; } = null!;
    public Unit Department { get; private set; } = null!;
    public Unit OtherDepartment { get; private set; } = null!;
    public Official Clerk { get; private set; } = null!;
    public Official Leader { get; private set; } = null!;
    public Official Deputy { get; private set; } = null!;
    public Official Head { get; private set; } = null!;
    public Official Specialist { get; private set; } = null!;
    public Official OtherHead { get; private set; } = null!;
    public Official OtherSpecialist { get; private set; } = null!;

    public Official Assistant { get; private set; } = null!;
    public Official Administrator { get; private set; } = null!;
    public IReadOnlyList<Official> Everybody => [Leader, Deputy, Clerk, Head, Specialist, OtherHead, OtherSpecialist, Assistant, Administrator];

    /// <summary>The same institution's system at work.</summary>
    public Actor System => Actor.System(Institution.Id);

    public static Task<World> On(string database, DateTimeOffset? at = null) => On(Host.Of(database, at));

    public static async Task<World> On(Host host)
    {
        var world = new World(host);
        await world.Found();
        world.Leader = await world.Official("Phạm Lãnh Đạo", world.Root, "Bộ trưởng", Role.Leader);
        world.Deputy = await world.Official("Lê Phó Lãnh", world.Root, "Thứ trưởng", Role.DeputyLeader);
        world.Clerk = await world.Official("Nguyễn Thị Lan", world.Records, "Văn thư", Role.Clerk);
        world.Head = await world.Official("Vũ Trưởng Vụ", world.Department, "Vụ trưởng", Role.UnitHead);
        world.Specialist = await world.Official("Đỗ Chuyên Viên", world.Department, "Chuyên viên", Role.Specialist);
        world.OtherHead = await world.Official("Hồ Trưởng Vụ", world.OtherDepartment, "Vụ trưởng", Role.UnitHead);
        world.OtherSpecialist = await world.Official("Cao Chuyên Viên", world.OtherDepartment, "Chuyên viên", Role.Specialist);
        world.Assistant = await world.Official("Tạ Thư Ký", world.Root, "Thư ký Bộ trưởng", Role.Assistant);
        world.Administrator = await world.Official("Bùi Quản Trị", world.Records, "Quản trị", Role.Administrator);
        return world;
    }

    public async Task<Official> Official(string name, Unit unit, string title, Role role) => await Host.InWork(System, async work =>
    {
        var person = Person.Employ(work.Stamp, Institution.Id, name);
        var account = Account.Open(work.Stamp, Institution.Id, person.Id, $"person-{Interlocked.Increment(ref founded)}");
        var (token, text) = ApiToken.Give(work.Stamp, account, "test");
        await using var change = await work.Begin();
        work.Db.AddRange(person, Position.Appoint(work.Stamp, person, unit, title, role, work.Stamp.Day.AddDays(-100)), account, token);
        await change.Commit();
        return new Official(Host, account, person, unit, role, text);
    });

    async Task Found() => await Host.InWork(Actor.Nobody, async work =>
    {
        var id = Guid.CreateVersion7(work.Stamp.At);
        Root = Unit.Open(work.Stamp, id, null, "Bộ Thử nghiệm", "BTN", 0);
        Records = Unit.Open(work.Stamp, id, Root, "Văn thư Bộ", "VT", 1);
        Department = Unit.Open(work.Stamp, id, Root, "Vụ Môi trường", "VMT", 2);
        OtherDepartment = Unit.Open(work.Stamp, id, Root, "Vụ Pháp chế", "VPC", 3);
        Institution = Institution.Found(id, new($"T{Interlocked.Increment(ref founded):0000}", "Bộ Thử nghiệm", "BTN", "", "Hà Nội"), Root.Id, Records.Id);
        await using var change = await work.Begin();
        work.Db.Add(Institution);
        await change.Flush(); // The institution stands before its units, whose foreign keys name it.
        work.Db.AddRange(Root, Records, Department, OtherDepartment);
        await change.Commit();
        return true;
    });
}
