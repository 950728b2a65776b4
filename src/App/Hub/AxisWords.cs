namespace App.Hub;

/// <summary>The words of the protocol, as they are sent and stored.</summary>
static class AxisWords
{
    public static string Of(MessageKind kind) => kind == MessageKind.Status ? "status" : "edoc";

    public static MessageKind? Kind(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "edoc" => MessageKind.Edoc,
        "status" => MessageKind.Status,
        _ => null,
    };

    public static string Of(Transport state) => state switch
    {
        Transport.Initial => "initial",
        Transport.Processing => "processing",
        Transport.Fail => "fail",
        _ => "done",
    };

    public static Transport? State(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "initial" => Transport.Initial,
        "processing" => Transport.Processing,
        "fail" => Transport.Fail,
        "done" => Transport.Done,
        _ => null,
    };
}
