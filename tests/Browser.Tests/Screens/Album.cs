using static Browser.Tests.Screens.Stage;

namespace Browser.Tests.Screens;

/// <summary>Every screen of the system, in the order in which one meets them.</summary>
static class Album
{
    public static IReadOnlyList<Screen> All => [.. Doors, .. Desk, .. Incoming, .. Document, .. Directing, .. Outgoing, .. Around, .. Looks];

    static IReadOnlyList<Screen> Doors =>
    [
        new("doors", "Đăng nhập", "/sign-in", null, _ => "/sign-in"),
        new("doors", "Đăng nhập: sai mật khẩu", "/sign-in", null, _ => "/sign-in")
        {
            Expected = [403],
            Then = async v => { await v.Writes("Tên đăng nhập", "van-thu-g13"); await v.Writes("Mật khẩu", "nhầm"); await v.Presses("Đăng nhập", exact: true); },
        },
        new("doors", "Đặt mật khẩu", "/password/{link}", null, s => s["password"]),
        new("doors", "Đặt mật khẩu: đường dẫn không còn dùng được", "/password/{link}", null, _ => "/password/khong-con") { Expected = [403, 404, 422] },
        new("doors", "Lần đầu: lập cơ quan và người quản trị", "/first/{secret}", null, s => s["first"]),
        new("doors", "Lần đầu: đường dẫn không còn dùng được", "/first/{secret}", null, _ => "/first/khong-con") { Expected = [403, 404, 422] },
        new("doors", "Tình trạng hệ thống", "/health", null, _ => "/health"),
        new("doors", "Các bộ phận giao diện", "/parts", null, _ => "/parts"),
    ];

    static IReadOnlyList<Screen> Desk =>
    [
        new("desk", "Bàn của Bộ trưởng", "/desk", Minister, _ => "/desk") { Alone = ("desk-leader-d", Cast.Size.Desktop) },
        new("desk", "Bàn của thư ký", "/desk", Assistant, _ => "/desk"),
        new("desk", "Đánh dấu nhiều văn bản trên bàn", "/desk", Minister, _ => "/desk?only=Direct") { Then = v => v.Page.Locator(".tick").First.CheckAsync() },
        new("desk", "Bàn của văn thư", "/desk", Clerk, _ => "/desk") { Alone = ("desk-clerk-d", Cast.Size.Desktop) },
        new("desk", "Bàn của văn thư: chờ vào sổ", "/desk", Clerk, _ => "/desk?only=Register"),
        new("desk", "Bàn của trưởng đơn vị", "/desk", Head, _ => "/desk"),
        new("desk", "Bàn của chuyên viên", "/desk", Specialist, _ => "/desk"),
        new("desk", "Bàn đã sạch", "/desk", Idle, _ => "/desk"),
        new("desk", "Không có việc ở mục này", "/desk", Minister, _ => "/desk?only=Issue"),
        new("desk", "Phím tắt", "/desk", Minister, _ => "/desk#keys"),
        new("desk", "Thông báo mới nhất dưới chuông", "/desk", Head, _ => "/desk") { Then = async v => { await v.Page.Locator(".bell > summary").ClickAsync(); await v.Page.Locator(".bell .heard").WaitForAsync(); } },
        new("desk", "Thông báo", "/notices", Head, _ => "/notices"),
        new("desk", "Cách nhận thông báo", "/notices/settings", Head, _ => "/notices/settings"),
        new("desk", "Thông báo: chưa có gì", "/notices", Idle, _ => "/notices"),
        new("desk", "Dùng khi mất mạng", "/devices", Minister, _ => "/devices"),
        new("desk", "Dùng khi mất mạng: mã PIN chưa đúng", "/devices", Minister, _ => "/devices") { Then = async v => { await v.Writes("Chọn mã PIN", "1234"); await v.Presses("Bật trên máy này"); } },
        new("desk", "Không có mạng, chưa cất gì", "/offline", Minister, _ => "/offline"),
        new("desk", "Ủy quyền khi vắng mặt", "/delegations", Minister, _ => "/delegations"),
        new("desk", "Ủy quyền khi vắng mặt: còn thiếu", "/delegations", Minister, _ => "/delegations") { Expected = [422], Then = v => v.Presses("Ủy quyền", exact: true) },
        new("desk", "Bàn của người được ủy quyền", "/desk", Substitute, _ => "/desk"),
        new("desk", "Tôi làm thay ai", "/delegations", Substitute, _ => "/delegations"),
        new("desk", "Đang làm thay người vắng mặt", "/desk", Substitute, _ => "/desk") { Then = v => v.Presses("Làm thay") },
        new("desk", "Trình đơn của người đăng nhập", "/desk", Minister, _ => "/desk") { Then = v => v.Page.Locator(".menu > summary.acting").ClickAsync() },
    ];

    static IReadOnlyList<Screen> Incoming =>
    [
        new("incoming", "Văn bản chờ vào sổ", "/documents/arrived", Clerk, _ => "/documents/arrived"),
        new("incoming", "Văn bản chờ vào sổ ở một xã", "/documents/arrived", CommuneClerk, _ => "/documents/arrived"),
        new("incoming", "Vào sổ", "/documents/{id:guid}/register", Clerk, s => $"/documents/{s["arrived"]}/register") { Alone = ("register-d", Cast.Size.Desktop) },
        new("incoming", "Vào sổ: tệp zip mang tên .doc", "/documents/{id:guid}/register", Clerk, s => $"/documents/{s["mislabelled"]}/register"),
        new("incoming", "Vào sổ: nhập sai", "/documents/{id:guid}/register", Clerk, s => $"/documents/{s["arrived"]}/register")
        {
            Expected = [422],
            Then = async v => { await v.Writes("Trích yếu", ""); await v.Writes("Ngày văn bản", "31/2/2026"); await v.Presses("Vào sổ, mở văn bản tiếp"); },
        },
        new("incoming", "Vào sổ: hỏi trước khi xóa văn bản mật", "/documents/{id:guid}/register", Clerk, s => $"/documents/{s["arrived"]}/register") { Then = v => v.Presses("Có dấu mật: xóa và từ chối") },
        new("incoming", "Trả lại nơi gửi", "/documents/{id:guid}/return", Clerk, s => $"/documents/{s["arrived"]}/return"),
        new("incoming", "Nơi gửi xin thu hồi", "/documents/{id:guid}/recall", Clerk, s => $"/documents/{s["recall"]}/recall"),
        new("incoming", "Vào sổ văn bản giấy", "/documents/incoming/new", Clerk, _ => "/documents/incoming/new"),
        new("incoming", "Sổ văn bản đến", "/documents/incoming", Clerk, _ => "/documents/incoming"),
        new("incoming", "Sổ văn bản đến: không thấy", "/documents/incoming", Clerk, _ => "/documents/incoming?words=khongcogi"),
        new("incoming", "Sổ văn bản đến để in", "/documents/incoming/book", Clerk, _ => "/documents/incoming/book"),
    ];

    static IReadOnlyList<Screen> Document =>
    [
        new("document", "Văn bản: chỉ đạo và việc", "/documents/{id:guid}", Minister, s => $"/documents/{s["working"]}") { Alone = ("doc-tasks-d", Cast.Size.Desktop) },
        new("document", "Văn bản: tiến trình", "/documents/{id:guid}", Minister, s => $"/documents/{s["working"]}?tab=way") { Alone = ("doc-way-d", Cast.Size.Desktop) },
        new("document", "Văn bản: nội dung và tệp", "/documents/{id:guid}", Minister, s => $"/documents/{s["working"]}?tab=files"),
        new("document", "Văn bản: liên quan", "/documents/{id:guid}", Clerk, s => $"/documents/{s["answered"]}?tab=related"),
        new("document", "Văn bản: chưa có gì liên quan", "/documents/{id:guid}", Minister, s => $"/documents/{s["registered"]}?tab=related"),
        new("document", "Văn bản: tệp không xem được ở đây", "/documents/{id:guid}", Clerk, s => $"/documents/{s["mislabelled"]}?tab=files"),
        new("document", "Văn bản: chuyên viên xem việc của mình", "/documents/{id:guid}", Specialist, s => $"/documents/{s["working"]}") { Alone = ("doc-tasks-p", Cast.Size.Phone) },
        new("document", "Văn bản: kết thúc, hỏi lý do", "/documents/{id:guid}", Minister, s => $"/documents/{s["registered"]}") { Then = v => v.Presses("Không phải làm gì thêm") },
        new("document", "Tất cả văn bản", "/documents", Minister, _ => "/documents"),
        new("document", "Tất cả văn bản: lọc theo trạng thái", "/documents", Minister, _ => "/documents?state=4"),
        new("document", "Tra cứu", "/search", Minister, _ => "/search"),
        new("document", "Tra cứu: gõ không dấu", "/search", Minister, _ => "/search?q=o+nhiem"),
        new("document", "Tra cứu: không thấy", "/search", Minister, _ => "/search?q=khongcogi"),
    ];

    static IReadOnlyList<Screen> Directing =>
    [
        new("directing", "Bút phê", "/documents/{id:guid}/directive", Minister, s => $"/documents/{s["registered"]}/directive"),
        new("directing", "Bút phê: còn thiếu", "/documents/{id:guid}/directive", Minister, s => $"/documents/{s["registered"]}/directive") { Expected = [422], Then = v => v.Presses("Gửi", exact: true) },
        new("directing", "Bút phê: đề xuất phân công từ ý kiến", "/documents/{id:guid}/directive", Minister, s => $"/documents/{s["registered"]}/directive")
        {
            Alone = ("directive-t", Cast.Size.Tablet),
            Then = async v =>
            {
                await v.Writes("Ý kiến chỉ đạo", "Giao Vụ Môi trường chủ trì, phối hợp Vụ Pháp chế, báo cáo trước ngày 15/12");
                await v.Presses("Đề xuất phân công từ ý kiến");
            },
        },
        new("directing", "Bút phê: mẫu câu", "/documents/{id:guid}/directive", Minister, s => $"/documents/{s["registered"]}/directive") { Then = v => v.Page.Locator(".phrases summary").ClickAsync() },
        new("directing", "Chỉ đạo mới trên giấy trắng", "/directives/new", Minister, _ => "/directives/new") { Alone = ("blank-t", Cast.Size.Tablet) },
        new("directing", "Chỉ đạo mới: tờ giấy còn trắng", "/directives/new", Minister, _ => "/directives/new") { Expected = [422], Then = v => v.Presses("Gửi", exact: true) },
        new("directing", "Mẫu câu của tôi", "/phrases", Minister, _ => "/phrases"),
        new("directing", "Chuẩn bị bút phê", "/documents/{id:guid}/prepared-directive", Assistant, s => $"/documents/{s["prepared"]}/prepared-directive"),
        new("directing", "Bút phê: thư ký đã chuẩn bị", "/documents/{id:guid}/directive", Minister, s => $"/documents/{s["prepared"]}/directive"),
        new("directing", "Chỉ đạo và việc của một văn bản", "/documents/{id:guid}/assignments", Minister, s => $"/documents/{s["working"]}/assignments"),
        new("directing", "Theo dõi chỉ đạo", "/directives", Minister, _ => "/directives"),
        new("directing", "Công việc của tôi", "/assignments", Specialist, _ => "/assignments"),
        new("directing", "Công việc tôi giao", "/assignments", Minister, _ => "/assignments?whose=given"),
        new("directing", "Không có việc quá hạn", "/assignments", Specialist, _ => "/assignments?whose=mine&show=late"),
        new("directing", "Một việc", "/assignments/{id:guid}", Head, s => $"/assignments/{s["assignment"]}"),
        new("directing", "Một việc: báo cáo hoàn thành", "/assignments/{id:guid}", Head, s => $"/assignments/{s["assignment"]}?deed=report#deed"),
        new("directing", "Một việc: xin gia hạn", "/assignments/{id:guid}", Head, s => $"/assignments/{s["assignment"]}?deed=extension#deed"),
        new("directing", "Phân công", "/assignments/{id:guid}/parts", Head, s => $"/assignments/{s["assignment"]}/parts"),
    ];

    static IReadOnlyList<Screen> Outgoing =>
    [
        new("outgoing", "Soạn văn bản", "/drafts/new", Specialist, _ => "/drafts/new"),
        new("outgoing", "Soạn văn bản: còn thiếu", "/drafts/new", Specialist, _ => "/drafts/new") { Expected = [422], Then = v => v.Presses("Tạo dự thảo theo mẫu") },
        new("outgoing", "Soạn văn bản trả lời", "/documents/{id:guid}/reply/new", Specialist, s => $"/documents/{s["working"]}/reply/new"),
        new("outgoing", "Dự thảo", "/drafts/{id:guid}", Specialist, s => $"/drafts/{s["draft"]}"),
        new("outgoing", "Dự thảo: trưởng đơn vị duyệt", "/drafts/{id:guid}", Head, s => $"/drafts/{s["review"]}"),
        new("outgoing", "Dự thảo: văn thư phát hành", "/drafts/{id:guid}", Clerk, s => $"/drafts/{s["signed"]}"),
        new("outgoing", "Văn bản đã phát hành", "/drafts/{id:guid}", Clerk, s => $"/drafts/{s["issued"]}"),
        new("outgoing", "Văn bản đi trong hồ sơ", "/documents/{id:guid}", Clerk, s => $"/documents/{s["issued"]}?tab=related"),
        new("outgoing", "Ký", "/drafts/{id:guid}/sign", Deputy, s => $"/drafts/{s["sign"]}/sign"),
        new("outgoing", "Chồng văn bản chờ ký", "/drafts/to-sign", Deputy, _ => "/drafts/to-sign"),
        new("outgoing", "Không còn gì chờ ký", "/drafts/to-sign", Commune, _ => "/drafts/to-sign"),
        new("outgoing", "Ký: trả lại, hỏi lý do", "/drafts/{id:guid}/sign", Deputy, s => $"/drafts/{s["sign"]}/sign") { Then = v => v.Presses("Trả lại") },
        new("outgoing", "Sổ văn bản đi", "/documents/outgoing", Clerk, _ => "/documents/outgoing"),
        new("outgoing", "Sổ văn bản đi: không thấy", "/documents/outgoing", Clerk, _ => "/documents/outgoing?words=khongcogi"),
        new("outgoing", "Sổ văn bản đi để in", "/documents/outgoing/book", Clerk, _ => "/documents/outgoing/book"),
    ];

    static IReadOnlyList<Screen> Around =>
    [
        new("around", "Liên thông", "/exchange", Clerk, _ => "/exchange"),
        new("around", "Liên thông: chưa có gì", "/exchange", CommuneClerk, _ => "/exchange"),
        new("around", "Quản trị", "/admin", Administrator, _ => "/admin"),
        new("around", "Quản trị: còn thiếu", "/admin", Administrator, _ => "/admin") { Expected = [422], Then = v => v.Presses("Thêm đơn vị") },
        new("around", "Quản trị: chỉ đạo bằng lời nói", "/admin/speaking", Administrator, _ => "/admin/speaking"),
        new("around", "Quản trị: nhắc hạn", "/admin/reminders", Administrator, _ => "/admin/reminders"),
        new("around", "Quản trị: thiết bị dùng khi mất mạng", "/admin/devices", Administrator, _ => "/admin/devices"),
        new("around", "Quản trị: mẫu câu của cơ quan", "/phrases/library", Administrator, _ => "/phrases/library"),
        new("around", "Quản trị: ủy quyền trong cơ quan", "/admin/delegations", Administrator, _ => "/admin/delegations"),
        new("around", "Không tìm thấy", "/documents/{id:guid}", Minister, _ => "/documents/00000000-0000-7000-8000-000000000000") { Expected = [404] },
        new("around", "Không có trang này", "/", Minister, _ => "/khong-co-trang-nay") { Expected = [404] },
        new("around", "Không có quyền", "/admin", Specialist, _ => "/admin") { Expected = [403] },
    ];

    static IReadOnlyList<Screen> Looks =>
    [
        new("looks", "Nền tối: bàn làm việc", "/desk", Minister, _ => "/desk") { Look = "dark" },
        new("looks", "Nền tối: vào sổ", "/documents/{id:guid}/register", Clerk, s => $"/documents/{s["arrived"]}/register") { Look = "dark" },
        new("looks", "Nền tối: văn bản", "/documents/{id:guid}", Minister, s => $"/documents/{s["working"]}?tab=way") { Look = "dark" },
        new("looks", "Nền tối: ký", "/drafts/{id:guid}/sign", Deputy, s => $"/drafts/{s["sign"]}/sign") { Look = "dark" },
        new("looks", "Tương phản cao: văn bản", "/documents/{id:guid}", Minister, s => $"/documents/{s["working"]}") { Look = "contrast" },
        new("looks", "Tiếng Anh: bàn làm việc", "/desk", Minister, _ => "/desk") { Look = "en" },
        new("looks", "Tiếng Anh: văn bản", "/documents/{id:guid}", Minister, s => $"/documents/{s["working"]}?tab=way") { Look = "en" },
        new("looks", "Tiếng Anh: bút phê", "/documents/{id:guid}/directive", Minister, s => $"/documents/{s["registered"]}/directive") { Look = "en" },
    ];
}
