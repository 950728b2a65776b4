using App.Documents.Reading;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Incoming;

/// <summary>Enters a document that came on paper or by mail in the register, with its scans or files, and gives it the next number of the year.</summary>
/// <remarks>A file whose first page bears a mark of secrecy is not kept, and nothing else of the document either: it stands as refused, as one that came over the axis.</remarks>
public static class RegisterIncoming
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/incoming/new", (Work work) => View(work, new PaperForm())).Needs(Right.RegisterIncoming);
        routes.Pages.MapPost("/documents/incoming", ([FromForm] PaperForm input, HttpRequest request, Work work, Intake intake, Blobs blobs) =>
            Page.Submit(async () => $"/documents/{(await Run(work, intake, blobs, input, request.Form.Files.GetFiles("Files"))).Id}", refusal => View(work, input, refusal)))
            .WithMetadata(new RequestSizeLimitAttribute(Scans.RequestBytesMax)).Needs(Right.RegisterIncoming);
        routes.Api.MapPost("/documents/incoming", async (PaperForm input, [FromHeader(Name = Repeats.Header)] string? key, Work work, Intake intake, Blobs blobs) =>
        {
            var id = await work.Once(key, input, async () => (await Run(work, intake, blobs, input, [])).Id);
            return TypedResults.Created($"/api/v1/documents/{id}", await ReadDocument.Run(work, id));
        }).Needs(Right.RegisterIncoming);
        routes.Api.MapPost("/documents/incoming/scanned", async ([FromForm] PaperForm input, IFormFileCollection files, [FromHeader(Name = Repeats.Header)] string? key,
            Work work, Intake intake, Blobs blobs) =>
        {
            work.Actor.Require(Right.RegisterIncoming);
            var asked = new { Form = input, Files = await Scans.Hashes(files, work.Cancelled) };
            var id = await work.Once(key, asked, async () => (await Run(work, intake, blobs, input, files)).Id);
            return TypedResults.Created($"/api/v1/documents/{id}", await ReadDocument.Run(work, id));
        }).WithDescription($"The form's fields and its files in one multipart request: PDF, DOCX, JPEG, PNG or TIFF by their bytes, at most {Scans.FilesMax} files of {Scans.FileMegabytesMax} MB, "
            + $"{Scans.AllMegabytesMax} MB together; the first file is the document, the others are appendices. A mark of secrecy on a first page gives a document in state Refused, without content.")
            .DisableAntiforgery() // The API does not know the cookie that a forged form would need.
            .WithMetadata(new RequestSizeLimitAttribute(Scans.RequestBytesMax)).Needs(Right.RegisterIncoming);
    }

    public static async Task<Document> Run(Work work, Intake intake, Blobs blobs, PaperForm input, IReadOnlyList<IFormFile> files)
    {
        work.Actor.Require(Right.RegisterIncoming);

        var institution = await work.Institution();
        var source = input.ReadSource();
        var (letter, promise, submittedTo) = await input.Read(work, institution);
        var looked = await Scans.Look(intake, files, work.Cancelled);
        if (looked.Any(f => f.IsSecret)) return await Refuse(work, blobs, institution, new(source, letter, []), looked);

        await using var change = await work.Begin(); // A refusal from here on gives the number back.
        var document = await change.Park(institution, new(source, letter, [.. looked.Select(f => f.File!)]));
        var number = await NumberSeries.Next(change, institution.RecordsUnitId, Document.IncomingBook, work.Stamp.Day.Year);
        document.Register(work.Stamp, number, letter, promise, submittedTo);
        await change.Step("document-registered", document);
        await change.Registered(document, submittedTo);
        change.Tell(new DocumentRegistered(document.Id, institution.RecordsUnitId, work.Stamp.Day));
        await change.Commit(document.Id);
        return document;
    }

    static async Task<Document> Refuse(Work work, Blobs blobs, Institution institution, Arrival arrival, IReadOnlyList<Looked> looked)
    {
        await using var change = await work.Begin();
        var document = await change.ParkRefused(institution, arrival);
        await change.Commit(document.Id);
        await Scans.Forget(work, blobs, looked);
        return document;
    }

    static async Task<IResult> View(Work work, PaperForm input, Refusal? refusal = null)
    {
        work.Actor.Require(Right.RegisterIncoming);
        var recent = (await ListIncoming.Run(work, null, null)).Items;
        var leaders = await Submitting.Leaders(work, await work.Institution());
        return Page.Show<RegisterIncomingPage>(new { Form = input, Issuers = recent.Select(d => d.IssuerName).Distinct().ToList(), Leaders = leaders, Refusal = refusal }, refusal);
    }
}
