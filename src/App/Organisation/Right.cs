namespace App.Organisation;

public static class Right
{
    public const string Administer = "organisation.administer";

    /// <summary>To let another act in one's own place, and to act in another's.</summary>
    public const string Delegate = "organisation.delegate";
}
