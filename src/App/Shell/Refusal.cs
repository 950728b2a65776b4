namespace App.Shell;

/// <summary>The system understood the request and will not do it; Code is public API, the sentence is translated when shown.</summary>
public sealed class Refusal(string code, FormattableString sentence, int status = 409) : Exception(FormattableString.Invariant(sentence))
{
    public string Code => code;
    public int Status => status;
    public FormattableString Sentence => sentence;
    public string Text => Texts.Say(sentence);
    public IReadOnlyDictionary<string, FormattableString> Problems { get; init; } = new Dictionary<string, FormattableString>();

    public static Refusal NotFound => new Refusal("not-found", $"Không tìm thấy, hoặc không thuộc phạm vi được xem.", 404);
}

/// <summary>Gathers everything that is wrong with an input, so that it is said once and together.</summary>
public sealed class Problems
{
    readonly Dictionary<string, FormattableString> found = [];

    public T Need<T>(string field, Entered<T> entered, FormattableString message) where T : struct, IParsable<T>
    {
        Check(entered.Value is not null, field, message);
        return entered.Value.GetValueOrDefault();
    }

    /// <summary>A field that may stay empty, but not hold nonsense.</summary>
    public T? May<T>(string field, Entered<T> entered, FormattableString message) where T : struct, IParsable<T>
    {
        Check(entered.Value is not null || string.IsNullOrWhiteSpace(entered.Text), field, message);
        return entered.Value;
    }

    public string Need(string field, string? value, int lengthMax, FormattableString message)
    {
        var text = value?.Trim() ?? "";
        Check(text.Length > 0, field, message);
        Check(text.Length <= lengthMax, field, $"Không quá {lengthMax} ký tự.");
        return text;
    }

    /// <summary>A text that may be left out.</summary>
    public string Most(string field, string? value, int lengthMax) => string.IsNullOrWhiteSpace(value) ? "" : Need(field, value, lengthMax, $"Không quá {lengthMax} ký tự.");

    public void Check(bool holds, string field, FormattableString message)
    {
        if (!holds) found.TryAdd(field, message);
    }

    public void ThrowIfAny()
    {
        if (found.Count > 0) throw new Refusal("invalid", $"Có {found.Count} mục cần xem lại.", 422) { Problems = found };
    }
}
