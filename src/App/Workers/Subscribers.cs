using System.Text.Json;

namespace App.Workers;

/// <summary>Which use cases want to hear of which events.</summary>
public sealed class Subscribers
{
    readonly HashSet<string> slow = [], news = [];
    readonly List<(string Kind, string Name, Func<Work, IServiceProvider, string, Task> Hear)> all = [];

    public Subscribers On<T>(Func<Work, T, Task> run) => Add<T>(run.Method.DeclaringType!, (work, _, happened) => run(work, happened));

    /// <summary>For a use case that needs a tool besides: keys, a connection, a child process.</summary>
    public Subscribers On<T, TTool>(Func<Work, TTool, T, Task> run) where TTool : notnull =>
        Add<T>(run.Method.DeclaringType!, (work, services, happened) => run(work, services.GetRequiredService<TTool>(), happened));

    /// <summary>For work that may take minutes: it is told in a lane of its own, so that nothing else waits for it.</summary>
    public Subscribers OnSlowly<T, TTool>(Func<Work, TTool, T, Task> run) where TTool : notnull
    {
        slow.Add(typeof(T).Name);
        return On(run);
    }

    /// <summary>For what is of interest only while it is new: when a past is made, it is not told.</summary>
    public Subscribers OnNews<T, TTool>(Func<Work, TTool, T, Task> run) where TTool : notnull
    {
        news.Add(typeof(T).Name);
        return On(run);
    }

    public bool IsNews(string kind) => news.Contains(kind);

    /// <summary>The kinds of events that are told slowly.</summary>
    public IReadOnlyCollection<string> Slow => slow;

    public IEnumerable<(string Name, Func<Work, IServiceProvider, string, Task> Hear)> Of(string kind) =>
        all.Where(s => s.Kind == kind).Select(s => (s.Name, s.Hear));

    Subscribers Add<T>(Type useCase, Func<Work, IServiceProvider, T, Task> hear)
    {
        all.Add((typeof(T).Name, useCase.Name, (work, services, body) => hear(work, services, JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web)!)));
        return this;
    }
}
