using System.Text.Json;
using System.Text.RegularExpressions;
using Browser.Tests.Cast;

namespace Browser.Tests.Screens;

/// <summary>What the pictures need and the past of the demonstration may not hold at the moment: documents at each step of the main job, under known names.</summary>
sealed partial class Stage(Demo demo) : IAsyncDisposable
{
    public const string Clerk = "van-thu-g13", Minister = "bo-truong-g13", Deputy = "thu-truong-g13", Assistant = "thu-ky-g13", Head = "vu-truong-vmt-g13", Specialist = "chuyen-vien-vmt-g13",
        OtherHead = "vu-truong-vpc-g13", Substitute = "chanh-van-phong-vp-g13", Administrator = "quan-tri-g13", Idle = "chuyen-vien-vhxh-xa-h26", Commune = "chu-tich-xa-h26", CommuneClerk = "van-thu-xa-h26";

    const string Mislabelled = "V/v kiểm tra việc kết nối phần mềm quản lý văn bản"; // Its own: a journey looks for the published one by its subject.

    readonly Dictionary<string, string> ids = [];
    readonly RunningProgram empty = new("--no-demo");

    /// <summary>The id of a document, a draft or an assignment of the stage, or an address.</summary>
    public string this[string name] => ids[name];

    public async Task Set()
    {
        using var outside = new Outside(demo.Address);
        await outside.Sends(await Packets.Mislabelled("anh-man-hinh-1", Mislabelled, "75"), Packets.Ministry);
        string[] subjects = ["về việc xử lý ô nhiễm tại bãi chôn lấp chất thải rắn Thí Dụ", "đề nghị cấp phép khai thác nước dưới đất", "báo cáo kết quả quan trắc môi trường quý III", "xin ý kiến về quy hoạch sử dụng đất", "đề nghị thẩm định báo cáo tác động môi trường"];
        for (var i = 0; i < subjects.Length; i++) await outside.Sends(await Packets.Signed($"anh-man-hinh-{i + 2}", subjects[i], i == 2 ? "413" : $"{412 + i}"), Packets.Ministry);
        foreach (var (subject, name) in subjects.Zip(new[] { "working", "registered", "arrived", "answered", "prepared" })) ids[name] = await Arrived(subject);
        ids["mislabelled"] = await Arrived(Mislabelled);

        foreach (var name in new[] { "working", "registered", "answered", "prepared" }) await Register(name);
        var given = await demo.Does(Minister, $"/api/v1/documents/{this["working"]}/directives", new
        {
            Words = "Giao Vụ Môi trường chủ trì, phối hợp Vụ Pháp chế kiểm tra thực địa, báo cáo Bộ trưởng.",
            Rows = new object[]
            {
                new { To = await Unit("Vụ Môi trường"), Role = "Lead", Task = "Kiểm tra thực địa, dự thảo văn bản trả lời", Count = 5, Unit = "workingDays" },
                new { To = await Unit("Vụ Pháp chế"), Role = "Cooperate", Task = "Góp ý về thẩm quyền xử phạt", Count = 3, Unit = "workingDays" },
                new { To = await Unit("Thanh tra Bộ"), Role = "Inform" },
            },
        });
        ids["assignment"] = given.GetProperty("assignments")[0].GetProperty("id").GetString()!;
        await demo.Does(Head, $"/api/v1/assignments/{this["assignment"]}/parts", new { Rows = new object[] { new { To = await Person("Vũ Thị Ví Dụ"), Role = "Lead", Task = "Lập đoàn kiểm tra", Count = 3, Unit = "workingDays" } } });
        await demo.Does(Assistant, $"/api/v1/documents/{this["prepared"]}/prepared-directive", new
        {
            Words = "Giao Vụ Môi trường chủ trì thẩm định, báo cáo trong 5 ngày làm việc.", Rows = new object[] { new { To = await Unit("Vụ Môi trường"), Role = "Lead", Count = 5, Unit = "workingDays" } },
        });
        await Drafts();
        await Recall(outside);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).DateTime);
        await demo.Does(Minister, "/api/v1/delegations", new { To = await Person("Đoàn Văn Giả Sử"), FromOn = $"{today:yyyy-MM-dd}", UntilOn = $"{today.AddDays(5):yyyy-MM-dd}", UntilTime = "17:30", Reason = "Đi công tác" });
        ids["password"] = Text(await demo.Does(Administrator, "/api/v1/organisation/people", new
        {
            PersonName = "Âu Thị Thử Việc", Title = "Chuyên viên", UnitId = await Unit("Vụ Môi trường"), Role = "specialist", UserName = "thu-viec-g13",
        }), "passwordLink");
        await empty.Ready();
        ids["first"] = await demo.Until(() => Task.FromResult(FirstLink().Match(empty.Said) is { Success: true } match ? match.Value : null), "the link of the first start");
    }

    public ValueTask DisposeAsync() => empty.DisposeAsync();

    /// <summary>The sender asks for a registered document back.</summary>
    async Task Recall(Outside outside)
    {
        const string subject = "thông báo lịch họp giao ban về môi trường";
        await outside.Sends(await Packets.Signed("anh-man-hinh-thu-hoi", subject, "420"), Packets.Ministry);
        ids["recalled"] = await Arrived(subject);
        await Register("recalled");
        await outside.Sends(await Packets.Signed("anh-man-hinh-thu-hoi", subject, "420", EdXml.BusinessKind.Revoke), Packets.Ministry);
        ids["recall"] = await demo.Until(async () => (await demo.Asks(Clerk, "/api/v1/documents/arrived")).GetProperty("items").EnumerateArray()
            .Where(r => Text(r, "code") == "420/UBND-TNMT" && Text(r, "id") != this["recalled"]).Select(r => Text(r, "id")).FirstOrDefault(), "the request to give a document back");
    }

    async Task Drafts()
    {
        ids["draft"] = await Draft("trả lời về phân loại rác tại nguồn");
        ids["review"] = await Step(await Draft("góp ý dự thảo quy chế phối hợp"), (Specialist, "submission"));
        ids["sign"] = await Step(await Draft("trả lời về việc đóng cửa bãi chôn lấp Thí Dụ"), (Specialist, "submission"), (Head, "approval"));
        ids["sign-2"] = await Step(await Draft("hướng dẫn kê khai khai thác nước"), (Specialist, "submission"), (Head, "approval"));
        ids["signed"] = await Step(await Draft("trả lời kiến nghị của cử tri"), (Specialist, "submission"), (Head, "approval"), (Deputy, "signature"));
        ids["issued"] = await Step(await Draft("trả lời về quy hoạch sử dụng đất", this["answered"]), (Clerk, "submission"), (Deputy, "signature"), (Clerk, "issue"));
    }

    async Task<string> Draft(string subject, string? answers = null) => (await demo.Does(answers is null ? Specialist : Clerk, "/api/v1/drafts", new
    {
        Kind = 18, Subject = subject, Body = "Bộ Tài nguyên và Môi trường nhận được văn bản của Quý cơ quan và có ý kiến như sau.\nViệc phân loại chất thải rắn sinh hoạt tại nguồn thực hiện theo quy định của pháp luật về bảo vệ môi trường.\nTrân trọng.",
        Signer = await Person("Trần Thị Thí Dụ"), Answers = answers,
        Receivers = new[] { new { Code = Outside.Agency, Name = "Ủy ban nhân dân tỉnh Thí Dụ" } }, Copies = new[] { new { Code = "", Name = "Bộ trưởng (để b/c)" } },
    })).GetProperty("id").GetString()!;

    async Task<string> Step(string id, params (string Who, string Deed)[] deeds)
    {
        foreach (var (who, deed) in deeds)
        {
            var version = (await demo.Asks(who, $"/api/v1/drafts/{id}")).GetProperty("version").GetInt32();
            await demo.Does(who, $"/api/v1/drafts/{id}/{deed}", new { Version = version });
        }
        return id;
    }

    async Task Register(string name)
    {
        var row = (await demo.Asks(Clerk, "/api/v1/documents/arrived")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("id").GetString() == this[name]);
        await demo.Does(Clerk, $"/api/v1/documents/{this[name]}/register", new
        {
            Code = Text(row, "code"), PromulgatedOn = "2026-11-20", KindName = "Công văn", IssuerName = Text(row, "issuerName"), IssuerCode = Outside.Agency, Subject = Text(row, "subject"),
            SubmittedTo = await Person("Nguyễn Văn Mẫu"),
        });
    }

    Task<string> Arrived(string subject) => demo.Until(async () =>
        (await demo.Asks(Clerk, "/api/v1/documents/arrived")).GetProperty("items").EnumerateArray().Where(r => Text(r, "subject") == subject).Select(r => Text(r, "id")).FirstOrDefault(),
        $"the packet about {subject} in the list of what arrived");

    Task<string> Person(string name) => Of("people", name);

    Task<string> Unit(string name) => Of("units", name);

    async Task<string> Of(string what, string name) =>
        Text((await demo.Asks(Administrator, "/api/v1/organisation")).GetProperty(what).EnumerateArray().First(p => Text(p, "name") == name), "id");

    [GeneratedRegex(@"http://\S+/first/\w+")]
    private static partial Regex FirstLink();

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
