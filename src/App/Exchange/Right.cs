namespace App.Exchange;

public static class Right
{
    public const string Monitor = "exchange.monitor";
}
