namespace App.Documents.Outgoing.Sheets;

/// <summary>Everything that is printed on an outgoing document, part by part as Decree 30/2020 Annex I names them; number and date stay empty.</summary>
public sealed record Sheet
{
    /// <summary>Cơ quan chủ quản, printed above the issuer; empty when there is none.</summary>
    public string SuperiorName { get; init; } = "";
    public required string IssuerName { get; init; }

    /// <summary>What stands after the slash, such as BTNMT-VMT.</summary>
    public required string Notation { get; init; }

    /// <summary>Địa danh.</summary>
    public required string Place { get; init; }

    /// <summary>Tên loại; empty for a công văn, which has none.</summary>
    public string KindName { get; init; } = "";
    public required string Subject { get; init; }

    /// <summary>Kính gửi; only a công văn has them.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Căn cứ, one a line; only what decides has them.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Who decides, such as BỘ TRƯỞNG BỘ TÀI CHÍNH; empty when nothing is decided.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Paragraphs of the content.</summary>
    public required IReadOnlyList<string> Body { get; init; }

    /// <summary>Nơi nhận, without dashes and without the last line.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>What is kept where: VT and the drafting unit.</summary>
    public required string Kept { get; init; }

    /// <summary>Quyền hạn, chức vụ, line by line: KT. BỘ TRƯỞNG, THỨ TRƯỞNG.</summary>
    public required IReadOnlyList<string> Capacity { get; init; }
    public required string SignerName { get; init; }

    public bool IsLetter => KindName.Length == 0;
}
