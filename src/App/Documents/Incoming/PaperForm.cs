namespace App.Documents.Incoming;

/// <summary>What the clerk fills in for a document that did not come over the axis: the fields of the book, and how it came.</summary>
public sealed record PaperForm : RegisterForm
{
    /// <summary>2 on paper (as when it is left out), 3 by e-mail.</summary>
    public Entered<short> Source { get; init; }

    /// <summary>How it came; paper and mail are the two ways in that a clerk can say.</summary>
    public Source ReadSource()
    {
        var problems = new Problems();
        var source = (Source)(problems.May("Source", Source, $"Chọn cách văn bản đến: bản giấy hoặc thư điện tử.") ?? (short)Documents.Source.Upload);
        problems.Check(source is Documents.Source.Upload or Documents.Source.Mail, "Source", $"Chọn cách văn bản đến: bản giấy hoặc thư điện tử.");
        problems.ThrowIfAny();
        return source;
    }
}
