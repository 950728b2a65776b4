using App.Web.Parts;
using static App.Shell.Texts;

namespace App.Documents.Books;

/// <summary>How a book is ruled (Decree 30/2020, Annex IV): what its columns are called and what is written in them.</summary>
public abstract class Ruling
{
    public static readonly IReadOnlyList<Ruling> Both = [new IncomingRuling(), new OutgoingRuling()];

    /// <summary>As it is kept: incoming, outgoing.</summary>
    public abstract string Book { get; }
    public abstract string Title { get; }
    public abstract string FileName { get; }
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The day on which the document was given its number in the book.</summary>
    public abstract DateOnly? EnteredOn(DocumentRow row);

    /// <summary>A text for each column of each document, empty where nothing is to be written.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<string>>> Write(Work work, IReadOnlyList<DocumentRow> rows);

    protected static string Day(DateOnly? day) => day is null ? "" : Vietnam.Show(day);

    protected static string Day(DateTime? utc) => utc is { } at ? Vietnam.Show(Vietnam.Day(at)) : "";

    protected static string Gist(DocumentRow row) => $"{row.KindName} {row.Subject}".Trim();

    protected static string Note(DocumentRow row)
    {
        string[] notes = [States.OfUrgency((int)row.Urgency), row.State switch
        {
            DocumentState.Recalled => T("Đã bị thu hồi"),
            DocumentState.Numbered => T("Đã cấp số, chưa đóng dấu xong"),
            _ => "",
        }];
        return string.Join("; ", notes.Where(n => n.Length > 0));
    }
}
