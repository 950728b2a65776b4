using static App.Shell.Texts;

namespace App.Tracking;

/// <summary>What the deeds of this area are called in a document's history.</summary>
public static class Deeds
{
    public static string? Say(string deed) => deed switch
    {
        "deadline-passed" => T("Quá hạn"),
        "reminder-rules-changed" => T("Đổi lịch nhắc hạn"),
        _ => null,
    };
}
