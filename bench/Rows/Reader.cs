using App.Access;
using App.Documents;
using App.Organisation;
using App.Storage;
using Bench.Seeding;

namespace Bench.Rows;

/// <summary>Somebody's list as the use case reads it, in this process.</summary>
sealed class Reader(string connection, Actor actor)
{
    static readonly WriteGate Gate = new(queues: false);

    public static async Task<Reader> Of(string connection, string userName)
    {
        await using var db = Ministry.Open(connection);
        var account = await db.AccountNamed(userName) ?? throw new InvalidOperationException($"There is no {userName}.");
        return new(connection, await db.ActorOf(account, Stamp.Now(Actor.Nobody, TimeProvider.System)) ?? throw new InvalidOperationException($"{userName} holds no position."));
    }

    public async Task Reads()
    {
        await using var db = Ministry.Open(connection);
        var page = await new Work(db, actor, TimeProvider.System, Gate, CancellationToken.None).Newest(new());
        if (page.Items.Count != DocumentLists.PageSize) throw new InvalidOperationException($"{page.Items.Count} rows.");
    }
}
