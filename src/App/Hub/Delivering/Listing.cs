namespace App.Hub.Delivering;

/// <summary>What a member wants to see listed: one kind, and perhaps a period.</summary>
public sealed record Listing(MessageKind Kind, DateTime? From, DateTime? Until)
{
    public static Listing Of(string? messageType, string? fromDate, string? toDate) => new(
        AxisWords.Kind(messageType ?? "edoc") ?? throw new AxisRefused(AxisRefused.WrongForm, $"messagetype phải là edoc hoặc status."),
        AxisTime.From(fromDate), AxisTime.Until(toDate));
}
