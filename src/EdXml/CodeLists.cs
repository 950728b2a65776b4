namespace EdXml;

/// <summary>OtherInfo/Priority (0–4).</summary>
public static class Priority
{
    static readonly string[] Names = ["Thường", "Khẩn", "Thượng khẩn", "Hỏa tốc", "Hỏa tốc hẹn giờ"];

    /// <summary>The Vietnamese name; anything unknown or absent is the first, "Thường".</summary>
    public static string Name(int? code) => code is >= 0 and <= 4 ? Names[code.Value] : Names[0];
}

/// <summary>SteeringType. Sources disagree about 0; it means what 1 means.</summary>
public enum Steering { None = 1, Steering = 2, Report = 3 }

/// <summary>SteeringType as sent → its meaning.</summary>
public static class SteeringTypes
{
    /// <summary>0, absent and unknown numbers are "not steering".</summary>
    public static Steering Of(int? code) => code is 2 or 3 ? (Steering)code.Value : Steering.None;

    public static string Name(Steering steering) => steering switch
    {
        Steering.Steering => "Văn bản chỉ đạo",
        Steering.Report => "Báo cáo",
        _ => "Không phải văn bản chỉ đạo",
    };
}

/// <summary>StatusCode of status messages. 07–12 and 14 have not been seen on the axis.</summary>
public static class StatusCodes
{
    public const string Arrived = "01", Rejected = "02", Accepted = "03", Assigned = "04", Processing = "05", Finished = "06",
        Cancelled = "13", ChangeAccepted = "15", ChangeRejected = "16";

    static readonly Dictionary<string, string> Names = new()
    {
        [Arrived] = "Đã đến", [Rejected] = "Từ chối tiếp nhận", [Accepted] = "Đã tiếp nhận", [Assigned] = "Phân công xử lý",
        [Processing] = "Đang xử lý", [Finished] = "Hoàn thành xử lý", [Cancelled] = "Yêu cầu lấy lại",
        [ChangeAccepted] = "Đồng ý cập nhật, lấy lại", [ChangeRejected] = "Từ chối cập nhật, lấy lại",
    };

    public static bool Known(string? code) => code is not null && Names.ContainsKey(code);

    /// <summary>The Vietnamese name, or null for a code outside the list.</summary>
    public static string? Name(string? code) => code is null ? null : Names.GetValueOrDefault(code);
}
