using static App.Shell.Texts;

namespace App.Documents;

/// <summary>The earlier document that a packet is about.</summary>
public sealed record About(Guid Id, string Code, int? Number, int? Year)
{
    public static About Of(Document document) => new(document.Id, document.Code, document.Number, document.Year);
}

/// <summary>Says what a packet wants done with which document, as the clerk reads it.</summary>
public static class AskWords
{
    /// <param name="code">The number and notation the packet itself bears, for a document that is not here.</param>
    public static string Say(Asks asks, About? about, string code) => (asks, about) switch
    {
        (Asks.Recall, null) => T("Thu hồi văn bản số {0}, không tìm thấy ở đây", code),
        (Asks.Recall, { Number: { } number }) => T("Thu hồi văn bản số {0}, số đến {1}/{2}", about.Code, number, about.Year),
        (Asks.Recall, _) => T("Thu hồi văn bản số {0}, chưa vào sổ", about.Code),
        (Asks.Update, null) => T("Cập nhật văn bản số {0}, không tìm thấy ở đây", code),
        (Asks.Update, { Number: { } number }) => T("Cập nhật văn bản số {0}, số đến {1}/{2}", about.Code, number, about.Year),
        (Asks.Update, _) => T("Cập nhật văn bản số {0}, chưa vào sổ", about.Code),
        (Asks.Replacement, null) => T("Thay thế một văn bản không tìm thấy ở đây"),
        (Asks.Replacement, { Number: { } number }) => T("Thay thế văn bản số {0}, số đến {1}/{2}", about.Code, number, about.Year),
        (Asks.Replacement, _) => T("Thay thế văn bản số {0}, chưa vào sổ", about.Code),
        _ => "",
    };
}
