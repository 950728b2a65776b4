using Microsoft.AspNetCore.DataProtection;

namespace App.Hub.Registry;

/// <summary>Keeps the members' secrets unreadable in the database; the keys lie in the hub's folder and belong into the same backup.</summary>
/// <remarks>Keys of its own, not the ones that protect cookies: those may be thrown away, these would lock every member out.</remarks>
public sealed class Secrets
{
    readonly IDataProtector protector;

    public Secrets(HubSettings settings)
    {
        var keys = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(settings.Keys)
            : Directory.CreateDirectory(settings.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        protector = DataProtectionProvider.Create(keys).CreateProtector("axis-member-secret");
    }

    public string Protect(string secret) => protector.Protect(secret);

    public string Reveal(string protectedSecret) => protector.Unprotect(protectedSecret);
}
