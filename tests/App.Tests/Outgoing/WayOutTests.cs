using System.Text.RegularExpressions;
using App.Documents;
using App.Documents.Outgoing;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Outgoing;

public class WayOutTests
{
    [Theory, OnEachDatabase]
    public async Task A_reply_is_drafted_reviewed_signed_numbered_and_sealed_and_two_judges_accept_it(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;
        var incoming = (await world.Clerk.Registers()).Id;

        var draft = await chancery.Drafts(author: world.Clerk, answers: incoming);
        Assert.Equal((DocumentState.Draft, "BTN-VT", 1, "KT. Bộ trưởng\nThứ trưởng"), (draft.State, draft.Notation, draft.Version, draft.Signer.Capacity));
        Assert.Equal(["so", "ngay", "thang", "nam"], draft.Places.Blanks.Select(b => b.Name));
        Assert.Equal([AttachmentRole.Main, AttachmentRole.Source], draft.Files.Select(f => f.Role));

        var submitted = await Chancery.Done<ReadDraft.View>(chancery.Does(world.Clerk, draft.Id, "submission")); // Nobody heads the records office.
        Assert.Equal((DocumentState.ForSignature, world.Deputy.Id), (submitted.State, submitted.HolderId));
        var signed = await chancery.Signs(submitted);
        Assert.Equal((DocumentState.Signed, world.Records.Id, 2, 2), (signed.State, signed.HolderId, signed.Version, signed.SignedVersion));
        var issued = await chancery.Issues(signed);

        Assert.Equal((DocumentState.Issued, "01/BTN-VT", null, 3, incoming), (issued.State, issued.Code, issued.HolderId, issued.Version, issued.Answers));
        var file = await chancery.Pdf(issued.Id);
        var said = await Judges.Pdfsig(file);
        Assert.Equal(2, Regex.Count(said, "Signature Validation: Signature is Valid."));
        Assert.Equal(2, Regex.Count(said, "Certificate Validation: Certificate is Trusted."));
        await Judges.IsSound(file);
        var text = await Judges.Text(file);
        Assert.Matches(@"Số:\s+01\s*/BTN-VT", text);
        Assert.Matches(@"ngày\s+24\s+tháng\s+11\s+năm\s+2026", text);
        Assert.Empty(await chancery.Open(issued.Id));
    }

    [Theory, OnEachDatabase]
    public async Task Every_step_leaves_an_entry_with_the_holders_and_lies_on_one_desk(string database)
    {
        var chancery = await Chancery.On(database);
        var world = chancery.World;

        var draft = await chancery.DraftsQuickly();
        Assert.Equal([(world.Specialist.Id, DeskTask.Revise)], await chancery.Open(draft.Id));
        await chancery.Submits(draft);
        Assert.Equal([(world.Head.Id, DeskTask.Review)], await chancery.Open(draft.Id));
        draft = await chancery.Approves(draft);
        Assert.Equal([(world.Deputy.Id, DeskTask.Sign)], await chancery.Open(draft.Id));
        draft = await chancery.Signs(draft);
        Assert.Equal([(world.Records.Id, DeskTask.Issue)], await chancery.Open(draft.Id));
        await chancery.Issues(draft);

        (Guid?, Guid?)[] hands = [(null, world.Specialist.Id), (world.Specialist.Id, world.Specialist.Id), (world.Specialist.Id, world.Head.Id),
            (world.Head.Id, world.Deputy.Id), (world.Deputy.Id, world.Records.Id), (world.Records.Id, world.Records.Id), (world.Records.Id, null)];
        var steps = await chancery.Journal(draft.Id);
        Assert.Equal(["draft-started", "draft-saved", "draft-submitted", "draft-approved", "draft-signed", "number-drawn", "document-issued"], steps.Select(s => s.Deed));
        Assert.Equal(hands, steps.Select(s => (s.HolderBefore, s.HolderAfter)));
        Assert.Equal(["Draft", "Draft", "InReview", "ForSignature", "Signed", "Numbered", "Issued"], steps.Select(s => s.StateAfter));
        Assert.Equal(steps.Skip(1).Select(s => s.StateBefore), steps.SkipLast(1).Select(s => s.StateAfter));
    }

    [Theory, OnEachDatabase]
    public async Task A_decision_is_printed_by_its_template(string database)
    {
        var chancery = await Chancery.On(database);
        var form = new
        {
            Kind = 2, Subject = "Về việc ban hành Danh mục hồ sơ", Grounds = "Căn cứ Nghị định số 30/2020/NĐ-CP;\nTheo đề nghị của Chánh Văn phòng", Signer = chancery.World.Leader.Id,
            Body = "Điều 1. Ban hành kèm theo Quyết định này Danh mục hồ sơ.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.",
            Copies = new[] { new { Name = "Như Điều 2" } },
        };
        var draft = await Chancery.Done<ReadDraft.View>(chancery.World.Specialist.Posts("/api/v1/drafts", form));

        Assert.Equal(("QĐ-BTN", "Bộ trưởng"), (draft.Notation, draft.Signer.Capacity));
        var text = await Judges.Text(await chancery.Pdf(draft.Id, chancery.World.Specialist));
        foreach (var line in new[]
        {
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BỘ THỬ NGHIỆM", "/QĐ-BTN", "QUYẾT ĐỊNH", "Về việc ban hành Danh mục hồ sơ",
            "BỘ TRƯỞNG BỘ THỬ NGHIỆM", "Căn cứ Nghị định số 30/2020/NĐ-CP;", "Theo đề nghị của Chánh Văn phòng.", "QUYẾT ĐỊNH:", "có hiệu lực từ ngày ký./.",
            "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT, VMT.", "BỘ TRƯỞNG", "Phạm Lãnh Đạo",
        })
            Assert.Contains(line, text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_the_journal_tells_is_where_each_document_stands(string database)
    {
        var chancery = await Chancery.On(database);
        await chancery.Issues(await chancery.SignedQuickly());
        await chancery.Submits(await chancery.DraftsQuickly());
        await chancery.Does(chancery.World.Specialist, (await chancery.DraftsQuickly()).Id, "withdrawal", new { Reason = "Trùng." });

        var (told, rows) = await chancery.World.Host.InWork(chancery.World.System, async work =>
        {
            var entries = await work.Db.Set<JournalEntry>().Where(e => e.InstitutionId == work.Actor.InstitutionId && e.SubjectKind == "document").OrderBy(e => e.Sequence).ToListAsync();
            return (entries.GroupBy(e => e.SubjectId).Select(g => (g.Key, g.Last().StateAfter, g.Last().HolderAfter)).Order(),
                (await work.Documents(d => d.Direction == Direction.Outgoing).ToListAsync()).Select(d => (d.Id, $"{d.State}", d.HolderId)).Order());
        });
        Assert.Equal(told, rows);
        Assert.Equal(["InReview", "Issued", "Withdrawn"], rows.Select(r => r.Item2).Where(s => s != "Draft").Order());
    }

    [Theory, OnEachDatabase]
    public async Task The_outgoing_register_lists_what_has_a_number_and_finds_it_by_words(string database)
    {
        var chancery = await Chancery.On(database);
        await chancery.Issues(await chancery.SignedQuickly("trả lời về đê điều"));
        await chancery.Issues(await chancery.SignedQuickly("trả lời về rừng"));
        await chancery.SignedQuickly("chưa cấp số");

        var all = await chancery.World.Clerk.Sees<ListOutgoing.Rows>("/api/v1/documents/outgoing");
        Assert.Equal([(2, "02/BTN-VMT"), (1, "01/BTN-VMT")], all.Items.Select(r => (r.Number, r.Code)));
        Assert.Equal(["Văn phòng Chính phủ", "Bộ trưởng (để b/c)"], all.Items[0].Receivers);
        Assert.Equal([1], (await chancery.World.Clerk.Sees<ListOutgoing.Rows>("/api/v1/documents/outgoing?words=de dieu")).Items.Select(r => r.Number));
        await (await chancery.World.Clerk.Opens("/documents/outgoing")).Has("02/BTN-VMT", "trả lời về rừng");
        Assert.Empty((await (await Chancery.On(database)).World.Clerk.Sees<ListOutgoing.Rows>("/api/v1/documents/outgoing")).Items);
    }
}
