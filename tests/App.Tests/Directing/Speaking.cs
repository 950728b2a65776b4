using System.Net;
using App.Directing;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>What the people of the cast do with spoken directives.</summary>
static class Speaking
{
    public static Task<HttpResponseMessage> TriesToSpeak(this Official leader, Guid document, byte[] sound, Guid? id = null, string? peaks = null, string? key = null) =>
        leader.PostsFiles($"/api/v1/documents/{document}/recordings", Fields(id, peaks), [("recording", sound)], key);

    public static async Task<RecordingView> Speaks(this Official leader, Guid document, byte[]? sound = null) =>
        await (await leader.TriesToSpeak(document, sound ?? SmallSound.WebM(12_000))).Read<RecordingView>();

    public static Task<HttpResponseMessage> TriesToSend(this Official leader, Guid document, Guid recording, Guid to, string? words = null, string? heard = null) =>
        leader.Posts($"/api/v1/documents/{document}/directives", new { Words = words, RecordingId = recording, Heard = heard, Rows = new[] { new Part(to) } });

    public static async Task<CaseView> Sends(this Official leader, Guid document, Guid recording, Guid to, string? words = null, string? heard = null) =>
        await (await leader.TriesToSend(document, recording, to, words, heard)).Read<CaseView>();

    /// <summary>A directive that the leader spoke to the department, and the sound of it.</summary>
    public static async Task<(Guid Document, DirectiveView Directive, byte[] Sound)> Spoken(this World world)
    {
        var (document, sound) = ((await world.Clerk.Registers()).Id, SmallSound.WebM(12_000));
        var recording = await world.Leader.Speaks(document, sound);
        return (document, (await world.Leader.Sends(document, recording.Id, world.Department.Id)).Directives[0], sound);
    }

    public static async Task<HttpStatusCode> Hears(this Official official, string path) => (await official.Opens(path)).StatusCode;

    static IEnumerable<(string, string)> Fields(Guid? id, string? peaks)
    {
        yield return ("Peaks", peaks ?? "");
        if (id is not null) yield return ("Id", $"{id}");
    }
}
