using System.Diagnostics.CodeAnalysis;

namespace App.Documents;

/// <summary>A place in a register, written 2026-17: the list goes on below it, however much is registered meanwhile.</summary>
public readonly record struct Place(int Year, int Number) : IParsable<Place>
{
    public static readonly Place Top = new(int.MaxValue, int.MaxValue);

    public static Place Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var place) ? place : throw new FormatException(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Place result)
    {
        result = s?.Split('-') is [var y, var n] && int.TryParse(y, out var year) && int.TryParse(n, out var number) ? new(year, number) : default;
        return result != default;
    }

    public override string ToString() => $"{Year}-{Number}";
}
