namespace App.Organisation;

public static class Right
{
    public const string Administer = "organisation.administer";
}
