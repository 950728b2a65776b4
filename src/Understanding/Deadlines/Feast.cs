using Understanding.Wording;

namespace Understanding.Deadlines;

/// <summary>A feast by its day in the civil or the lunar calendar, and what it is called.</summary>
sealed record Feast(bool IsLunar, int Month, int Day, Phrase Names)
{
    public static readonly IReadOnlyList<Feast> All =
    [
        Civil(1, 1, "Tết Dương lịch", "Tết Tây", "Tết dương"),
        Lunar(1, 1, "Tết", "Tết Nguyên đán", "Tết Âm lịch", "Tết cổ truyền", "Tết ta", "Tết Nguyên đán cổ truyền", "giao thừa"),
        Lunar(1, 15, "Tết Nguyên tiêu"),
        Lunar(3, 10, "Giỗ Tổ", "Giỗ Tổ Hùng Vương", "Quốc Tổ Hùng Vương"),
        Lunar(4, 15, "Phật đản"),
        Lunar(5, 5, "Tết Đoan ngọ"),
        Lunar(7, 15, "Vu lan"),
        Lunar(8, 15, "Trung thu", "Tết Trung thu"),
        Lunar(12, 23, "ông Công ông Táo", "ông Táo", "Táo quân", "Tết ông Công ông Táo"),
        Civil(2, 27, "Thầy thuốc Việt Nam"),
        Civil(3, 8, "Quốc tế phụ nữ"),
        Civil(4, 30, "Giải phóng miền Nam", "Chiến thắng", "Thống nhất đất nước"),
        Civil(5, 1, "Quốc tế lao động"),
        Civil(5, 19, "sinh nhật Bác"),
        Civil(6, 1, "Quốc tế thiếu nhi"),
        Civil(6, 21, "Báo chí cách mạng Việt Nam"),
        Civil(7, 27, "Thương binh liệt sĩ", "Thương binh - Liệt sĩ", "Thương binh, Liệt sĩ"),
        Civil(9, 2, "Quốc khánh", "Tết Độc lập"),
        Civil(10, 10, "Chuyển đổi số quốc gia"),
        Civil(10, 20, "Phụ nữ Việt Nam"),
        Civil(11, 9, "Pháp luật Việt Nam"),
        Civil(11, 20, "Nhà giáo Việt Nam", "Nhà giáo"),
        Civil(12, 22, "thành lập Quân đội", "Quân đội nhân dân"),
        Civil(12, 25, "Noel", "Nô-en", "Giáng sinh"),
    ];

    static Feast Civil(int month, int day, params string[] names) => new(false, month, day, new(names));

    static Feast Lunar(int month, int day, params string[] names) => new(true, month, day, new(names));
}
