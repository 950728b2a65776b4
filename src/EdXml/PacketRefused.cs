namespace EdXml;

/// <summary>
/// A file, a packet or an archive that cannot be taken (or may not be sent). The only exception of this library that foreign bytes can cause;
/// trouble of the streams themselves (IOException, cancellation) passes through unchanged.
/// </summary>
/// <param name="code">Stable, lower case with hyphens; see the constants of the doc comments where it is thrown.</param>
/// <param name="sentence">One Vietnamese sentence; its format and arguments are kept apart so that it can be translated.</param>
public sealed class PacketRefused(string code, FormattableString sentence) : Exception(FormattableString.Invariant(sentence))
{
    public string Code => code;
    public FormattableString Sentence => sentence;
}
