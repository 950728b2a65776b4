using System.Globalization;

namespace EdXml.Reading;

/// <summary>Takes the children of an element by name, in any order; what nobody took is reported at the end.</summary>
sealed class Fields
{
    readonly Node node;
    readonly OddityList oddities;
    readonly ILookup<string, Node> byName;
    readonly HashSet<string> taken = [];

    Fields(Node node, OddityList oddities)
    {
        (this.node, this.oddities) = (node, oddities);
        byName = node.Children.ToLookup(c => c.Name);
    }

    public static T Read<T>(Node node, OddityList oddities, Func<Fields, T> shape)
    {
        var fields = new Fields(node, oddities);
        var value = shape(fields);
        foreach (var child in node.Children.Where(c => !fields.taken.Contains(c.Name)).DistinctBy(c => c.Name)) oddities.Add("unknown-element", child.Path);
        return value;
    }

    public OddityList Oddities => oddities;

    public string? Attribute(string name) => node.Attributes.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string? Text(string name, params ReadOnlySpan<string> otherNames) => First(name, otherNames) is { Text.Length: > 0 } found ? found.Text : null;

    public T? One<T>(string name, Func<Fields, T> shape, string? otherName = null) where T : class =>
        First(name, otherName is null ? [] : [otherName]) is { } found ? Read(found, oddities, shape) : null;

    public IReadOnlyList<T> Many<T>(string name, Func<Fields, T> shape)
    {
        taken.Add(name);
        return [.. byName[name].Select(n => Read(n, oddities, shape))];
    }

    public IReadOnlyList<string> Texts(string name)
    {
        taken.Add(name);
        return [.. byName[name].Select(n => n.Text).Where(t => t.Length > 0)];
    }

    public int? Number(string name, string? otherName = null)
    {
        var text = otherName is null ? Text(name) : Text(name, otherName);
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number < 0 ? null : number;
        oddities.Add("not-a-number", $"{node.Path}/{name}", text);
        return null;
    }

    public bool? Flag(string name)
    {
        var text = Text(name);
        switch (text?.ToLowerInvariant())
        {
            case null: return null;
            case "true" or "1": return true;
            case "false" or "0": return false;
            default: oddities.Add("not-a-flag", $"{node.Path}/{name}", text); return null;
        }
    }

    public DateOnly? Day(string name) => Date(name, "yyyy/MM/dd") is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null;

    public DateTimeOffset? Moment(string name) => Date(name, "yyyy/MM/dd HH:mm:ss");

    DateTimeOffset? Date(string name, string strict)
    {
        if (Text(name) is not { } text) return null;
        var read = WireDate.Read(text);
        if (read is null) oddities.Add("date-unreadable", $"{node.Path}/{name}", text);
        else if (read.Value.ToString(strict, CultureInfo.InvariantCulture) != text) oddities.Add("date-form", $"{node.Path}/{name}", text, read.Value.ToString(strict, CultureInfo.InvariantCulture));
        return read;
    }

    Node? First(string name, ReadOnlySpan<string> otherNames)
    {
        Node? first = null;
        foreach (var any in (ReadOnlySpan<string>)[name, .. otherNames])
        {
            taken.Add(any);
            foreach (var found in byName[any])
            {
                if (first is not null) { oddities.Add("repeated-element", found.Path); break; }
                first = found;
                if (any != name) oddities.Add("other-name", name, any);
            }
        }
        return first;
    }
}
