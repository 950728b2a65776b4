using System.Text;

namespace Understand;

/// <summary>Rows of comma-separated values (RFC 4180): fields in quotation marks may hold commas, line breaks and doubled marks; a byte order mark is passed over.</summary>
static class Csv
{
    public static IEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        var (row, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\n' or '\r')) field.Append(c);
            else if (c == ',') Finish();
            else if (c == '\n')
            {
                Finish();
                yield return row;
                row = [];
            }
        }
        if (row.Count == 0 && field.Length == 0) yield break;
        Finish();
        yield return row;

        void Finish()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
