using App.Organisation;

namespace App.Demo;

/// <summary>One invented institution at work: who does what there, and under which ids.</summary>
sealed class Office(Stage stage, Body body, Institution institution, IReadOnlyDictionary<string, Guid> people, IReadOnlyDictionary<string, Guid> units)
{
    public static async Task<Office> Of(Stage stage, Body body, Institution institution) => new(stage, body, institution,
        await stage.AsSystem(institution.Id, work => work.People().ToDictionaryAsync(p => p.Name, p => p.Id, work.Cancelled)),
        await stage.AsSystem(institution.Id, work => work.Units().ToDictionaryAsync(u => u.Code, u => u.Id, work.Cancelled)));

    public Stage Stage => stage;
    public Institution Institution => institution;
    public Post Clerk => One(Role.Clerk);
    public Post Leader => One(Role.Leader);
    /// <summary>Who prepares the leader's directives, where there is somebody.</summary>
    public Post? Assistant => body.Posts.FirstOrDefault(p => p.Role == Role.Assistant);
    public Post Deputy => One(Role.DeputyLeader);

    /// <summary>A head of unit; the same for the same place in the past.</summary>
    public Post Head(int place) => Heads[place % Heads.Count];

    public Post SpecialistOf(Post head) => body.Posts.First(p => p.Role == Role.Specialist && p.Unit == head.Unit);

    public string UnitName(Post post) => body.Units.First(u => u.Code == post.Unit).Name;

    public Guid Id(Post post) => people[post.Name];

    public Guid UnitId(Post post) => units[post.Unit];

    public Task<T> As<T>(Post post, Func<Work, Task<T>> run) => stage.As($"{post.SignIn}-{body.Mark}", run);

    public Task<bool> As(Post post, Func<Work, Task> run) => As(post, async work =>
    {
        await run(work);
        return true;
    });

    List<Post> Heads => [.. body.Posts.Where(p => p.Role == Role.UnitHead)];

    Post One(Role role) => body.Posts.First(p => p.Role == role);
}
