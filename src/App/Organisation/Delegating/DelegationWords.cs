using App.Web.Parts;
using static App.Shell.Texts;

namespace App.Organisation.Delegating;

/// <summary>How delegations are spoken of on pages.</summary>
static class DelegationWords
{
    public static string Secrecy(short degree) => degree switch { 0 => T("Thường"), 1 => T("Mật"), 2 => T("Tối mật"), _ => T("Tuyệt mật") };

    public static string State(ListDelegations.Row row, DateTime now) =>
        row.RevokedAt is not null ? T("Kết thúc sớm") : row.UntilAt <= now ? T("Đã hết hạn") : row.FromAt > now ? T("Chưa đến ngày") : T("Đang hiệu lực");

    public static Standing Standing(ListDelegations.Row row, DateTime now) =>
        row.IsOver(now) ? Web.Parts.Standing.Held : row.IsOn(now) ? Web.Parts.Standing.Done : Web.Parts.Standing.Waiting;
}
