using Understanding;

namespace Understand;

/// <summary>Why the program cannot go on, in one sentence.</summary>
sealed class Trouble(string sentence) : Exception(sentence);

/// <summary>A directory in a file: <c>code,name,kind,parent,also</c>, kind <c>unit</c> or <c>person</c>, other names split by <c>;</c>.</summary>
static class UnitsFile
{
    static readonly string[] Header = ["code", "name", "kind", "parent", "also"];

    public static AddressBook Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Trouble($"The directory {path} cannot be read.");
        }
        return Parse(text, path);
    }

    public static AddressBook Parse(string text, string path)
    {
        var rows = Csv.Rows(text).Where(r => r.Count > 1 || r[0].Trim().Length > 0).ToList();
        if (rows.Count == 0 || !rows[0].Select(h => h.Trim()).SequenceEqual(Header)) throw new Trouble($"The directory {path} must begin with the line {string.Join(',', Header)}.");
        return AddressBook.Of(rows.Skip(1).Select((row, i) => Entry(row, i + 2, path)));
    }

    static Entry Entry(IReadOnlyList<string> row, int number, string path)
    {
        var fields = row.Concat(Enumerable.Repeat("", Header.Length)).Take(Header.Length).Select(f => f.Trim()).ToList();
        if (fields is not [{ Length: > 0 } code, { Length: > 0 } name, "unit" or "person", var parent, var also]) throw new Trouble($"Row {number} of the directory {path} needs a code, a name and the kind unit or person.");
        return new(code, name, fields[2] == "unit" ? EntryKind.Unit : EntryKind.Person, parent.Length > 0 ? parent : null, also.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
