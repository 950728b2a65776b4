using App.Documents;
using App.Documents.Outgoing;
using App.Tests.Cast;

namespace App.Tests.Outgoing;

public class RefusalTests
{
    [Theory, OnEachDatabase]
    public async Task A_step_out_of_turn_or_by_somebody_else_is_refused(string database)
    {
        var chancery = await Chancery.On(database);
        var (world, draft) = (chancery.World, await chancery.DraftsQuickly());
        Task<HttpResponseMessage> Tries(Official official, string deed, object? input = null) => chancery.Does(official, draft.Id, deed, input);

        await (await Tries(world.Clerk, "issue")).IsRefused("not-found", 404); // Not yet the clerk's to see.
        await chancery.Submits(draft);
        await (await Tries(world.Specialist, "submission")).IsRefused("not-in-draft");
        await (await world.Specialist.Posts($"/api/v1/drafts/{draft.Id}", chancery.Form())).IsRefused("not-in-draft");
        await (await Tries(world.Specialist, "approval")).IsRefused("not-permitted", 403);
        await (await Tries(world.Head, "return", new { })).IsRefused("invalid", 422);
        draft = await chancery.Approves(draft);
        await (await Tries(world.Head, "approval")).IsRefused("not-in-review");
        await (await Tries(world.Leader, "signature", new { draft.Version })).IsRefused("not-in-your-hands", 403);
        await (await Tries(world.Deputy, "signature", new { })).IsRefused("invalid", 422);
        await (await Tries(world.Deputy, "signature", new { Version = 1 })).IsRefused("newer-version");
        draft = await chancery.Signs(draft);
        await (await Tries(world.Deputy, "signature", new { draft.Version })).IsRefused("not-for-signature");
        await (await Tries(world.Deputy, "return", new { Reason = "Muộn" })).IsRefused("not-under-review");
        await (await Tries(world.Specialist, "issue")).IsRefused("not-permitted", 403);
        await chancery.Issues(draft);
        await (await Tries(world.Clerk, "issue")).IsRefused("not-signed");
        await (await Tries(world.Clerk, "format-return", new { Reason = "Muộn" })).IsRefused("not-signed");
    }

    [Theory, OnEachDatabase]
    public async Task A_form_says_everything_that_is_wrong_at_once(string database)
    {
        var world = (await Chancery.On(database)).World;

        await (await world.Specialist.Posts("/api/v1/drafts", new { Kind = 77, Signer = world.Head.Id, Urgency = 9, Deadline = "mai" })).Has(
            "Chọn một loại văn bản.", "Ghi trích yếu của văn bản.", "Viết nội dung văn bản.", "Người này không có quyền ký.", "Chọn một mức khẩn.", "Ghi hạn xử lý bằng một ngày có thật.");
    }

    [Theory, OnEachDatabase]
    public async Task Only_a_registered_incoming_document_is_answered(string database)
    {
        var chancery = await Chancery.On(database);
        var draft = await chancery.DraftsQuickly();

        await (await chancery.World.Specialist.Posts("/api/v1/drafts", chancery.Form(answers: draft.Id))).IsRefused("not-answerable");
        await (await chancery.World.Specialist.Posts("/api/v1/drafts", chancery.Form(answers: Guid.Empty))).IsRefused("not-found", 404);
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_is_no_document_and_a_page_without_places_do_not_go_on(string database)
    {
        var chancery = await Chancery.On(database);
        var author = chancery.World.Specialist;
        var draft = await Chancery.Done<ReadDraft.View>(author.Posts("/api/v1/drafts", chancery.Form(ownFile: true)));

        await (await author.Asks($"/api/v1/drafts/{draft.Id}/pdf")).IsRefused("no-file-yet", 404);
        await (await author.Uploads($"/api/v1/drafts/{draft.Id}/file", "MZ lạ"u8.ToArray())).IsRefused("file-unusable", 422);
        await (await chancery.Does(author, draft.Id, "submission")).IsRefused("places-missing");
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_signs_without_a_certificate_and_no_number_is_drawn_without_the_organs(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var draft = await chancery.SignedQuickly();
        var signers = await world.Administrator.Sees<List<App.Signing.Keys.AddSigner.View>>("/api/v1/signers");
        foreach (var signer in signers) (await world.Administrator.Posts($"/api/v1/signers/{signer.Id}/retirement", new { })).EnsureSuccessStatusCode();

        await (await chancery.Does(world.Clerk, draft.Id, "issue")).IsRefused("no-certificate");
        var other = await chancery.Approves(await chancery.Submits(await chancery.DraftsQuickly()));
        await (await chancery.Does(world.Deputy, other.Id, "signature", new { other.Version })).IsRefused("no-certificate");

        await chancery.MaySign(world.Institution.Id, Signatures.Certificates.CertificateSubject.Organ("Bộ", "T1"), App.Demo.DemoImages.Seal("Bộ"));
        Assert.Equal("01/BTN-VMT", (await chancery.Issues(draft)).Code);
    }
}
