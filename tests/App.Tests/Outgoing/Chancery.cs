using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using App.Demo;
using App.Documents;
using App.Documents.Outgoing;
using App.Signing;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;
using Signatures.Certificates;

namespace App.Tests.Outgoing;

/// <summary>A world whose leaders and organ can sign, and the steps of a document's way out of it.</summary>
sealed class Chancery
{
    public static readonly CertificateAuthority Root = CertificateAuthority.Create("Cơ quan chứng thực thử nghiệm", Host.Noon.AddYears(-1), Host.Noon.AddYears(5));
    static readonly SemaphoreSlim Printing = new(1, 1);
    static byte[]? printed;

    Chancery(World world) => World = world;

    public World World { get; }
    public Guid Incoming { get; private set; }

    public static async Task<Chancery> On(string database, DateTimeOffset? at = null)
    {
        var chancery = new Chancery(await World.On(database, at));
        var world = chancery.World;
        await chancery.MaySign(world.Leader.Id, CertificateSubject.Person(world.Leader.Name, world.Institution.Name), DemoImages.Signature(world.Leader.Name));
        await chancery.MaySign(world.Deputy.Id, CertificateSubject.Person(world.Deputy.Name, world.Institution.Name), DemoImages.Signature(world.Deputy.Name));
        await chancery.MaySign(world.Institution.Id, CertificateSubject.Organ(world.Institution.Name, world.Institution.Code), DemoImages.Seal(world.Institution.Name));
        return chancery;
    }

    public Task<Signer> MaySign(Guid owner, CertificateSubject subject, byte[] image) => World.Host.InWork(World.System, async work =>
    {
        using var certificate = Root.Issue(subject, Host.Noon.AddDays(-100), Host.Noon.AddYears(1));
        return await work.Enrol(Service<KeyFolder>(), Service<Blobs>(), owner, certificate, image);
    });

    public T Service<T>() where T : notnull => World.Host.Services.GetRequiredService<T>();

    public object Form(string subject = "trả lời kiến nghị về bãi chôn lấp", Guid? signer = null, Guid? answers = null, bool ownFile = false, short kind = 18, string body = "Bộ có ý kiến như sau.\nViệc đã xong.") => new
    {
        Kind = kind, Subject = subject, Body = body, Signer = signer ?? World.Deputy.Id, Answers = answers, OwnFile = ownFile,
        Receivers = new[] { new { Code = "000.00.00.G22", Name = "Văn phòng Chính phủ" } }, Copies = new[] { new { Code = "", Name = "Bộ trưởng (để b/c)" } },
        Deadline = "2026-11-30",
    };

    /// <summary>A reply from the template.</summary>
    public async Task<ReadDraft.View> Drafts(Official? author = null, string subject = "trả lời kiến nghị về bãi chôn lấp", short kind = 18, Guid? answers = null) =>
        await Done<ReadDraft.View>((author ?? World.Specialist).Posts("/api/v1/drafts", Form(subject, kind: kind, answers: answers)));

    /// <summary>A draft whose page was printed once for all tests, because printing takes seconds.</summary>
    public async Task<ReadDraft.View> DraftsQuickly(string subject = "trả lời nhanh")
    {
        var draft = await Done<ReadDraft.View>(World.Specialist.Posts("/api/v1/drafts", Form(subject, ownFile: true)));
        return await Uploads(draft.Id, await Printed());
    }

    public async Task<ReadDraft.View> Uploads(Guid id, byte[] file) => await Done<ReadDraft.View>(World.Specialist.Uploads($"/api/v1/drafts/{id}/file", file));

    public Task<HttpResponseMessage> Does(Official official, Guid id, string deed, object? input = null) => official.Posts($"/api/v1/drafts/{id}/{deed}", input ?? new { });

    public async Task<ReadDraft.View> Submits(ReadDraft.View draft) => await Done<ReadDraft.View>(Does(World.Specialist, draft.Id, "submission"));

    public async Task<ReadDraft.View> Approves(ReadDraft.View draft) => await Done<ReadDraft.View>(Does(World.Head, draft.Id, "approval"));

    public async Task<ReadDraft.View> Signs(ReadDraft.View draft) => await Done<ReadDraft.View>(Does(World.Deputy, draft.Id, "signature", new { draft.Version }));

    public async Task<ReadDraft.View> Issues(ReadDraft.View draft) => await Done<ReadDraft.View>(Does(World.Clerk, draft.Id, "issue"));

    public async Task<ReadDraft.View> SignedQuickly(string subject = "trả lời nhanh") => await Signs(await Approves(await Submits(await DraftsQuickly(subject))));

    public async Task<byte[]> Pdf(Guid id, Official? reader = null)
    {
        var answer = await (reader ?? World.Clerk).Asks($"/api/v1/drafts/{id}/pdf");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public Task<List<JournalEntry>> Journal(Guid id) => World.Host.InWork(World.System, async work => await work.History(await work.Document(id)).ToListAsync());

    public Task<List<(Guid Holder, DeskTask Task)>> Open(Guid id) => World.Host.InWork(World.System, async work =>
        (await work.OpenWork(await work.Document(id)).ToListAsync()).Select(w => (w.HolderId, w.Task)).ToList());

    public static async Task<T> Done<T>(Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    async Task<byte[]> Printed()
    {
        await Printing.WaitAsync();
        try
        {
            return printed ??= await Pdf((await Drafts(subject: "in một lần")).Id, World.Specialist);
        }
        finally
        {
            Printing.Release();
        }
    }

    public static X509Certificate2 RootCertificate => Root.Certificate;
}
