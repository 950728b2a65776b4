using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace App.Shell;

/// <summary>What a person typed and, when it makes sense, the value it stands for. Binding never fails, so a form can be shown again.</summary>
[JsonConverter(typeof(EnteredConverter))]
public readonly record struct Entered<T>(string? Text, T? Value) : IParsable<Entered<T>> where T : struct, IParsable<T>
{
    public static Entered<T> Parse(string s, IFormatProvider? provider) =>
        new(s, typeof(T) == typeof(DateOnly) ? (T?)(object?)Vietnam.ReadDay(s) : typeof(T) == typeof(TimeOnly) ? (T?)(object?)Vietnam.ReadTime(s)
            : T.TryParse(s, CultureInfo.InvariantCulture, out var value) ? value : null);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Entered<T> result)
    {
        result = s is null ? default : Parse(s, provider);
        return true;
    }

    public override string ToString() => Text ?? "";
}

public static class Entered
{
    /// <summary>A value as it would have been typed.</summary>
    public static Entered<T> Of<T>(T value) where T : struct, IParsable<T>, IFormattable =>
        new(value is DateOnly ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.ToString(null, CultureInfo.InvariantCulture), value);
}

sealed class EnteredConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Entered<>);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    sealed class Converter<T> : JsonConverter<Entered<T>> where T : struct, IParsable<T>
    {
        public override Entered<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => Entered<T>.Parse(reader.GetString()!, null),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Entered<T>.Parse(JsonElement.ParseValue(ref reader).GetRawText(), null),
            _ => throw new JsonException("A single value is expected."),
        };

        public override void Write(Utf8JsonWriter writer, Entered<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
