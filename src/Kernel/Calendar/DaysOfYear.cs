using System.Collections.Frozen;
using System.Text.Json;

namespace Kernel.Calendar;

/// <summary>What the Prime Minister announced for one year: nothing here is reckoned, and it wins over what is.</summary>
/// <param name="Year">The civil year.</param>
/// <param name="Tet">The five days of Tết, when they are not the last day of the old lunar year and the first four of the new.</param>
/// <param name="NationalDays">The two days of Quốc khánh, when they are not 1 and 2 September.</param>
/// <param name="Off">Working days given as days off.</param>
/// <param name="Worked">Days of weekly rest worked instead.</param>
/// <param name="Source">The announcement.</param>
public sealed record DaysOfYear(int Year, IReadOnlyList<DateOnly>? Tet, IReadOnlyList<DateOnly>? NationalDays, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Worked, string Source)
{
    /// <summary>The years whose announcement ships with the program, by year.</summary>
    public static readonly FrozenDictionary<int, DaysOfYear> Announced = Read();

    static FrozenDictionary<int, DaysOfYear> Read()
    {
        using var file = typeof(DaysOfYear).Assembly.GetManifestResourceStream("announced.json")!;
        return JsonSerializer.Deserialize<List<DaysOfYear>>(file, JsonSerializerOptions.Web)!.ToFrozenDictionary(y => y.Year);
    }
}
