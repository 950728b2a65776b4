using App.Documents;
using App.Web;

namespace App.Directing.Following;

/// <summary>Shows what was directed and assigned on a document as a tree, and how long each holder had it.</summary>
public static class ReadCase
{
    public static void Map(Routes routes)
    {
        routes.Pages.MapGet("/documents/{id:guid}/assignments", (Guid id, Work work) => View(work, id)).Needs(Right.Handle);
        routes.Api.MapGet("/documents/{id:guid}/assignments", (Guid id, Work work) => Run(work, id)).Needs(Right.Handle);
    }

    public static async Task<CaseView> Run(Work work, Guid id)
    {
        work.Actor.Require(Right.Handle);
        if (work.Actor.May(Right.Direct) && await work.SheetOf(id, null) is not null) return CaseView.OnBlank(id) with { Held = await work.HeldViews(id) }; // On its way, or taken back.
        return await work.CaseView(await work.Document(id));
    }

    internal static async Task<IResult> View(Work work, Guid id, Refusal? refusal = null, Typed? typed = null)
    {
        work.Actor.Require(Right.Handle);
        var document = await work.Document(id);
        return Page.Show<ReadCasePage>(new { Document = document, Case = await work.CaseView(document), Typed = typed ?? Typed.Nothing, Refusal = refusal }, refusal);
    }
}
