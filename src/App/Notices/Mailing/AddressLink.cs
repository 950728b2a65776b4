using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace App.Notices.Mailing;

/// <summary>A link that only the system can make, for one person and one address, for a day.</summary>
static class AddressLink
{
    static readonly TimeSpan Valid = TimeSpan.FromDays(1);

    public static string Of(IDataProtectionProvider protection, NoticeChoice choice) => $"/notices/address/{Protector(protection).Protect(Said(choice), Valid)}";

    public static bool Fits(IDataProtectionProvider protection, NoticeChoice choice, string code)
    {
        try
        {
            return Protector(protection).Unprotect(code) == Said(choice);
        }
        catch (CryptographicException)
        {
            return false; // Torn, invented or too old.
        }
    }

    static string Said(NoticeChoice choice) => $"{choice.PersonId} {choice.Address}";

    static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("notice-address").ToTimeLimitedDataProtector();
}
