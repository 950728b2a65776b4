using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace App.Shell;

/// <summary>Places where a test may let the whole process die as in a power cut, to see that nothing acknowledged is lost and nothing is doubled.</summary>
/// <remarks>LIENTHONG_CRASH_AT=name or name:3 kills the process with SIGKILL when it passes that place for the first or third time; name@deed looks only at changes
/// with that step of the office. Without it a point does nothing.</remarks>
public static class Crash
{
    public const string Variable = "LIENTHONG_CRASH_AT";

    /// <summary>Every point there is; a test sees to it that the source has exactly these.</summary>
    public static readonly FrozenSet<string> Points =
    [
        "started", // Migrated and listening, before the start-up work.
        "blob-written", // The bytes are synced under a draft name.
        "blob-named", // The blob has its name, the folder is not synced.
        "change-flushed", // All rows are sent, nothing is committed.
        "change-committed", // Committed, nobody has been told.
        "message-fetched", // A packet lies in a folder of the process, nothing remembers it.
        "packet-before-commit", // Everything is looked at and flushed, nothing is committed.
        "message-taken-not-acknowledged", // Parked, the axis still offers it.
        "message-acknowledged",
        "parcel-body-stored", // Packed under its hash, no row names it.
        "parcel-before-send",
        "parcel-sent-not-noted", // The axis has it, we do not know.
        "parcel-sent-noted",
        "status-before-send",
        "status-sent-not-noted",
        "hub-packet-kept", // The hub has the packet durably, no row names it.
        "hub-change-flushed", // All rows are sent, nothing is committed.
        "hub-change-committed", // The hub answers for it, and has not said so.
        "draft-signed", // The leader's signature is in the file, no row says so.
        "number-drawn", // A document has its number, its file does not.
        "sealed", // The file is sealed, no row says so.
    ];

    static readonly (string Name, string? Deed, int Passing)? Chosen = Parse(Environment.GetEnvironmentVariable(Variable));
    static int passed;

    public static void Point(string name, params ReadOnlySpan<string> deeds)
    {
        if (Chosen is { } at && at.Name == name && (at.Deed is null || deeds.Contains(at.Deed)) && Interlocked.Increment(ref passed) == at.Passing) Die();
    }

    static (string, string?, int)? Parse(string? chosen)
    {
        if (string.IsNullOrEmpty(chosen)) return null;
        var parts = chosen.Split(':');
        var place = parts[0].Split('@');
        var passing = parts.Length == 1 ? 1 : int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return Points.Contains(place[0]) ? (place[0], place.ElementAtOrDefault(1), passing) : throw new ArgumentException($"{Variable} names no crash point: {chosen}.");
    }

    static void Die()
    {
        const int sigkill = 9;
        _ = kill(Environment.ProcessId, sigkill);
        using var never = new ManualResetEvent(false);
        never.WaitOne(); // Until the signal has arrived, not one step further.
    }

    [DllImport("libc", SetLastError = true)]
    static extern int kill(int process, int signal);
}
