namespace Understanding.Names;

/// <summary>A body or a person named in a stretch of words.</summary>
/// <param name="From">Its first word.</param>
/// <param name="To">The first word after it.</param>
/// <param name="Entry">Who it is; none when the directory does not say, or says it of several.</param>
/// <param name="Sureness">How sure that is.</param>
/// <param name="IsPlain">Whether the words are also common words (<c>thanh tra</c>, <c>văn phòng</c>), so that the place in the sentence must tell.</param>
/// <param name="IsStranger">Whether it only looks like a name, as nobody of the directory bears it.</param>
sealed record Mention(int From, int To, Entry? Entry, Sureness Sureness, bool IsPlain = false, bool IsStranger = false);
