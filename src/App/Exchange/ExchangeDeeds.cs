using static App.Shell.Texts;

namespace App.Exchange;

/// <summary>What the steps of the exchange are called in the history of a document.</summary>
public static class ExchangeDeeds
{
    public static string? Say(string deed) => deed switch
    {
        "parcel-packed" => T("Đóng gói gửi trục"),
        "parcel-sent" => T("Gửi lên trục"),
        "parcel-queued-again" => T("Xếp hàng gửi lại"),
        "status-told" => T("Nơi nhận báo trạng thái"),
        _ => null,
    };
}
