using App.Access;
using App.Organisation;
using App.Storage;

namespace Bench.Seeding;

/// <summary>An institution as large as a ministry: a root, departments, divisions under them, and people.</summary>
sealed record Ministry(Institution Institution, Unit Root, Unit Records, IReadOnlyList<Unit> Departments, IReadOnlyList<Unit> Divisions, IReadOnlyList<Guid> Specialists, Guid Minister, Guid Narrow)
{
    public const string MinisterName = "minister", ClerkName = "clerk", NarrowName = "narrow";
    const int PeopleOfDivision = 5;

    /// <summary>Positions are older than any document.</summary>
    static readonly DateTime Founded = new(2020, 12, 1, 0, 0, 0, DateTimeKind.Utc);

    public string? ClerkToken { get; private init; }

    public static AppDb Open(string connection) => new((DbContextOptions<AppDb>)Database.Use(new DbContextOptionsBuilder<AppDb>(), connection).Options);

    public static async Task<Ministry> Found(string connection, string code, int departments, int divisionsOfEach)
    {
        await using var db = Open(connection);
        var id = Guid.CreateVersion7(Founded);
        var stamp = new Stamp(Actor.System(id), Founded);
        var root = Unit.Open(stamp, id, null, "Bộ Đo lường", "BDL", 0);
        var records = Unit.Open(stamp, id, root, "Văn thư", "VT", 1);
        var quiet = Unit.Open(stamp, id, root, "Ban Thi đua", "BTD", 2);
        var tops = Enumerable.Range(0, departments).Select(i => Unit.Open(stamp, id, root, $"Vụ {i}", $"V{i}", 10 + i)).ToList();
        var divisions = tops.SelectMany(top => Enumerable.Range(0, divisionsOfEach).Select(i => Unit.Open(stamp, id, top, $"{top.Name}, phòng {i}", $"{top.Code}P{i}", i))).ToList();
        var institution = Institution.Found(id, new(code, "Bộ Đo lường", code, "", "Hà Nội"), root.Id, records.Id);
        db.AddRange([institution, root, records, quiet, .. tops, .. divisions]);
        var minister = Employ(db, stamp, root, Role.Leader, $"{MinisterName}{code}", out _);
        var clerk = Employ(db, stamp, records, Role.Clerk, $"{ClerkName}{code}", out var account);
        var narrow = Employ(db, stamp, quiet, Role.Specialist, $"{NarrowName}{code}", out _);
        var specialists = divisions.SelectMany(d => Enumerable.Range(0, PeopleOfDivision).Select(i => Employ(db, stamp, d, Role.Specialist, $"{d.Code.ToLowerInvariant()}n{i}{code}", out _))).ToList();
        var (token, text) = ApiToken.Give(stamp with { At = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()).UtcDateTime }, account, "bench");
        db.Add(token);
        await db.SaveChangesAsync();
        return new(institution, root, records, tops, divisions, specialists, minister, narrow) { ClerkToken = text };
    }

    static Guid Employ(AppDb db, Stamp stamp, Unit unit, Role role, string userName, out Account account)
    {
        var person = Person.Employ(stamp, unit.InstitutionId, $"Người {userName}");
        account = Account.Open(stamp, unit.InstitutionId, person.Id, userName);
        db.AddRange(person, account, Position.Appoint(stamp, person, unit, role.Code, role, stamp.Day));
        return person.Id;
    }
}
