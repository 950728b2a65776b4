using App.Directing.Giving;
using App.Directing.Handling;
using App.Directing.Speaking;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Directing.Queueing;

/// <summary>Takes what a person wrote, drew or said while there was no network: once, however often it is sent, and with the rights of the moment at which it arrives.</summary>
public static class TakeQueued
{
    const long RequestBytesMax = Recording.BytesMax + (4L << 20); // Words and ink come along.

    /// <summary>What is sent, and on what.</summary>
    public sealed record Input
    {
        /// <summary>The device on which it waited.</summary>
        public Guid Device { get; init; }

        /// <summary>directive or progress.</summary>
        public string? Kind { get; init; }

        /// <summary>The document of a directive, the assignment of a report.</summary>
        public Guid Target { get; init; }

        /// <summary>How the case or the assignment stood when the person saw it.</summary>
        public string? Seen { get; init; }

        /// <summary>How loud the sound is that comes along.</summary>
        public string? Peaks { get; init; }
    }

    public sealed record Taken(Guid Id);

    public static void Map(Routes routes) =>
        routes.Pages.MapPost("/offline/queue", ([FromForm] Input? input, [FromForm] GiveDirective.Input? directive, [FromForm] ReportProgress.Input? progress, HttpRequest request, Work work, Sounds sounds) =>
            OurScript.Answer(async () =>
            {
                work.Actor.Require(Right.Handle);
                request.MustBeOurs();
                IReadOnlyList<IFormFile> files = request.HasFormContentType ? [.. request.Form.Files.Where(f => f.Length > 0)] : [];
                return new Taken(await Run(work, sounds, request.Headers[Repeats.Header], new(input ?? new(), directive ?? new(), progress ?? new(), files)));
            })).WithMetadata(new RequestSizeLimitAttribute(RequestBytesMax)).DisableAntiforgery().Needs(Right.Handle);

    /// <summary>All that was posted.</summary>
    public sealed record Queued(Input Input, GiveDirective.Input Directive, ReportProgress.Input Progress, IReadOnlyList<IFormFile> Files);

    public static async Task<Guid> Run(Work work, Sounds sounds, string? key, Queued queued)
    {
        work.Actor.Require(Right.Handle);
        var (input, directive, progress, files) = queued;
        await work.Meet(input.Device);
        return input.Kind switch
        {
            "directive" => await work.Once(key, new { input.Kind, input.Target, Directive = directive, Files = await Sounds.Hashes(files, work.Cancelled) }, () => Direct(work, sounds, queued)),
            "progress" => await work.Once(key, new { input.Kind, input.Target, Progress = progress }, () => Report(work, queued)),
            _ => throw new Refusal("malformed", $"Yêu cầu không đúng dạng.", 400),
        };
    }

    /// <summary>Given at once: whoever wrote it could take it back for as long as it waited.</summary>
    static async Task<Guid> Direct(Work work, Sounds sounds, Queued queued)
    {
        var ((_, directive, _, files), id) = (queued, queued.Input.Target);
        var document = await work.Document(id);
        MustBeAsSeen(queued, await Seen.Case(work, document));
        if (files.Count > 0) await KeepRecording.Run(work.For(work.Actor), sounds, id, new() { Id = directive.RecordingId, Peaks = queued.Input.Peaks }, files); // Not under the key: that is the directive's.
        return await GiveDirective.Run(work, id, directive);
    }

    static async Task<Guid> Report(Work work, Queued queued)
    {
        var id = queued.Input.Target;
        MustBeAsSeen(queued, Seen.Of(await work.Assignment(id)));
        await ReportProgress.Run(work, id, queued.Progress);
        return id;
    }

    static void MustBeAsSeen(Queued queued, string now)
    {
        if (queued.Input.Seen != now) throw new Refusal("changed-since-seen", $"Từ lúc bạn xem khi mất mạng, việc này đã thay đổi. Mời xem lại rồi gửi.");
    }
}
