namespace App.Web;

/// <summary>All that the layout draws around one page: the person's frame, the doors, where one is, and how it should look.</summary>
public sealed record Surroundings(Frame Frame, IReadOnlyList<Door> Entries, string Path, string Appearance, Doors Doors)
{
    /// <summary>The entry whose address begins the page's own, the longest if there are several.</summary>
    public Door? Current => Entries.Where(e => Path == e.Href || Path.StartsWith(e.Href + "/", StringComparison.Ordinal)).MaxBy(e => e.Href.Length);

    public string Home => Entries is [var first, ..] ? first.Href : "/";

    /// <summary>The address, so that what was opened from the desk goes on there.</summary>
    public string Onward(string href) => Frame.Walk?.On(href) ?? href;

    /// <summary>Where the search field of the top bar asks.</summary>
    public string? SearchHref => Entries.FirstOrDefault(e => e.Href == "/search")?.Href;

    /// <summary>Bare is for a page that must not ask the database again, because it tells of a failure.</summary>
    public static async Task<Surroundings> Of(HttpContext http, bool bare)
    {
        var services = http.RequestServices;
        var doors = services.GetRequiredService<Doors>();
        var path = http.Request.Path.Value ?? "/";
        var appearance = Preferences.Appearance(http.Request);
        if (bare || http.User.Identity?.IsAuthenticated != true) return new(Frame.SignedOut, [], path, appearance, doors);
        var work = services.GetRequiredService<Work>();
        return new(await services.GetRequiredService<IFrames>().Of(work, path, http.Request.Query[Walk.SectionKey]), doors.OpenTo(work.Actor), path, appearance, doors);
    }
}

/// <summary>Holds the surroundings of the request, so that the layout finds them as a cascading value.</summary>
public sealed class Surrounded
{
    public Surroundings? Now { get; set; }
}
