using Browser.Tests.Cast;

namespace Browser.Tests.Screens;

/// <summary>One screen that people meet: where it is, who looks at it, and what they do there before the picture is taken.</summary>
/// <param name="Sheet">The contact sheet it stands on.</param>
/// <param name="Caption">What it shows, in a few words.</param>
/// <param name="Route">The page's route; each page of the system has at least one screen.</param>
/// <param name="Who">The sign-in name; null for who has not signed in.</param>
sealed record Screen(string Sheet, string Caption, string Route, string? Who, Func<Stage, string> Path)
{
    /// <summary>What is pressed or typed first, such as the button that opens a dialog.</summary>
    public Func<Visitor, Task>? Then { get; init; }

    /// <summary>Answers that are meant, such as 404.</summary>
    public int[] Expected { get; init; } = [];

    /// <summary>The README shows it by this name, in this size.</summary>
    public (string Name, Size Size)? Alone { get; init; }

    public string? Look { get; init; }
}
