using App.Access;
using App.Organisation.SigningIn;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.Administering;

/// <summary>Takes a person into a position, with an account whose password they choose by a link.</summary>
public static class EmployPerson
{
    public const int NameLengthMax = 100, TitleLengthMax = 100, UserNameLengthMax = 50;

    public sealed record Input
    {
        public string? PersonName { get; init; }
        public string? Title { get; init; }
        public Entered<Guid> UnitId { get; init; }
        public string? Role { get; init; }
        public string? UserName { get; init; }
    }

    /// <summary>The link is shown once; whoever opens it first chooses the password.</summary>
    public sealed record Employed(Guid PersonId, string UserName, string PasswordLink);

    public static void Map(Routes routes)
    {
        routes.Pages.MapPost("/admin/people", async ([FromForm] Input input, Work work, IDataProtectionProvider protection) =>
        {
            try
            {
                return await Administration.Show(work, link: (await Run(work, protection, input)).PasswordLink);
            }
            catch (Refusal refusal)
            {
                return await Administration.Show(work, person: input, refusal: refusal);
            }
        }).Needs(Right.Administer);
        routes.Api.MapPost("/organisation/people", async (Input input, Work work, IDataProtectionProvider protection) =>
            TypedResults.Created((string?)null, await Run(work, protection, input))).Needs(Right.Administer);
    }

    public static async Task<Employed> Run(Work work, IDataProtectionProvider protection, Input input)
    {
        work.Actor.Require(Right.Administer);

        var problems = new Problems();
        var name = problems.Need("PersonName", input.PersonName, NameLengthMax, $"Ghi họ và tên.");
        var title = problems.Need("Title", input.Title, TitleLengthMax, $"Ghi chức vụ.");
        var unitId = problems.Need("UnitId", input.UnitId, $"Chọn đơn vị.");
        var role = App.Organisation.Role.All.FirstOrDefault(r => r.Code == input.Role);
        problems.Check(role is not null, "Role", $"Chọn vai trò.");
        var userName = problems.Need("UserName", input.UserName, UserNameLengthMax, $"Ghi tên đăng nhập.").ToLowerInvariant();
        problems.Check(await work.Db.AccountNamed(userName) is null, "UserName", $"Tên đăng nhập này đã có người dùng.");
        problems.ThrowIfAny();
        var unit = await work.Units().SingleOrDefaultAsync(u => u.Id == unitId, work.Cancelled) ?? throw Refusal.NotFound;

        await using var change = await work.Begin();
        var person = Person.Employ(work.Stamp, work.Actor.InstitutionId, name);
        var account = Account.Open(work.Stamp, work.Actor.InstitutionId, person.Id, userName);
        work.Db.AddRange(person, account, Position.Appoint(work.Stamp, person, unit, title, role!, work.Stamp.Day));
        await change.Save("person-employed", person);
        return new(person.Id, userName, SetPassword.Link(protection, account));
    }
}
