using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace App.Storage;

/// <summary>A caller's name for one request, and the hash of what was asked.</summary>
public sealed record RepeatKey(string Key, byte[] InputSha256);

/// <summary>Remembers what a keyed request created, in the transaction that created it.</summary>
public sealed class RepeatedRequest
{
    public Guid PersonId { get; private init; }
    public string Key { get; private init; } = "";
    public Guid InstitutionId { get; private init; }
    public byte[] InputSha256 { get; private init; } = [];
    public Guid SubjectId { get; private init; }
    public DateTime At { get; private init; }

    sealed class Mapping : IEntityTypeConfiguration<RepeatedRequest>
    {
        public void Configure(EntityTypeBuilder<RepeatedRequest> request) =>
            request.ToTable("repeated_requests").HasKey(r => new { r.InstitutionId, r.PersonId, r.Key });
    }
}

/// <summary>Does a keyed request once, however often it comes: a client that got no answer may simply ask again.</summary>
public static class Repeats
{
    public const string Header = "Idempotency-Key";

    public static async Task<Guid> Once(this Work work, string? key, object input, Func<Task<Guid>> run)
    {
        if (key is not { Length: > 0 and <= 200 }) throw new Refusal("key-missing", $"Cần tiêu đề {Header} (tối đa 200 ký tự).", 400);
        var asked = work.Key = new(key, Canonical.Hash($"{input.GetType()} {Canonical.Json(input)}")); // The work lets go of its own when another step is to be remembered.
        if (await Earlier(work, asked) is { } done) return done;
        try
        {
            return await run();
        }
        catch (SentTwiceAtOnce)
        {
            return (await Earlier(work, asked))!.Value;
        }
        catch (Refusal)
        {
            // Asked again while the first was under way, it may be refused for what the first has just done.
            if (await Earlier(work, asked) is { } meanwhile) return meanwhile;
            throw;
        }
    }

    /// <summary>The same for a deed on something that is there already; without a key it is done whenever it is asked, and the model refuses what cannot be done twice.</summary>
    public static Task OnceOn(this Work work, Guid id, string deed, string? key, object input, Func<Task> run) => key is null ? run() : work.Once(key, new Deed(deed, id, input), async () =>
    {
        await run();
        return id;
    });

    /// <summary>The same for several deeds in one request, each a step of its own: the request is noted first, then each is done once, however many of them were done before an answer was lost.</summary>
    /// <returns>What does one of them.</returns>
    public static async Task<Func<Guid, Func<Task>, Task>> OnceEach(this Work work, string? key, object input)
    {
        if (key is null) return (_, run) => run();
        await work.Once(key, input, async () =>
        {
            await using var change = await work.Begin();
            await change.Commit();
            return Guid.Empty;
        });
        var own = Convert.ToHexStringLower(Canonical.Hash(key)); // As long for every key.
        return (id, run) => work.OnceOn(id, "", $"{own} {id:N}", "", run);
    }

    sealed record Deed(string Name, Guid Id, object Input);

    internal static async Task Remember(Work work, RepeatKey key, Guid subjectId)
    {
        var (actor, at) = work.Stamp;
        if (await work.Db.Database.ExecuteSqlAsync($"""
            insert into repeated_requests (institution_id, person_id, key, input_sha256, subject_id, at)
            values ({actor.InstitutionId}, {actor.PersonId}, {key.Key}, {key.InputSha256}, {subjectId}, {at}) on conflict do nothing
            """, work.Cancelled) == 0) throw new SentTwiceAtOnce();
    }

    static async Task<Guid?> Earlier(Work work, RepeatKey key)
    {
        var earlier = await work.Db.Set<RepeatedRequest>().SingleOrDefaultAsync(
            r => r.InstitutionId == work.Actor.InstitutionId && r.PersonId == work.Actor.PersonId && r.Key == key.Key, work.Cancelled);
        if (earlier is not null && !earlier.InputSha256.SequenceEqual(key.InputSha256))
            throw new Refusal("key-reused", $"Khoá {key.Key} đã dùng cho một yêu cầu khác.", 422);
        return earlier?.SubjectId;
    }

    sealed class SentTwiceAtOnce : Exception;
}
