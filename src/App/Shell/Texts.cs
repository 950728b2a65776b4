using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace App.Shell;

/// <summary>The texts of the interface: Vietnamese in the source, English from one catalogue.</summary>
public static class Texts
{
    /// <summary>A comma after the last text too, so that texts added side by side do not break the catalogue when they are joined.</summary>
    static readonly JsonSerializerOptions Catalogue = new() { AllowTrailingCommas = true };

    public static readonly FrozenDictionary<string, string> English =
        JsonSerializer.Deserialize<Dictionary<string, string>>(typeof(Texts).Assembly.GetManifestResourceStream("en.json")!, Catalogue)!.ToFrozenDictionary();

    public static string T(string vietnamese, params object?[] arguments)
    {
        var format = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English.GetValueOrDefault(vietnamese, vietnamese) : vietnamese;
        return string.Format(CultureInfo.InvariantCulture, format, arguments);
    }

    public static string Say(FormattableString sentence) => T(sentence.Format, sentence.GetArguments());
}
