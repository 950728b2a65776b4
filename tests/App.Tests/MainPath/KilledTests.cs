using App.Tests.Cast;

namespace App.Tests.MainPath;

/// <summary>The whole main path on PostgreSQL in a process that is killed with SIGKILL again and again on the way; each place alone, on SQLite, is killed in Crashing.</summary>
public sealed class KilledTests
{
    const string OutsideSystem = "00.41.W00", OutsideSecret = "demo-secret", OutsideAgency = "000.00.00.H41", PacketId = "giet-1";
    static readonly string[] Options = ["--demo", "--Demo:Past=false", "--institution", Posts.Ministry.Code];

    /// <summary>Where it dies in turn: each is passed on the way after the one before it.</summary>
    static readonly Dictionary<string, string[]> Deaths = new()
    {
        ["arriving and handling"] =
        [
            "packet-before-commit", "message-taken-not-acknowledged", "status-sent-not-noted", "change-flushed@document-registered", "change-committed@document-directed",
            "change-flushed@assignment-given",
        ],
        ["replying"] = ["draft-signed", "number-drawn", "sealed", "parcel-body-stored", "parcel-sent-not-noted"],
    };

    public static IEnumerable<ITheoryDataRow> Cases =>
        Deaths.Keys.Select(name => new TheoryDataRow<string>(name) { Skip = Host.Postgres is null ? "TEST_POSTGRES is not set." : null });

    [Theory, MemberData(nameof(Cases))]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled_on_PostgreSQL(string deaths)
    {
        var folder = Directory.CreateTempSubdirectory("killed").FullName;
        var node = Host.Fresh("PostgreSQL");
        await using (var first = await Undying.Start(folder, node, [], Options)) await first.Stop();
        await using var program = await Undying.Start(folder, node, Deaths[deaths], Options);

        await Travels(program);

        await program.Stop();
        Assert.Equal(Deaths[deaths], program.Died);
        await new Ledger(folder, node).IsWhole(PacketId);
        Directory.Delete(folder, recursive: true);
    }

    static async Task Travels(Undying program)
    {
        var outside = new AxisPlayer(() => new(program.Address, "/XrdAdapter/adapter"), TimeProvider.System, OutsideSystem, OutsideSecret, [OutsideAgency]);
        var office = new Office(program, Posts.Ministry);
        AxisPlayer.IsDone(await program.Through(() => outside.SendsPacket(Mail.Packet(OutsideAgency, PacketId), Posts.Ministry.Code)));

        var arrived = await office.Arrives();
        await office.Registers(arrived, OutsideAgency);
        await office.Handles(arrived.Id);
        await office.Issues(OutsideAgency, arrived.Id);

        var statuses = await Office.Comes(async () => await program.Through(() => outside.Statuses(PacketId)) is { Count: >= 5 } all && !program.MayDie
            && await program.Through(() => outside.Finds()) is [_, ..] ? all : null, () => $"The post did not come, or it died only at {string.Join(", ", program.Died)}.\n{program.Said}");
        Assert.Equal(["01", "03", "04", "05", "06"], statuses);
        Assert.Equal(PacketId, (await outside.Reply()).Packet.Header.ResponseFor[0].DocumentId);
    }
}
