using Understanding.Wording;

namespace Understanding.Clauses;

/// <summary>Single words whose sense the place in a clause decides, beyond the roles of the vocabulary.</summary>
static class Particles
{
    /// <summary>Questions.</summary>
    public static readonly Phrase
        Which = new("nào"),
        Whom = new("đơn vị", "sở", "vụ", "phòng", "cục", "bộ", "đồng chí", "cơ quan", "ngày", "người", "ban", "xã", "phường"),
        WhichIsNone = new("khi nào", "thế nào", "như thế nào", "lúc nào", "bất kỳ", "nào đó", "nào cũng"),
        Yet = new("chưa", "được không", "hay không");

    /// <summary>What says only that something is to be done, or to whom a deadline applies.</summary>
    public static readonly Phrase
        Done = new("xong", "làm xong", "hoàn thành", "làm", "cả", "cả hai việc", "đều", "phải", "chung", "báo cáo", "hai việc", "kết quả", "thực hiện", "và", "các việc trên", "việc", "này", "trên", "hết", "tất cả", "tôi", "gửi", "xử lý xong", "chung cho", "hoàn tất"),
        All = new("chung", "tất cả", "cả hai", "cả hai việc", "cả ba", "đều", "mọi việc", "cả", "xong cả"),
        Once = new("một lần", "1 lần", "01 lần");

    /// <summary>Words before a task, a topic or a meeting.</summary>
    public static readonly Phrase
        Command = new("đề nghị", "yêu cầu", "y/c", "yc", "kính đề nghị", "giao", "giao nhiệm vụ", "nhờ", "mong", "phân công", "đ/n"),
        Meeting = new("họp", "cuộc họp", "buổi họp", "phiên họp", "hội nghị", "hội thảo", "buổi làm việc", "cuộc làm việc", "lễ", "buổi lễ", "tiếp", "phiên", "giao ban", "hội đàm", "tọa đàm"),
        Schedule = new("lịch", "lịch họp", "lịch công tác", "lịch làm việc", "lịch trực", "chương trình", "chương trình công tác", "kế hoạch", "kế hoạch công tác"),
        Matter = new("việc", "về việc", "v/v", "về", "việc này", "nội dung này", "việc trên"),
        Label = new("nội dung", "nội dung công việc", "công việc", "nhiệm vụ", "việc", "yêu cầu", "ý kiến", "bút phê", "chỉ đạo"),
        Stamp = new("dấu", "độ", "tình trạng", "mức"),
        Paper = new("hồ sơ", "dự thảo", "báo cáo", "văn bản", "tờ trình", "đề xuất", "phương án", "đề án", "công văn", "kế hoạch", "tài liệu", "số liệu", "đơn", "kiến nghị", "ý kiến"),
        Refusal = new(
            from not in (string[])["không", "ko", "khỏi", "thôi không", "thôi"]
            from does in (string[])["thực hiện", "làm", "có chức năng", "có thẩm quyền", "đủ", "đủ người", "nhận", "đảm nhận", "thuộc", "phụ trách", "chủ trì", "xử lý", "kịp", "phù hợp", "theo dõi", "tham gia", "giải quyết", "lo", "còn", "tiếp tục", "phải"]
            select $"{not} {does}"),
        Small = new("nhé", "nha", "nhá", "ạ", "giùm", "hộ");

    /// <summary>Words that take their sense from where they stand.</summary>
    public static readonly Phrase
        Beside = new("với"),
        Having = new("có"),
        Taking = new("tham gia"),
        Whose = new("của"),
        Sending = new("cử", "để"),
        Opinions = new("ý kiến", "ý kiến của"),
        To = new("cho"),
        Then = new("thì"),
        Still = new("còn"),
        Besides = new("đồng thời", "sau đó", "ngoài ra", "bên cạnh đó", "mặt khác", "nhớ", "phải", "cần", "hãy", "cứ", "vẫn"),
        By = new("do", "bởi"),
        So = new("để"),
        Hearing = new("nghe", "nghe báo cáo"),
        Clear = new("của", "theo", "với", "tại", "do", "giúp", "lên", "xuống", "sang", "gặp", "qua", "thay", "ở");

    /// <summary>What somebody knows, attends, or is.</summary>
    public static readonly Phrase
        Knowing = new("nắm", "biết"),
        AndKnow = new("biết", "cùng biết", "để biết", "được biết", "nắm", "cùng nắm", "để nắm"),
        Grasping = new("nắm", "nắm tình hình"),
        Attending = new("dự", "tham dự", "cùng dự", "dự họp", "cùng tham dự"),
        Away = new("đi vắng", "đi công tác", "bận", "nghỉ", "vắng", "nghỉ phép"),
        PlainFact = new("nên", "đã", "chưa", "vừa", "được", "xin", "nói");
}
