using System.Text.RegularExpressions;
using App.Documents;
using App.Documents.Outgoing;
using App.Tests.Cast;

namespace App.Tests.Outgoing;

public class VersionTests
{
    [Theory, OnEachDatabase]
    public async Task Each_saving_is_a_version_and_an_overtaken_one_is_not_written_over(string database)
    {
        var chancery = await Chancery.On(database);
        var author = chancery.World.Specialist;
        var first = await chancery.Drafts();

        var second = await Chancery.Done<ReadDraft.View>(author.Posts($"/api/v1/drafts/{first.Id}", new
        {
            Subject = "trả lời lần hai", Body = "Nội dung mới.", Signer = chancery.World.Leader.Id, first.Version, Capacity = "TUQ. Bộ trưởng\nBộ trưởng khác",
            Receivers = new[] { new { Code = "", Name = "Bà Nguyễn Thị Mẫu" } },
        }));

        Assert.Equal((2, "trả lời lần hai", "Nội dung mới.", "TUQ. Bộ trưởng\nBộ trưởng khác"), (second.Version, second.Subject, second.Text.Body, second.Signer.Capacity));
        Assert.Equal([("Bà Nguyễn Thị Mẫu", false)], second.Receivers.Select(r => (r.Name, r.IsElectronic)));
        Assert.DoesNotContain(first.Files.Select(f => f.Sha256), sha => second.Files.Any(f => f.Sha256 == sha));
        await (await author.Posts($"/api/v1/drafts/{first.Id}", new { Subject = "x", Body = "x", Signer = chancery.World.Leader.Id, first.Version })).IsRefused("changed-meanwhile");
    }

    [Theory, OnEachDatabase]
    public async Task A_draft_comes_back_with_the_reason_and_the_leader_sees_what_changed_since(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var draft = await chancery.Approves(await chancery.Submits(await chancery.Drafts()));
        Assert.Null(await Changes());
        await world.Deputy.Opens($"/drafts/{draft.Id}/sign");
        Assert.Empty((await Changes())!);

        var back = await Chancery.Done<ReadDraft.View>(chancery.Does(world.Deputy, draft.Id, "return", new { Reason = "Thiếu căn cứ." }));
        Assert.Equal((DocumentState.Draft, world.Specialist.Id), (back.State, back.HolderId));
        Assert.Equal([("draft-sent-back", "Thiếu căn cứ.", "Lê Phó Lãnh")], back.Remarks.Select(r => (r.Deed, r.Text, r.Person)));
        Assert.Equal([(world.Specialist.Id, DeskTask.Revise)], await chancery.Open(draft.Id));
        await Chancery.Done<ReadDraft.View>(world.Specialist.Posts($"/api/v1/drafts/{draft.Id}", chancery.Form(body: "Bộ có ý kiến như sau.\nViệc đã xong từ tháng 10.")));
        await chancery.Approves(await chancery.Submits(back));

        Assert.Equal([new("Nội dung", "Việc đã xong.", "Việc đã xong từ tháng 10.")], (await Changes())!);

        async Task<List<SignPages.Changed>?> Changes() =>
            (await world.Deputy.Asks($"/api/v1/drafts/{draft.Id}/changes")) is { StatusCode: System.Net.HttpStatusCode.OK } answer && await answer.Content.ReadAsStringAsync() is { Length: > 0 } json
                ? System.Text.Json.JsonSerializer.Deserialize<List<SignPages.Changed>?>(json, System.Text.Json.JsonSerializerOptions.Web)
                : null;
    }

    [Theory, OnEachDatabase]
    public async Task The_clerk_gives_a_signed_document_back_for_its_form_and_the_signature_does_not_go_on(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var signed = await chancery.SignedQuickly();
        Assert.Contains("Signature is Valid", await Judges.Pdfsig(await chancery.Pdf(signed.Id)), StringComparison.Ordinal);

        var back = await Chancery.Done<ReadDraft.View>(chancery.Does(world.Clerk, signed.Id, "format-return", new { Reason = "Sai cỡ chữ trích yếu." }));

        Assert.Equal((DocumentState.Draft, world.Specialist.Id, 4, null), (back.State, back.HolderId, back.Version, back.SignedVersion));
        Assert.DoesNotContain("Signature is Valid", await Judges.Pdfsig(await chancery.Pdf(signed.Id)), StringComparison.Ordinal);
        var issued = await chancery.Issues(await chancery.Signs(await chancery.Approves(await chancery.Submits(back))));
        Assert.Equal(2, Regex.Count(await Judges.Pdfsig(await chancery.Pdf(issued.Id)), "Signature is Valid"));
    }

    [Theory, OnEachDatabase]
    public async Task A_withdrawn_draft_stays_to_be_read(string database)
    {
        var chancery = await Chancery.On(database);
        var draft = await chancery.DraftsQuickly();

        await Chancery.Done<ReadDraft.View>(chancery.Does(chancery.World.Specialist, draft.Id, "withdrawal", new { Reason = "Đã trả lời bằng văn bản khác." }));

        Assert.Equal(DocumentState.Withdrawn, (await chancery.World.Specialist.Sees<ReadDraft.View>($"/api/v1/drafts/{draft.Id}")).State);
        Assert.NotEmpty(await chancery.Pdf(draft.Id, chancery.World.Specialist));
        await (await chancery.Does(chancery.World.Specialist, draft.Id, "submission")).IsRefused("not-in-draft");
    }

    [Theory, OnEachDatabase]
    public async Task An_uploaded_Word_file_is_printed_and_places_moved_by_hand_are_kept(string database)
    {
        var chancery = await Chancery.On(database);
        var author = chancery.World.Specialist;
        var draft = await chancery.DraftsQuickly();
        var word = App.Documents.Outgoing.Sheets.SheetFile.Write(new()
        {
            IssuerName = "Bộ Thử nghiệm", Notation = "BTN-VMT", Place = "Hà Nội", Subject = "tệp tự soạn", Body = ["Nội dung tự soạn."], Kept = "VT", Capacity = ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"],
            SignerName = chancery.World.Deputy.Name,
        });

        var uploaded = await chancery.Uploads(draft.Id, word);
        Assert.True(uploaded.Text.IsUploaded);
        Assert.Contains("Nội dung tự soạn.", uploaded.Text.Body, StringComparison.Ordinal);
        Assert.Equal([AttachmentRole.Main, AttachmentRole.Source], uploaded.Files.Select(f => f.Role));

        var place = new { Name = "signature", Page = 1, Left = 300, Bottom = 200, Right = 420, Top = 250 };
        var moved = await Chancery.Done<ReadDraft.View>(chancery.Does(author, draft.Id, "places", new { Places = new[] { place } }));
        Assert.Equal(new SheetPlace(1, 300, 200, 420, 250), moved.Places.Signature);
        Assert.True(moved.Places.Seal!.Left < 300 && moved.Places.Seal.Right > 300);
        await (await chancery.Does(author, draft.Id, "places", new { Places = new[] { new { place.Name, Page = 9, place.Left, place.Bottom, place.Right, place.Top } } })).IsRefused("invalid", 422);
    }
}
