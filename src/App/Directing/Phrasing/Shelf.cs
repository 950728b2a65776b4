namespace App.Directing.Phrasing;

/// <summary>Where phrases are kept: a person's own, or the library of the institution, which everybody there may use.</summary>
public sealed record Shelf(string Href, string Right)
{
    public static readonly Shelf Own = new("/phrases", Documents.Right.Read), Library = new("/phrases/library", Organisation.Right.Administer);

    public bool IsLibrary => this == Library;

    public Guid Owner(Actor actor) => IsLibrary ? actor.InstitutionId : actor.PersonId;
}
