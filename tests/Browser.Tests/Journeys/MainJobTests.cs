using System.Text.RegularExpressions;
using Browser.Tests.Cast;

namespace Browser.Tests.Journeys;

/// <summary>The main job by hand: what comes from outside goes over seven desks and back, signed and sealed.</summary>
public class MainJobTests(Demo demo)
{
    const string Subject = "đề nghị hướng dẫn xử lý bãi chôn lấp của tỉnh Thí Dụ", Mislabelled = Packets.Published;

    bool isSeen;

    [Fact]
    public async Task Two_packets_from_outside_are_clicked_through_to_sealed_replies_and_their_sender_hears_every_status()
    {
        using var outside = new Outside(demo.Address);
        await outside.Sends(await Packets.Mislabelled("ui-1"), Packets.Ministry);
        await outside.Sends(await Packets.Signed("ui-2", Subject, "731"), Packets.Ministry);

        await Registers(Mislabelled, "74fass22/VPCP-TTĐT", "thật ra là tệp nén (zip)");
        await Registers(Subject, "731/UBND-TNMT", "Chữ ký của người chưa được tin cậy");
        foreach (var (subject, id) in new[] { (Mislabelled, "ui-1"), (Subject, "ui-2") })
        {
            await Directs(subject);
            await Assigns(subject);
            var reply = $"trả lời {id}";
            await Drafts(subject, reply);
            await Approves(reply);
            await Signs(reply);
            await Issues(reply);
            await Hears(outside, id);
            isSeen = true;
        }
    }

    /// <summary>The clerk, at a desktop: sees what the attachment really is, and lets the packet fill in the form.</summary>
    async Task Registers(string subject, string code, string odd)
    {
        await using var clerk = await demo.Visit(Size.Desktop, "van-thu-g13");
        await demo.Until(async () =>
        {
            await clerk.Opens("/documents/arrived");
            return await clerk.Page.GetByText(subject).CountAsync() > 0 ? "" : null;
        }, $"{subject} in the list of what arrived");
        await Look(clerk);
        await clerk.Page.Locator("tr", new() { HasText = subject }).GetByRole(AriaRole.Link).First.ClickAsync();
        await clerk.Sees(odd);
        Assert.Equal(code, await clerk.Reads("Số, ký hiệu"));
        await Look(clerk);
        await clerk.Presses("Vào sổ, mở văn bản tiếp");
        await clerk.Sees("Đã vào sổ số đến");
    }

    /// <summary>The minister, with a tablet.</summary>
    async Task Directs(string subject)
    {
        await using var minister = await demo.Visit(Size.Tablet, "bo-truong-g13");
        await Look(minister);
        await minister.Presses($"Bút phê: {subject}");
        await minister.Writes("Ý kiến chỉ đạo", "Giao Vụ Môi trường chủ trì, trả lời tỉnh trong tuần.");
        await minister.Writes("Đơn vị hoặc người", "Vụ Môi trường");
        await minister.Writes("hoặc sau", "5");
        await Look(minister);
        await minister.PressesOn("Gửi");
        await Look(minister);
    }

    /// <summary>The head of the department, at a desktop.</summary>
    async Task Assigns(string subject)
    {
        await using var head = await demo.Visit(Size.Desktop, "vu-truong-vmt-g13");
        await head.Presses($"Mở việc: {subject}");
        await Look(head);
        await head.Presses("Giao việc");
        await head.Writes("Đơn vị hoặc người", "Vũ Thị Ví Dụ");
        await head.Writes("Việc cần làm", "Dự thảo văn bản trả lời");
        await Look(head);
        await head.Presses("Phân công", exact: true);
        await head.Sees("Vũ Thị Ví Dụ");
    }

    /// <summary>The specialist, with a phone.</summary>
    async Task Drafts(string subject, string reply)
    {
        await using var specialist = await demo.Visit(Size.Phone, "chuyen-vien-vmt-g13");
        await Look(specialist);
        await specialist.Presses($"Mở việc: {subject}");
        await specialist.Presses("Bắt đầu làm");
        await Look(specialist);
        await specialist.Presses("Soạn trả lời");
        await specialist.Writes("Trích yếu", reply);
        await specialist.Writes("Nội dung", "Bộ Tài nguyên và Môi trường có ý kiến như sau.\nTỉnh thực hiện theo quy định hiện hành.");
        await specialist.Chooses("Người ký", "Trần Thị Thí Dụ · Thứ trưởng");
        await Look(specialist);
        await specialist.Presses("Tạo dự thảo theo mẫu");
        await specialist.Presses("Trình", exact: false);
        await specialist.Sees("Chờ duyệt nội dung");
        await Look(specialist);
    }

    async Task Approves(string reply)
    {
        await using var head = await demo.Visit(Size.Desktop, "vu-truong-vmt-g13");
        await head.Presses($"Xem và duyệt: {reply}");
        await Look(head);
        await head.PressesOn("Duyệt nội dung, trình ký");
    }

    async Task Signs(string reply)
    {
        await using var deputy = await demo.Visit(Size.Tablet, "thu-truong-g13");
        await deputy.Presses($"Xem và ký: {reply}");
        await Look(deputy);
        await deputy.Presses("Ký văn bản này");
        await Look(deputy);
    }

    async Task Issues(string reply)
    {
        await using var clerk = await demo.Visit(Size.Desktop, "van-thu-g13");
        await clerk.Presses("Tất cả");
        await clerk.Presses($"Phát hành: {reply}");
        await Look(clerk);
        await clerk.Presses("Cấp số, đóng dấu, phát hành");
        await clerk.Sees("Đã phát hành với số");
        await Look(clerk);
    }

    /// <summary>By the rules the first time; the second packet passes the same screens.</summary>
    Task Look(Visitor visitor) => visitor.Looks(withRules: !isSeen);

    async Task Hears(Outside outside, string id)
    {
        var (packet, file) = await demo.Until(async () => await outside.Reply(id) is { } come ? new Tuple<EdXml.Packet, byte[]>(come.Packet, come.File) : null, $"the reply to {id} in the mailbox");
        Assert.Equal(Outside.Agency, packet.Header.To[0].OrganId);
        var said = await Judges.Pdfsig(file, demo.TrustFile);
        Assert.Equal(2, Regex.Count(said, "Signature Validation: Signature is Valid."));
        Assert.Equal(2, Regex.Count(said, "Certificate Validation: Certificate is Trusted."));
        var statuses = await demo.Until(async () => await outside.Statuses(id) is { Count: >= 5 } all ? all : null, $"five statuses of {id}");
        Assert.Equal(["01", "03", "04", "05", "06"], statuses);
    }
}
