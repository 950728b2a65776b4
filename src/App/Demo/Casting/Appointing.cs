using App.Organisation;
using App.Organisation.Administering;
using App.Organisation.Founding;
using App.Signing;
using App.Storage;
using Microsoft.AspNetCore.DataProtection;
using Signatures.Certificates;

namespace App.Demo.Casting;

/// <summary>Founds the invented institutions, opens their units, employs their people and lets everybody sign.</summary>
sealed class Appointing(Stage stage, CertificateAuthority authority)
{
    const int CertificateYears = 5;

    public async Task Found(Body body)
    {
        var name = body.Name;
        var founded = await stage.AsSystem(Guid.Empty, work => FoundInstitution.Run(work, new()
        {
            Code = name.Code, Name = name.Name, ShortName = name.ShortName, SuperiorName = name.SuperiorName, Place = name.Place,
            RecordsName = body.RecordsName, PersonName = "Người Quản Trị Mẫu", UserName = body.Administrator,
        }));
        var units = new Dictionary<string, Guid> { [""] = founded.Root.Id, [founded.Records.Code] = founded.Records.Id };
        foreach (var unit in body.Units)
            units[unit.Code] = (await stage.As(body.Administrator, work => OpenUnit.Run(work, new() { UnitName = unit.Name, UnitCode = unit.Code }))).Id;

        var institution = founded.Institution.Id;
        await Enrol(institution, institution, CertificateSubject.Organ(name.Name, name.Code), Inks.Seal(name.Name));
        foreach (var post in body.Posts)
        {
            var employed = await stage.As(body.Administrator, work => EmployPerson.Run(work, stage.Service<IDataProtectionProvider>(), new()
            {
                PersonName = post.Name, Title = post.Title, UnitId = Entered.Of(units[post.Unit]), Role = post.Role.Code, UserName = $"{post.SignIn}-{body.Mark}",
            }));
            await Enrol(institution, employed.PersonId, CertificateSubject.Person(post.Name, name.Name, employed.UserName), Inks.Signature(post.Name));
        }
    }

    Task<Signer> Enrol(Guid institution, Guid owner, CertificateSubject subject, byte[] image) => stage.AsSystem(institution, async work =>
    {
        var from = authority.Certificate.NotBefore.ToUniversalTime();
        using var certificate = authority.Issue(subject, from, from.AddYears(CertificateYears));
        return await work.Enrol(stage.Service<KeyFolder>(), stage.Service<Blobs>(), owner, certificate, image);
    });
}
