using App.Access;
using App.Storage;

namespace App.Organisation.Founding;

/// <summary>Sets up an institution: its root unit, its records office and its first administrator.</summary>
public static class FoundInstitution
{
    public const int CodeLengthMax = 35, NameLengthMax = 200, ShortNameLengthMax = 20, PlaceLengthMax = 50, UserNameLengthMax = 50;

    public sealed record Input
    {
        public string? Code { get; init; }
        public string? Name { get; init; }
        public string? ShortName { get; init; }
        public string? SuperiorName { get; init; }
        public string? Place { get; init; }
        public string? RecordsName { get; init; }
        public string? PersonName { get; init; }
        public string? UserName { get; init; }
    }

    public sealed record Founded(Institution Institution, Unit Root, Unit Records, Account Administrator);

    public static async Task<Founded> Run(Work work, Input input)
    {
        var problems = new Problems();
        var name = new InstitutionName(
            problems.Need("Code", input.Code, CodeLengthMax, $"Ghi mã định danh điện tử của cơ quan."),
            problems.Need("Name", input.Name, NameLengthMax, $"Ghi tên cơ quan."),
            problems.Need("ShortName", input.ShortName, ShortNameLengthMax, $"Ghi tên viết tắt dùng trong ký hiệu văn bản."),
            input.SuperiorName?.Trim() ?? "",
            problems.Need("Place", input.Place, PlaceLengthMax, $"Ghi địa danh ban hành văn bản."));
        var personName = problems.Need("PersonName", input.PersonName, NameLengthMax, $"Ghi họ tên người quản trị.");
        var userName = problems.Need("UserName", input.UserName, UserNameLengthMax, $"Ghi tên đăng nhập.").ToLowerInvariant();
        problems.Check(await work.Db.AccountNamed(userName) is null, "UserName", $"Tên đăng nhập này đã có người dùng.");
        problems.Check(!await work.Institutions().AnyAsync(i => i.Code == name.Code, work.Cancelled), "Code", $"Mã định danh này đã có trong hệ thống.");
        problems.ThrowIfAny();

        var id = Guid.CreateVersion7(work.Stamp.At);
        var inside = work.For(Actor.System(id));
        await using var change = await inside.Begin();
        var root = Unit.Open(work.Stamp, id, null, name.Name, name.ShortName, 0);
        var records = Unit.Open(work.Stamp, id, root, input.RecordsName?.Trim() is { Length: > 0 } office ? office : "Văn thư", "VT", 1);
        var institution = Institution.Found(id, name, root.Id, records.Id);
        var person = Person.Employ(work.Stamp, id, personName);
        var position = Position.Appoint(work.Stamp, person, records, "Quản trị hệ thống", Role.Administrator, work.Stamp.Day);
        var account = Account.Open(work.Stamp, id, person.Id, userName);
        work.Db.AddRange(institution, root, records, person, position, account);
        await change.Save("institution-founded", institution);
        return new(institution, root, records, account);
    }
}
