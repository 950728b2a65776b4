using App.Documents.Reading;
using App.Organisation;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Mvc;

namespace App.Documents.Incoming;

/// <summary>Enters an arrived document in the book of the year, as the clerk corrected it, and submits it to whoever directs it.</summary>
public static class RegisterArrived
{
    public sealed record View(Document Document, RegisterForm Form, int NextNumber, IReadOnlyList<Duplicates.Found> Duplicates, IReadOnlyList<Submitting.Leader> Leaders,
        IReadOnlyList<Attachment> Files, About? About, ListArrived.Row? Following, int Waiting, DateOnly Day, int? Registered);

    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/register", (Guid id, int? registered, Work work) => Show(work, id, registered: registered)).Needs(Right.RegisterIncoming);
        routes.Pages.MapPost("/documents/{id:guid}/register", (Guid id, [FromForm] RegisterForm input, Work work) => Page.Submit(async () =>
        {
            var document = await Run(work, id, input);
            return (await ListArrived.Run(work, null)).Items.FirstOrDefault(r => r.Asks != Asks.Recall) is { } next ? $"/documents/{next.Id}/register?registered={document.Number}" : $"/documents/{document.Id}";
        }, refusal => Show(work, id, input, refusal))).Needs(Right.RegisterIncoming);
        routes.Api.MapPost("/documents/{id:guid}/register", async (Guid id, RegisterForm input, [FromHeader(Name = Repeats.Header)] string? key, Work work) =>
        {
            await work.OnceOn(id, "register", key, input, () => Run(work, id, input));
            return await ReadDocument.Run(work, id);
        }).Needs(Right.RegisterIncoming);
    }

    public static async Task<Document> Run(Work work, Guid id, RegisterForm input)
    {
        work.Actor.Require(Right.RegisterIncoming);

        var arrived = await work.Document(id);
        var institution = await work.Institution();
        var (letter, promise, submittedTo) = await input.Read(work, institution, arrived);

        await using var change = await work.Begin(); // A refusal from here on gives the number back.
        var document = await change.Document(id);
        var number = await NumberSeries.Next(change, institution.RecordsUnitId, Document.IncomingBook, work.Stamp.Day.Year);
        document.Register(work.Stamp, number, letter, promise, submittedTo);
        await change.Step("document-registered", document);
        await change.Registered(document, submittedTo);
        change.Tell(new DocumentRegistered(document.Id, institution.RecordsUnitId, work.Stamp.Day));
        await change.Commit(document.Id);
        return document;
    }

    /// <summary>Off the clerk's desk and onto the leader's.</summary>
    public static async Task Registered(this Change change, Document document, Guid submittedTo)
    {
        await change.Recount(document, DocumentState.Arrived);
        await change.Join(document, ParticipationRole.Directs, submittedTo);
        await change.Discharge(document, document.BookUnitId, DeskTask.Register);
        await change.Expect(document, submittedTo, DeskTask.Direct, document.Deadline);
    }

    static async Task<IResult> Show(Work work, Guid id, RegisterForm? input = null, Refusal? refusal = null, int? registered = null)
    {
        work.Actor.Require(Right.RegisterIncoming);
        var document = await work.Document(id);
        if (document is { State: DocumentState.Arrived, Asks: Asks.Recall }) return Results.LocalRedirect($"/documents/{id}/recall");
        if (document.State != DocumentState.Arrived && refusal is null) return Results.LocalRedirect($"/documents/{id}");
        var institution = await work.Institution();
        var waiting = await ListArrived.Run(work, null);
        var letter = new Letter(document.IssuerCode, document.IssuerName, document.CodeNumber, document.CodeNotation, document.PromulgatedOn, document.Subject);
        var form = input ?? RegisterForm.Of(document) with { SubmittedTo = Entered.Of(await Submitting.Suggest(work, institution, document.IssuerCode)) };
        if (input is null && document.Deadline < work.Stamp.Day) form = form with { Deadline = default }; // It would only be refused.
        return Page.Show<RegisterArrivedPage>(new
        {
            Model = new View(document, form, await NumberSeries.Peek(work, institution.RecordsUnitId, Document.IncomingBook, work.Stamp.Day.Year),
                await Duplicates.Of(work, letter, document.PacketId, id), await Submitting.Leaders(work, institution),
                await work.Attachments(document).ToListAsync(work.Cancelled), (await work.Abouts([id]))[id].FirstOrDefault(), waiting.Items.FirstOrDefault(r => r.Id != id), waiting.Items.Count, work.Stamp.Day, registered),
            Refusal = refusal,
        }, refusal);
    }
}
