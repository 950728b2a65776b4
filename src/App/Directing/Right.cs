namespace App.Directing;

public static class Right
{
    public const string Direct = "directing.direct";
    public const string Assign = "directing.assign";
    /// <summary>To write down for a leader what the leader then confirms.</summary>
    public const string Prepare = "directing.prepare";
    public const string Handle = "directing.handle";

    /// <summary>What whoever leads may do.</summary>
    public static readonly IReadOnlyList<string> All = [Direct, Assign, Handle];
}
