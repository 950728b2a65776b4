using System.Globalization;
using System.Xml;
using EdXml.Reading;

namespace EdXml.Writing;

/// <summary>Writes elements of QCVN 102 with the literal prefix edXML that some peers insist on. What is empty or negative is left out, as the Java writer does.</summary>
sealed class Elements(XmlWriter xml)
{
    public const string Prefix = "edXML";

    public XmlWriter Xml => xml;

    public Task Start(string name) => xml.WriteStartElementAsync(Prefix, name, XmlSource.Qcvn);
    public Task StartBare(string name) => xml.WriteStartElementAsync("", name, XmlSource.Qcvn);
    public Task End() => xml.WriteEndElementAsync();

    public async Task In(string name, Func<Task> content)
    {
        await Start(name).ConfigureAwait(false);
        await content().ConfigureAwait(false);
        await End().ConfigureAwait(false);
    }

    public async Task In<T>(string name, T? value, Func<T, Task> content) where T : class
    {
        if (value is not null) await In(name, () => content(value)).ConfigureAwait(false);
    }

    public async Task Text(string name, string? value, bool bare = false)
    {
        if (string.IsNullOrEmpty(value)) return;
        await (bare ? StartBare(name) : Start(name)).ConfigureAwait(false);
        try
        {
            await xml.WriteStringAsync(value).ConfigureAwait(false);
        }
        catch (ArgumentException) // A control character or half a surrogate: XML 1.0 has no way to write it.
        {
            throw new PacketRefused("unwritable-character", $"Thành phần {name} có ký tự không ghi được vào XML.");
        }
        await End().ConfigureAwait(false);
    }

    public Task Number(string name, int? value) => value is null or < 0 ? Task.CompletedTask : Text(name, value.Value.ToString(CultureInfo.InvariantCulture));
    public Task Flag(string name, bool? value) => Text(name, value is null ? null : value.Value ? "true" : "false");
    public Task Day(string name, DateOnly? value) => Text(name, value is null ? null : WireDate.Write(value.Value));
    public Task Moment(string name, DateTimeOffset? value) => Text(name, value is null ? null : WireDate.Write(value.Value));

    public async Task List(string wrapper, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        await In(wrapper, () => Each(values, value => Text(name, value))).ConfigureAwait(false);
    }

    public static async Task Each<T>(IEnumerable<T> values, Func<T, Task> write)
    {
        foreach (var value in values) await write(value).ConfigureAwait(false);
    }
}
