namespace App.Documents;

public static class Right
{
    public const string Read = "documents.read";
    public const string RegisterIncoming = "documents.register-incoming";
    public const string Draft = "documents.draft";
    public const string ReviewDraft = "documents.review-draft";
    public const string Sign = "documents.sign";
    public const string Issue = "documents.issue";
}
