using System.Globalization;

namespace Understanding.Wording;

/// <summary>Whole numbers from 0 to 9,999, in digits or in words as written and as spoken: <c>05</c>, <c>hai mươi tư</c>, <c>băm mốt</c>, <c>hai không hai sáu</c>.</summary>
static class Numeral
{
    const int DigitsMax = 4;

    static readonly Dictionary<string, int> Units = new()
    {
        ["không"] = 0, ["một"] = 1, ["hai"] = 2, ["ba"] = 3, ["bốn"] = 4, ["năm"] = 5, ["sáu"] = 6, ["bảy"] = 7, ["bẩy"] = 7, ["tám"] = 8, ["chín"] = 9,
    };
    static readonly Dictionary<string, int> AfterTens = new(Units.Where(u => u.Value is not (0 or 5)))
    {
        ["mốt"] = 1, ["tư"] = 4, ["lăm"] = 5, ["nhăm"] = 5,
    };
    static readonly (Key Key, int Value)[] UnitKeys = Keys(Units), AfterTensKeys = Keys(AfterTens), OnlyAfterTens = Keys(AfterTens.Where(u => !Units.ContainsKey(u.Key)));
    static readonly Phrase Ten = new("mười"), Tens = new("mươi"), TwentyShort = new("hăm"), ThirtyShort = new("băm"), Hundred = new("trăm"), Thousand = new("nghìn", "ngàn"), Odd = new("lẻ", "linh");

    /// <summary>Moves past a number that stands here.</summary>
    public static bool Take(Sentence sentence, ref int at, out int value)
    {
        value = 0;
        if (sentence.IsDigits(at))
        {
            if (sentence[at].Text.Length > DigitsMax || !int.TryParse(sentence[at].Key.Bare, NumberStyles.None, CultureInfo.InvariantCulture, out value)) return false;
            at++;
            return true;
        }
        return Digits(sentence, ref at, out value) || Words(sentence, ref at, out value);
    }

    /// <summary>A year said digit by digit: hai không hai sáu.</summary>
    static bool Digits(Sentence sentence, ref int at, out int value)
    {
        var next = at;
        value = 0;
        for (var i = 0; i < DigitsMax; i++)
        {
            if (!One(sentence, ref next, UnitKeys, out var digit)) return false;
            value = value * 10 + digit;
        }
        if (value < 1000) return false;
        at = next;
        return true;
    }

    static bool Words(Sentence sentence, ref int at, out int value)
    {
        var (next, total) = (at, 0);
        value = 0;
        if (Scaled(sentence, ref next, Thousand, out var thousands)) total += thousands * 1000;
        if (Scaled(sentence, ref next, Hundred, out var hundreds)) total += hundreds * 100;
        var isLarge = next > at;
        var hasOdd = isLarge && Odd.Take(sentence, ref next);
        if (hasOdd || !UnderHundred(sentence, ref next, out var rest))
        {
            if (!One(sentence, ref next, UnitKeys, out rest) && !isLarge) return false;
        }
        (at, value) = (next, total + rest);
        return true;
    }

    static bool Scaled(Sentence sentence, ref int at, Phrase scale, out int value)
    {
        var next = at;
        if (!One(sentence, ref next, UnitKeys, out value) || !scale.Take(sentence, ref next)) return false;
        at = next;
        return true;
    }

    static bool UnderHundred(Sentence sentence, ref int at, out int value)
    {
        var next = at;
        if (Ten.StandsAt(sentence, next) && sentence.IsMarked || !One(sentence, ref next, UnitKeys, out var tens)) tens = 0;
        if (tens == 0)
        {
            next = at;
            tens = Ten.Take(sentence, ref next) ? 1 : TwentyShort.Take(sentence, ref next) ? 2 : ThirtyShort.Take(sentence, ref next) ? 3 : 0;
        }
        else if (!Tens.Take(sentence, ref next) && !OnlyAfterTens.Any(u => next < sentence.Count && sentence.Compare(next, u.Key) >= Likeness.Folded))
            tens = 0; // "Hai lăm" is 25 without its "mươi"; "hai ba" may be two or three.
        value = tens * 10;
        if (tens == 0) return false;
        if (One(sentence, ref next, AfterTensKeys, out var unit)) value += unit;
        at = next;
        return true;
    }

    static bool One(Sentence sentence, ref int at, (Key Key, int Value)[] keys, out int value)
    {
        value = 0;
        if (at >= sentence.Count) return false;
        foreach (var (key, number) in keys)
            if (sentence.Compare(at, key) >= Likeness.Folded)
            {
                (value, at) = (number, at + 1);
                return true;
            }
        return false;
    }

    static (Key, int)[] Keys(IEnumerable<KeyValuePair<string, int>> words) => [.. words.Select(w => (Key.Of(w.Key), w.Value))];
}
