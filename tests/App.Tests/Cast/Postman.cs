using App.Documents;
using App.Exchange;
using App.Exchange.Receiving;
using App.Exchange.Sending;
using App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Cast;

/// <summary>Carries a world's post between its node and a hub, one round at a time, as the worker does by itself.</summary>
public sealed class Postman(World world, AxisPlayer member)
{
    public static async Task<Postman> Between(World world, AxisHost axis)
    {
        var code = world.Institution.Code;
        var member = new AxisPlayer(axis, $"node-{code}", $"secret-{code}", [code]);
        await axis.Members.Admit(member.SystemId, "Nút thử", member.Secret, AxisHost.Cancelled);
        await axis.Members.Enter(member.SystemId, new(code, world.Institution.Name), AxisHost.Cancelled);
        return new(world, member);
    }

    /// <summary>Takes everything out of the mailbox.</summary>
    public async Task Receives()
    {
        foreach (var kind in new[] { AxisKind.Edoc, AxisKind.Status })
            foreach (var item in await member.Client.Received(kind, AxisHost.Cancelled))
                await Takes(new(item.DocId, kind == AxisKind.Status ? "status" : "edoc", item.From, item.To));
    }

    public Task<bool> Takes(Letterbox item) => world.Host.InWork(world.System, async work =>
    {
        await TakeMessage.Run(work, member.Client, world.Host.Services.GetRequiredService<Intake>(), item);
        return true;
    });

    /// <summary>Sends what waits, once the outbox has told everything.</summary>
    public async Task Sends()
    {
        await Soon.Is(async () => !await HasToTell(), "the outbox to be told");
        await world.Host.InWork(world.System, async work =>
        {
            await SendParcels.Run(work, member.Client, world.Host.Services.GetRequiredService<Blobs>());
            return await SendStatuses.Run(work, member.Client);
        });
    }

    /// <summary>What is meant for later waits for ever, because the clock stands still.</summary>
    Task<bool> HasToTell() => world.Host.InWork(world.System, work =>
        work.Db.Set<OutboxEvent>().AnyAsync(e => e.InstitutionId == world.Institution.Id && (e.DueAt <= work.Stamp.At || (e.Attempts > 0 && e.Problem == null)), work.Cancelled));
}
