using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace App.Directing.Inking;

/// <summary>Ink as it came, an array of <see cref="DrawnSheet"/> as JSON: in one field of a form, or as it is from a program. Taking it never fails, so that a form can show it again.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct EnteredInk(string? Text) : IParsable<EnteredInk>
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) || Text is "[]" or "null";

    public static EnteredInk Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EnteredInk result)
    {
        result = new(s);
        return true;
    }

    sealed class Converter : JsonConverter<EnteredInk>
    {
        public override EnteredInk Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? reader.GetString() : JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, EnteredInk value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
