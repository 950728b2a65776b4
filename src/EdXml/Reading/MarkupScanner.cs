using System.Buffers;

namespace EdXml.Reading;

enum Segment { Other, Tag }

/// <summary>
/// Cuts UTF-8 XML into tags and everything else without keeping more than one tag, and stops what would make the parser behind it keep too much:
/// document types, huge tags and CDATA sections, endless references. All markup of XML is ASCII, so bytes are enough.
/// </summary>
sealed class MarkupScanner(Limits limits)
{
    enum State { Text, Reference, Tag, Quoted, Bang, Comment, CData, Instruction }

    const int ReferenceBytesMax = 64;
    readonly ArrayBufferWriter<byte> tag = new(256);
    State state;
    byte quote, last, beforeLast;
    int reference, tags;
    long allTagBytes, section;

    /// <summary>Takes the next piece off the rest. A Tag is whole, from &lt; to &gt;; its span is valid until the next call.</summary>
    public bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> piece, out Segment kind)
    {
        piece = default;
        kind = Segment.Other;
        if (rest.IsEmpty) return false;
        if (state is State.Text)
        {
            piece = Text(ref rest);
            if (!piece.IsEmpty) return true;
        }
        switch (state)
        {
            case State.Reference: piece = Reference(ref rest); break;
            case State.Tag or State.Quoted or State.Bang: piece = Tag(ref rest, out kind); break;
            default: piece = Section(ref rest); break;
        }
        return true;
    }

    ReadOnlySpan<byte> Text(ref ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOfAny((byte)'<', (byte)'&');
        var piece = at < 0 ? rest : rest[..at];
        rest = rest[piece.Length..];
        if (at >= 0) Begin(rest[0]);
        return piece;
    }

    void Begin(byte first)
    {
        state = first == '<' ? State.Tag : State.Reference;
        reference = 0;
        tag.ResetWrittenCount();
    }

    ReadOnlySpan<byte> Reference(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)';');
        var piece = rest[..(end < 0 ? rest.Length : end + 1)];
        if ((reference += piece.Length) > ReferenceBytesMax)
            throw new PacketRefused("not-well-formed", $"Tệp không phải XML hợp lệ: dấu & không đi với tham chiếu nào.");
        rest = rest[piece.Length..];
        if (end >= 0) state = State.Text;
        return piece;
    }

    /// <summary>Bytes of a tag are withheld until it is whole; a comment, section or instruction is let through from where it is recognised.</summary>
    ReadOnlySpan<byte> Tag(ref ReadOnlySpan<byte> rest, out Segment kind)
    {
        kind = Segment.Other;
        var used = 0;
        while (used < rest.Length && state is State.Tag or State.Quoted or State.Bang)
        {
            var b = rest[used++];
            tag.GetSpan(1)[0] = b;
            tag.Advance(1);
            if (tag.WrittenCount > limits.TagBytesMax) throw new PacketRefused("tag-too-long", $"Có thẻ XML dài quá {limits.TagBytesMax} byte.");
            if (Step(b)) kind = Segment.Tag;
        }
        rest = rest[used..];
        if (kind == Segment.Tag) Count();
        return state is State.Tag or State.Quoted or State.Bang ? [] : tag.WrittenSpan;
    }

    bool Step(byte b)
    {
        var length = tag.WrittenCount;
        switch (state)
        {
            case State.Quoted: if (b == quote) state = State.Tag; return false;
            case State.Bang: Bang(); return false;
            case State.Tag when length == 2 && b == '!': state = State.Bang; return false;
            case State.Tag when length == 2 && b == '?': Enter(State.Instruction); return false;
            case State.Tag when b is (byte)'"' or (byte)'\'': (quote, state) = (b, State.Quoted); return false;
            case State.Tag when b == '>': state = State.Text; return true;
            default: return false;
        }
    }

    void Bang()
    {
        var sofar = tag.WrittenSpan;
        if (sofar.SequenceEqual("<!--"u8)) Enter(State.Comment);
        else if (sofar.SequenceEqual("<![CDATA["u8)) Enter(State.CData);
        else if (!"<!--"u8.StartsWith(sofar) && !"<![CDATA["u8.StartsWith(sofar))
            throw new PacketRefused("dtd", $"Tệp có khai báo DOCTYPE hoặc thực thể, không được phép.");
    }

    void Enter(State next) => (state, section, last, beforeLast) = (next, 0, 0, 0);

    ReadOnlySpan<byte> Section(ref ReadOnlySpan<byte> rest)
    {
        var used = 0;
        while (used < rest.Length)
        {
            var b = rest[used++];
            var ended = b == '>' && (state == State.Instruction ? last == '?' : state == State.Comment ? last == '-' && beforeLast == '-' : last == ']' && beforeLast == ']');
            (beforeLast, last) = (last, b);
            if (!ended) continue;
            section += used;
            CheckSection();
            state = State.Text;
            var whole = rest[..used];
            rest = rest[used..];
            return whole;
        }
        section += used;
        CheckSection();
        var piece = rest;
        rest = [];
        return piece;
    }

    void CheckSection()
    {
        if (state == State.CData && section > limits.CDataBytesMax)
            throw new PacketRefused("cdata-too-long", $"Có đoạn CDATA dài quá {limits.CDataBytesMax} byte.");
        if (state == State.Instruction && section > limits.TagBytesMax)
            throw new PacketRefused("tag-too-long", $"Có thẻ XML dài quá {limits.TagBytesMax} byte.");
    }

    void Count()
    {
        allTagBytes += tag.WrittenCount;
        if (++tags > limits.TagsMax || allTagBytes > limits.AllTagBytesMax)
            throw new PacketRefused("too-many-elements", $"Tệp có quá nhiều thành phần XML.");
    }
}
