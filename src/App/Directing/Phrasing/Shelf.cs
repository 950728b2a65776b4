namespace App.Directing.Phrasing;

/// <summary>Where phrases are kept: a person's own, or the library of the institution, with which everybody there may direct.</summary>
public sealed record Shelf(string Href, string Right)
{
    public static readonly Shelf Own = new("/phrases", Directing.Right.Direct), Library = new("/phrases/library", Organisation.Right.Administer);

    public bool IsLibrary => this == Library;

    public Guid Owner(Actor actor) => IsLibrary ? actor.InstitutionId : actor.PersonId;
}
