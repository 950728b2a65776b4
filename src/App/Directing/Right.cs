namespace App.Directing;

public static class Right
{
    public const string Direct = "directing.direct";
    public const string Assign = "directing.assign";
    public const string Handle = "directing.handle";

    public static readonly IReadOnlyList<string> All = [Direct, Assign, Handle];
}
