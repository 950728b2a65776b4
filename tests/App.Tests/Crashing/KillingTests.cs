namespace App.Tests.Crashing;

/// <summary>kill -9 along the main path, in the process that is hub and node, and another start on the same data.</summary>
public class KillingTests
{
    public static readonly TheoryData<string, string> Places = new()
    {
        { MainPath.Arrival, "blob-written:1" }, // The hub's.
        { MainPath.Arrival, "blob-written:2" }, // The node's.
        { MainPath.Arrival, "blob-named:2" },
        { MainPath.Arrival, "hub-packet-kept" },
        { MainPath.Arrival, "message-fetched" },
        { MainPath.Arrival, "packet-before-commit" },
        { MainPath.Arrival, "change-flushed@document-arrived" },
        { MainPath.Arrival, "message-taken-not-acknowledged" },
        { MainPath.Arrival, "message-acknowledged" },
        { MainPath.Arrival, "status-before-send" },
        { MainPath.Arrival, "status-sent-not-noted" },
        { MainPath.Direction, "change-flushed@document-registered" },
        { MainPath.Direction, "change-committed@document-registered" },
        { MainPath.Direction, "change-flushed@directive-given" }, // After it was held.
        { MainPath.Direction, "change-committed@document-directed" },
        { MainPath.Direction, "change-flushed@assignment-given" },
        { MainPath.Direction, "change-committed@work-started" },
        { MainPath.Answer, "draft-signed" },
        { MainPath.Answer, "change-committed@draft-signed" },
        { MainPath.Answer, "number-drawn" },
        { MainPath.Answer, "sealed" },
        { MainPath.Answer, "change-committed@document-issued" },
        { MainPath.Answer, "parcel-body-stored" },
        { MainPath.Answer, "parcel-before-send" },
        { MainPath.Answer, "parcel-sent-not-noted" },
        { MainPath.Answer, "parcel-sent-noted" },
        { MainPath.Answer, "change-flushed@assignment-answered" },
        { MainPath.Answer, "status-sent-not-noted" },
    };

    /// <summary>Places every start passes, so that tests of their own kill there: CrashTests and HubCrashTests.</summary>
    static readonly string[] ElsewhereKilled = ["started", "hub-change-flushed", "hub-change-committed"];

    [Theory, MemberData(nameof(Places))]
    public async Task Killed_on_the_main_path_it_comes_back_with_nothing_lost_and_nothing_doubled(string stretch, string crashAt)
    {
        var folder = await MainPath.Before(stretch);
        await using (var system = await Steadfast.Start(folder, crashAt))
        {
            await MainPath.Walk(system, stretch);
            Assert.True(system.HasDied, $"The stretch passed {crashAt} alive.");
            await system.Stop();
        }
        await Keeping.IsWhole(folder);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_crash_point_kills_in_some_test() => Assert.Equal(Crash.Points.Order(),
        Places.Select(place => place.Data.Item2.Split(':', '@')[0]).Concat(ElsewhereKilled).Distinct().Order());
}
