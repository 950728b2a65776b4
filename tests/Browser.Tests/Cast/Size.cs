namespace Browser.Tests.Cast;

/// <summary>The three screens people sit at.</summary>
public sealed record Size(string Name, int Width, int Height, bool IsTouch)
{
    public static readonly Size Desktop = new("desktop", 1440, 900, false);
    public static readonly Size Tablet = new("tablet", 1024, 768, true);
    public static readonly Size Phone = new("phone", 390, 844, true);

    public static readonly IReadOnlyList<Size> All = [Desktop, Tablet, Phone];

    public BrowserNewContextOptions Context(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new() { Width = Width, Height = Height },
        HasTouch = IsTouch,
        IsMobile = IsTouch,
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        ReducedMotion = ReducedMotion.Reduce,
        ColorScheme = ColorScheme.Light,
    };
}
