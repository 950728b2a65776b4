namespace Understanding.Wording;

/// <summary>What an expression does in a directive. What it does to a name depends on its place, which the clause decides.</summary>
enum Role
{
    /// <summary>Gives work to who is named after it: giao, chuyển, đề nghị.</summary>
    Assign,
    /// <summary>Invites: mời.</summary>
    Invite,
    /// <summary>Chủ trì, đầu mối.</summary>
    Lead,
    /// <summary>Phụ trách: leads, unless another does.</summary>
    Oversee,
    /// <summary>Trực tiếp.</summary>
    Direct,
    /// <summary>Said after who co-operates, or before: phối hợp, cùng.</summary>
    Support,
    /// <summary>Said only before who co-operates: phối hợp với.</summary>
    With,
    /// <summary>Said after who is informed: để biết.</summary>
    Inform,
    /// <summary>Said before who is informed: sao gửi, cho.</summary>
    InformTo,
    /// <summary>Sending, which assigns at the beginning of a clause and informs after a task: gửi.</summary>
    Send,
    /// <summary>Submitting, which assigns at the beginning of a clause and is part of the task after it: trình.</summary>
    Submit,
    /// <summary>Telling, which informs a unit and is part of the task before a superior: báo.</summary>
    Tell,
    /// <summary>What is named after it is part of the task: của, theo, báo cáo.</summary>
    Object,
    /// <summary>Who is named after it is not meant: không giao, mà không phải.</summary>
    Negation,
    /// <summary>Says something about the matter and gives no work: đã xem, đồng ý.</summary>
    Note,
    /// <summary>After a name: says what is, not what is to be done: đã, còn.</summary>
    Fact,
    /// <summary>Before a task, without meaning for it: phải, cần.</summary>
    Fill,
    /// <summary>After a task, without meaning for it: nhé, phải xong.</summary>
    Tail,
    /// <summary>A reason follows: vì.</summary>
    Because,
    /// <summary>What came before was the reason: nên.</summary>
    Therefore,
    /// <summary>Joins names or clauses: và, còn.</summary>
    And,
    /// <summary>Those who are meant without being named: các đơn vị.</summary>
    Everybody,
    /// <summary>Opinions of several are gathered by one: tổng hợp.</summary>
    Gather,
    /// <summary>Giving an opinion, and no more: góp ý.</summary>
    Comment,
    /// <summary>Khẩn, gấp.</summary>
    Urgent,
    /// <summary>Thượng khẩn.</summary>
    VeryUrgent,
    /// <summary>Hỏa tốc.</summary>
    Express,
    /// <summary>Không gấp.</summary>
    NotUrgent,
    /// <summary>The speaker: tôi.</summary>
    Self,
    /// <summary>Something is asked: bao giờ.</summary>
    Question,
    /// <summary>Begins a task.</summary>
    Verb,
    /// <summary>A compound that holds a word of another role: hàng không.</summary>
    Noun,
}
