using App.Access;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Lists;

/// <summary>A random past of an institution: what was done in the system, and the same kept in plain lists for the sentence to be read from.</summary>
sealed class Past(Host host, int seed)
{
    public sealed record Post(Guid Id, Guid PersonId, Unit Unit, bool SeesBelow, DateOnly From) { public DateOnly? Until { get; set; } }

    public sealed record Handed(Guid Id, Guid From, Guid To, Unit? Unit, short Ceiling, DateTime FromAt, DateTime UntilAt) { public bool IsRevoked { get; set; } }

    /// <param name="Units">The unit itself, or the person's units on that day.</param>
    public sealed record Held(Guid Holder, IReadOnlySet<Unit> Units);

    public sealed record Job(Held With, DeskTask Task) { public DateOnly Due { get; set; } }

    public sealed record Paper(Document Document, short Secrecy) { public DocumentState State { get; set; } public List<Held> Holders { get; } = []; public List<Job> Open { get; } = []; public int? Number { get; set; } }

    readonly Random random = new(seed);
    Guid institutionId;

    public DateTime Now { get; private set; } = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);
    public DateOnly Today => Vietnam.Day(Now);
    public List<Unit> Units { get; } = [];
    public List<(Account Account, short Clearance)> People { get; } = [];
    public List<Post> Posts { get; } = [];
    public List<Handed> Delegations { get; } = [];
    public List<Paper> Papers { get; } = [];
    public Random Random => random;

    public async Task<T> InWork<T>(Actor actor, Func<Work, Task<T>> run)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync();
        return await run(new Work(db, actor, new At(Now), host.Services.GetRequiredService<WriteGate>(), TestContext.Current.CancellationToken));
    }

    public Task<T> InWork<T>(Func<Work, Task<T>> run) => InWork(Actor.System(institutionId), run);

    /// <summary>The actor of the person's next request; null while they hold no position.</summary>
    public Task<Actor?> ActorOf(Account account) => InWork(Actor.Nobody, work => work.Db.ActorOf(account, work.Stamp));

    public async Task Found()
    {
        institutionId = Guid.CreateVersion7(Now);
        await InWork(Actor.Nobody, async work =>
        {
            var parents = Enumerable.Range(0, 9).Select(i => i == 0 ? -1 : random.Next(Math.Max(0, i - 4), i)).ToList();
            for (var i = 0; i < parents.Count; i++) Units.Add(Unit.Open(work.Stamp, institutionId, i == 0 ? null : Units[parents[i]], $"Đơn vị {i}", $"D{i}", i));
            var people = Enumerable.Range(0, 6).Select(i => Person.Employ(work.Stamp, institutionId, $"Người {i}")).ToList();
            await using var change = await work.Begin();
            work.Db.Add(Institution.Found(institutionId, new($"L{institutionId:N}", "Viện Thử", "VT", "", "Huế"), Units[0].Id, Units[^1].Id));
            await change.Flush();
            foreach (var unit in Units)
            {
                work.Db.Add(unit);
                await change.Flush();
            }
            foreach (var person in people)
            {
                var clearance = (short)random.Next(4);
                work.Db.Add(person).Property(p => p.Clearance).CurrentValue = clearance;
                var account = Account.Open(work.Stamp, institutionId, person.Id, $"p{person.Id:N}");
                work.Db.Add(account);
                People.Add((account, clearance));
            }
            await change.Commit();
            return true;
        });
        foreach (var _ in People) await Appoint();
    }

    /// <summary>One thing that happens in an office, a second after the last.</summary>
    public Task Happen()
    {
        Now = Now.AddSeconds(1);
        return Choose();
    }

    Task Choose() => random.Next(12) switch
    {
        0 => Appoint(),
        1 => EndPost(),
        2 => HandOver(),
        3 => Revoke(),
        4 => Wait(),
        5 or 6 => Arrive(),
        7 or 8 => Join(),
        9 => Go(),
        10 => Expect(),
        _ => Discharge(),
    };

    Task Wait()
    {
        Now = Now.AddHours(random.Next(1, 200));
        return Task.CompletedTask;
    }

    Task Appoint() => Write(async (work, _) =>
    {
        var (unit, role) = (Any(Units), random.Next(2) == 0 ? Role.UnitHead : Role.Specialist);
        var account = Posts.Count < People.Count ? People[Posts.Count].Account : Any(People).Account; // Everybody has one at first.
        var person = await work.Db.Set<Person>().SingleAsync(p => p.Id == account.PersonId, work.Cancelled);
        var position = Position.Appoint(work.Stamp, person, unit, "Chức vụ", role, Today.AddDays(random.Next(-30, 4)));
        work.Db.Add(position);
        Posts.Add(new(position.Id, person.Id, unit, role.SeesBelow, position.FromOn));
    });

    Task EndPost() => Write(async (work, _) =>
    {
        if (Posts.FindAll(p => p.Until is null) is not { Count: > 0 } lasting) return;
        var post = Any(lasting);
        post.Until = Today.AddDays(random.Next(-1, 4)); // Yesterday ends it at once.
        (await work.Db.Set<Position>().AsTracking().SingleAsync(p => p.Id == post.Id, work.Cancelled)).End(work.Stamp, post.Until.Value);
    });

    Task HandOver() => Write(async (work, _) =>
    {
        var (from, to) = (Any(People).Account.PersonId, Any(People).Account.PersonId);
        var handed = new Handed(Guid.CreateVersion7(Now), from, to, random.Next(2) == 0 ? null : Any(Units), (short)random.Next(4), Now.AddHours(random.Next(-20, 20)), Now.AddHours(random.Next(21, 600)));
        await work.Db.Database.ExecuteSqlAsync($"""
            insert into delegations (id, institution_id, from_person_id, to_person_id, unit_id, ceiling, from_at, until_at)
            values ({handed.Id}, {institutionId}, {from}, {to}, {handed.Unit?.Id}, {handed.Ceiling}, {handed.FromAt}, {handed.UntilAt})
            """, work.Cancelled);
        Delegations.Add(handed);
    });

    Task Revoke() => Delegations.Count == 0 ? Task.CompletedTask : Write(async (work, _) =>
    {
        var handed = Any(Delegations);
        handed.IsRevoked = true;
        await work.Db.Database.ExecuteSqlAsync($"update delegations set revoked_at = {Now} where id = {handed.Id}", work.Cancelled);
    });

    Task Arrive() => Write(async (work, change) =>
    {
        var letter = new Letter("", "Cơ quan gửi", $"{Papers.Count + 1}", "CQ", null, "Văn bản thử") { Kind = (short)random.Next(1, 4), Urgency = (Urgency)random.Next(3) };
        var document = Document.Arrive(work.Stamp, Units[^1].Id, Source.Upload, letter, null);
        var (row, secrecy) = (work.Db.Add(document), (short)random.Next(4));
        row.Property(d => d.Secrecy).CurrentValue = secrecy;
        row.Property(d => d.Direction).CurrentValue = (Direction)random.Next(1, 3);
        var paper = new Paper(document, secrecy) { State = document.State };
        if (random.Next(2) == 0) (row.Property(d => d.Year).CurrentValue, row.Property(d => d.Number).CurrentValue, paper.Number) = (Now.Year, Papers.Count + 1, Papers.Count + 1);
        await change.Flush();
        await Let(change, paper);
        Papers.Add(paper);
    });

    Task Join() => Papers.Count == 0 ? Task.CompletedTask : Write((_, change) => Let(change, Any(Papers)));

    /// <summary>Joining twice as the same thing is joining once: the first day counts.</summary>
    async Task Let(Change change, Paper paper)
    {
        var (held, role) = (AnyHolder(), (ParticipationRole)random.Next(1, 11));
        var isNew = !joined.Contains((paper.Document.Id, held.Holder, role));
        await change.Join(paper.Document, role, held.Holder);
        if (isNew) paper.Holders.Add(held);
        joined.Add((paper.Document.Id, held.Holder, role));
    }

    readonly HashSet<(Guid, Guid, ParticipationRole)> joined = [];

    Task Go() => Papers.Count == 0 ? Task.CompletedTask : Write(async (_, change) =>
    {
        var paper = Any(Papers);
        var document = await change.Document(paper.Document.Id);
        var (before, after) = (document.State, (DocumentState)random.Next(1, 6));
        change.Work.Db.Entry(document).Property(d => d.State).CurrentValue = after;
        await change.Flush();
        await change.Recount(document, before);
        paper.State = after;
        typeof(Document).GetProperty(nameof(Document.State))!.SetValue(paper.Document, after);
    });

    Task Expect() => Papers.Count == 0 ? Task.CompletedTask : Write(async (_, change) =>
    {
        var (paper, held, task) = (Any(Papers), AnyHolder(), (DeskTask)random.Next(1, 11));
        DateOnly? due = random.Next(4) == 0 ? null : Today.AddDays(random.Next(-10, 30));
        await change.Expect(paper.Document, held.Holder, task, due);
        if (paper.Open.Find(j => j.With.Holder == held.Holder && j.Task == task) is { } open) open.Due = due ?? OpenWork.NoDeadline;
        else paper.Open.Add(new(held, task) { Due = due ?? OpenWork.NoDeadline });
    });

    Task Discharge() => Papers.Find(p => p.Open.Count > 0 && random.Next(2) == 0) is not { } paper ? Task.CompletedTask : Write(async (_, change) =>
    {
        var job = Any(paper.Open);
        await change.Discharge(paper.Document, job.With.Holder, job.Task);
        paper.Open.Remove(job);
    });

    async Task Write(Func<Work, Change, Task> write) => await InWork(async work =>
    {
        await using var change = await work.Begin();
        await write(work, change);
        await change.Commit();
        return true;
    });

    Held AnyHolder()
    {
        if (random.Next(2) == 0)
        {
            var unit = Any(Units);
            return new(unit.Id, new HashSet<Unit> { unit });
        }
        var person = Any(People).Account.PersonId;
        return new(person, Posts.Where(p => p.PersonId == person && p.From <= Today && (p.Until is null || p.Until >= Today)).Select(p => p.Unit).ToHashSet());
    }

    T Any<T>(List<T> all) => all[random.Next(all.Count)];

    sealed class At(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);
    }
}
