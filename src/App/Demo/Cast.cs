using App.Organisation;

namespace App.Demo;

/// <summary>A post of the invented government: the sign-in name is the post's name and the institution's mark.</summary>
sealed record Post(string Unit, string Name, string Title, Role Role, string SignIn);

/// <summary>One invented institution: what it is called, its departments by their abbreviation, and who works there.</summary>
/// <param name="Mark">Ends every sign-in name of the institution.</param>
sealed record Body(InstitutionName Name, string Mark, string RecordsName, IReadOnlyList<(string Code, string Name)> Units, IReadOnlyList<Post> Posts)
{
    public string Administrator => $"quan-tri-{Mark}";
}

/// <summary>The invented government: four institutions and their people, with names nobody bears.</summary>
static class Cast
{
    const string Root = "", Records = "VT", SpecialistTitle = "Chuyên viên", HeadTitle = "Vụ trưởng";

    public static readonly IReadOnlyList<Body> All = [Office(), Ministry(), City(), Commune()];

    static Body Office() => new(new("000.00.00.G22", "Văn phòng Chính phủ", "VPCP", "", "Hà Nội"), "g22", "Phòng Văn thư",
        [("VTH", "Vụ Tổng hợp"), ("VNN", "Vụ Nông nghiệp")],
        [
            Head(Root, "Hoàng Văn Thí Dụ", "Bộ trưởng, Chủ nhiệm", Role.Leader, "chu-nhiem"),
            Head(Root, "Đinh Thị Giả Định", "Phó Chủ nhiệm", Role.DeputyLeader, "pho-chu-nhiem"),
            Clerk("Lý Thị Mẫu Đơn"),
            Head("VTH", "Tạ Văn Ví Dụ", HeadTitle, Role.UnitHead, "vu-truong-vth"),
            Specialist("VTH", "Mai Thị Làm Mẫu"),
            Head("VNN", "Trịnh Văn Thử Nghiệm", HeadTitle, Role.UnitHead, "vu-truong-vnn"),
            Specialist("VNN", "Lương Thị Minh Họa"),
        ]);

    static Body Ministry() => new(new("000.00.00.G13", "Bộ Tài nguyên và Môi trường", "BTNMT", "", "Hà Nội"), "g13", "Phòng Văn thư",
        [
            ("VMT", "Vụ Môi trường"), ("VPC", "Vụ Pháp chế"), ("VKHTC", "Vụ Kế hoạch – Tài chính"), ("CTNN", "Cục Quản lý tài nguyên nước"),
            ("VP", "Văn phòng Bộ"), ("TTB", "Thanh tra Bộ"),
        ],
        [
            Head(Root, "Nguyễn Văn Mẫu", "Bộ trưởng", Role.Leader, "bo-truong"),
            Head(Root, "Trần Thị Thí Dụ", "Thứ trưởng", Role.DeputyLeader, "thu-truong"),
            Head(Root, "Lê Văn Giả Định", "Thứ trưởng", Role.DeputyLeader, "thu-truong-2"),
            Head(Root, "Hà Thị Giả Thử", "Thư ký Bộ trưởng", Role.Assistant, "thu-ky"),
            Clerk("Phạm Thị Mẫu"),
            Head("VMT", "Bùi Văn Thử", HeadTitle, Role.UnitHead, "vu-truong-vmt"),
            Specialist("VMT", "Vũ Thị Ví Dụ"),
            Specialist("VMT", "Đỗ Văn Làm Mẫu", "chuyen-vien-2-vmt"),
            Head("VPC", "Hồ Văn Minh Họa", HeadTitle, Role.UnitHead, "vu-truong-vpc"),
            Specialist("VPC", "Ngô Thị Thử"),
            Head("VKHTC", "Dương Thị Giả Thiết", HeadTitle, Role.UnitHead, "vu-truong-vkhtc"),
            Specialist("VKHTC", "Cao Văn Thí Nghiệm"),
            Head("CTNN", "Phan Văn Mẫu Mực", "Cục trưởng", Role.UnitHead, "cuc-truong-ctnn"),
            Specialist("CTNN", "Đặng Thị Ví Von"),
            Head("VP", "Đoàn Văn Giả Sử", "Chánh Văn phòng", Role.UnitHead, "chanh-van-phong-vp"),
            Specialist("VP", "Chu Thị Thí Điểm"),
            Head("TTB", "Kiều Văn Thử Tài", "Chánh Thanh tra", Role.UnitHead, "chanh-thanh-tra-ttb"),
            Specialist("TTB", "Quách Thị Mẫu Vật", "thanh-tra-vien-ttb"),
        ]);

    static Body City() => new(new("000.00.00.H26", "Ủy ban nhân dân Thành phố Hà Nội", "UBND", "", "Hà Nội"), "h26", "Phòng Văn thư",
        [("VP", "Văn phòng Ủy ban"), ("STNMT", "Sở Tài nguyên và Môi trường"), ("STC", "Sở Tài chính"), ("SXD", "Sở Xây dựng")],
        [
            Head(Root, "Trương Văn Mẫu Số", "Chủ tịch", Role.Leader, "chu-tich"),
            Head(Root, "Lâm Thị Thí Dụ", "Phó Chủ tịch", Role.DeputyLeader, "pho-chu-tich"),
            Clerk("Hà Thị Làm Thử"),
            Head("VP", "Tô Văn Giả Định", "Chánh Văn phòng", Role.UnitHead, "chanh-van-phong-vp"),
            Specialist("VP", "Châu Thị Minh Họa"),
            Head("STNMT", "Nghiêm Văn Ví Dụ", "Giám đốc Sở", Role.UnitHead, "giam-doc-stnmt"),
            Specialist("STNMT", "Thái Thị Thử Nghiệm"),
            Head("STC", "Tống Văn Giả Thiết", "Giám đốc Sở", Role.UnitHead, "giam-doc-stc"),
            Specialist("STC", "Ông Thị Làm Mẫu"),
            Head("SXD", "Khúc Văn Thử", "Giám đốc Sở", Role.UnitHead, "giam-doc-sxd"),
            Specialist("SXD", "Mạc Thị Giả Sử"),
        ]);

    static Body Commune() => new(new("000.00.15.H26", "Ủy ban nhân dân xã Thí Dụ", "UBND", "Thành phố Hà Nội", "Thí Dụ"), "xa-h26", "Bộ phận Văn thư",
        [("KT", "Phòng Kinh tế"), ("VHXH", "Phòng Văn hóa – Xã hội")],
        [
            Head(Root, "Lục Văn Mẫu", "Chủ tịch", Role.Leader, "chu-tich"),
            Head(Root, "Vương Thị Ví Dụ", "Phó Chủ tịch", Role.DeputyLeader, "pho-chu-tich"),
            Clerk("Bành Thị Thử"),
            Head("KT", "Giang Văn Giả Định", "Trưởng phòng", Role.UnitHead, "truong-phong-kt"),
            Specialist("KT", "Nhan Thị Minh Họa"),
            Specialist("VHXH", "Viên Văn Thí Dụ"),
        ]);

    static Post Head(string unit, string name, string title, Role role, string signIn) => new(unit, name, title, role, signIn);

    static Post Clerk(string name) => new(Records, name, "Văn thư", Role.Clerk, "van-thu");

    static Post Specialist(string unit, string name, string? signIn = null) =>
        new(unit, name, SpecialistTitle, Role.Specialist, signIn ?? $"chuyen-vien-{unit.ToLowerInvariant()}");
}
