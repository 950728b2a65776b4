using App.Tests.Cast;

namespace App.Tests.MainPath;

/// <summary>The whole main path in a process, hub and node, that is killed with SIGKILL again and again on the way and started again on the same data.</summary>
public sealed class KilledTests
{
    const string OutsideSystem = "00.41.W00", OutsideSecret = "demo-secret", OutsideAgency = "000.00.00.H41", PacketId = "giet-1";
    static readonly string[] Options = ["--demo", "--Demo:Past=false", "--institution", Posts.Ministry.Code, "--Directing:HoldSeconds=1"];

    /// <summary>Where it dies in turn: each is passed on the way after the one before it.</summary>
    static readonly Dictionary<string, string[]> Deaths = new()
    {
        ["arriving"] =
        [
            "blob-written", "blob-named", "hub-packet-kept", // The hub's.
            "message-fetched", "blob-written", "blob-named", "packet-before-commit", "change-flushed@document-arrived", "message-taken-not-acknowledged",
            "status-before-send", "status-sent-not-noted",
        ],
        ["directing and answering"] =
        [
            "message-acknowledged", "change-flushed@document-registered", "change-committed@document-registered",
            "change-flushed@directive-given", "change-committed@document-directed", // After it was held.
            "change-flushed@assignment-given", "change-committed@work-started", "change-flushed@assignment-answered",
        ],
        ["replying"] =
        [
            "draft-signed", "change-committed@draft-signed", "number-drawn", "sealed", "change-committed@document-issued",
            "parcel-body-stored", "parcel-before-send", "parcel-sent-not-noted", "parcel-sent-noted",
        ],
        ["all the way"] =
        [
            "packet-before-commit", "message-taken-not-acknowledged", "status-sent-not-noted", "change-flushed@document-registered", "change-committed@document-directed",
            "change-flushed@assignment-given", "draft-signed", "number-drawn", "sealed", "parcel-body-stored", "parcel-sent-not-noted",
        ],
    };

    /// <summary>Places every start passes, so that tests of their own kill there: CrashTests and HubCrashTests.</summary>
    static readonly string[] ElsewhereKilled = ["started", "hub-change-flushed", "hub-change-committed"];

    /// <summary>Every place on SQLite; one of each kind on PostgreSQL.</summary>
    public static IEnumerable<ITheoryDataRow> Cases => Deaths.Keys.Select(name => name == "all the way"
        ? new TheoryDataRow<string, string>("PostgreSQL", name) { Skip = Host.Postgres is null ? "TEST_POSTGRES is not set." : null }
        : new TheoryDataRow<string, string>("SQLite", name));

    [Theory, MemberData(nameof(Cases))]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled(string database, string deaths)
    {
        var folder = Directory.CreateTempSubdirectory("killed").FullName;
        var node = database == "SQLite" ? $"Data Source={Path.Combine(folder, "node.db")}" : Host.Fresh(database);
        await using (var first = await Undying.Start(folder, node, [], Options)) await first.Stop();
        await using var program = await Undying.Start(folder, node, Deaths[deaths], Options);

        await Travels(program);

        await program.Stop();
        Assert.Equal(Deaths[deaths], program.Died);
        await new Ledger(folder, node).IsWhole(PacketId);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_crash_point_kills_in_some_test() =>
        Assert.Equal(Crash.Points.Order(), Deaths.Values.SelectMany(places => places).Select(place => place.Split('@')[0]).Concat(ElsewhereKilled).Distinct().Order());

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
