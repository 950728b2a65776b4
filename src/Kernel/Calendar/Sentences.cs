namespace Kernel.Calendar;

/// <summary>Marks what is said to a person, so that a test finds every sentence that needs its English.</summary>
static class Sentences
{
    public static FormattableString Say(FormattableString sentence) => sentence;
}
