using System.Security.Claims;
using App.Access;
using App.Storage;
using App.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace App.Organisation.SigningIn;

/// <summary>Lets a person choose as what they work (làm việc với tư cách): a position of their own, or the place of somebody who delegated to them.</summary>
/// <remarks>The choice lives in the session's cookie. It is no step in the office; what is done under it is journalled with it.</remarks>
public static class ChooseActing
{
    public const string Address = "/acting";

    public sealed record Input
    {
        /// <summary>A position or a delegation; nothing leads back to the first position of one's own.</summary>
        public Entered<Guid> Post { get; init; }

        /// <summary>What was asked for and lies at the desk of that place.</summary>
        public string? Then { get; init; }
    }

    public static void Map(Routes routes) => routes.Pages.MapPost(Address, async ([FromForm] Input? input, HttpContext http, Work work) =>
    {
        if (work.Actor.IsSystem) return Results.LocalRedirect("/sign-in");
        var account = await work.Db.AccountOf(work.Actor.PersonId) ?? throw Refusal.NotFound;
        var actor = await work.Db.ActorOf(account, work.Stamp, input?.Post.Value) ?? throw Refusal.NotFound;
        if (input?.Post.Value is { } post && actor.Post!.Id != post) throw BearerHandler.NotYours;
        await http.SignInAsync(SignedIn.Cookie, new ClaimsPrincipal(new SignedIn(actor, account, SignedIn.Cookie)));
        return Results.LocalRedirect(Page.Back(input?.Then) ?? "/"); // What was open may not be there as what one works now.
    }).Public();
}
