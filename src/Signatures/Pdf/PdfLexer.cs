using System.Globalization;
using System.Text;

namespace Signatures.Pdf;

/// <summary>Reads objects from bytes (ISO 32000-1 §7.2, §7.3), strictly and with a limit on depth.</summary>
sealed class PdfLexer(ReadOnlyMemory<byte> source, int position)
{
    const int DepthMax = 64;

    readonly ReadOnlyMemory<byte> source = source;
    ReadOnlySpan<byte> Bytes => source.Span;

    public int Position { get; set; } = position;
    public bool AtEnd => Position >= source.Length;

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
    static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public void SkipSpace()
    {
        while (!AtEnd)
        {
            if (IsSpace(Bytes[Position])) Position++;
            else if (Bytes[Position] == '%') while (!AtEnd && Bytes[Position] is not ((byte)'\n' or (byte)'\r')) Position++;
            else return;
        }
    }

    /// <summary>The next run of regular characters, after space; empty at a delimiter or the end.</summary>
    public string Word()
    {
        SkipSpace();
        var start = Position;
        while (!AtEnd && !IsSpace(Bytes[Position]) && !IsDelimiter(Bytes[Position])) Position++;
        return Encoding.Latin1.GetString(Bytes[start..Position]);
    }

    public int Integer(string what) =>
        int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw PdfRefusal.Damaged(what);

    public void Expect(string word)
    {
        if (Word() != word) throw PdfRefusal.Damaged(word);
    }

    /// <summary>Steps over the word when it comes next.</summary>
    public bool TryWord(string word)
    {
        var before = Position;
        if (Word() == word) return true;
        Position = before;
        return false;
    }

    public PdfValue Value(int depth = 0)
    {
        if (depth > DepthMax) throw PdfRefusal.Damaged("nesting");
        SkipSpace();
        if (AtEnd) throw PdfRefusal.Damaged("end of file");
        switch (Bytes[Position])
        {
            case (byte)'/': return new PdfName(Name());
            case (byte)'(': return LiteralString();
            case (byte)'[': return Array(depth);
            case (byte)'<': return Position + 1 < source.Length && Bytes[Position + 1] == '<' ? Dictionary(depth) : HexString();
            default: return WordOrReference();
        }
    }

    PdfValue WordOrReference()
    {
        var word = Word();
        if (word is "null") return PdfValue.Null;
        if (word is "true" or "false") return new PdfWord(word);
        if (word.Length == 0 || !word.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.')) throw PdfRefusal.Damaged("object");
        var after = Position;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && Word() == "R")
            return new PdfReference(number, generation);
        Position = after;
        return new PdfWord(word);
    }

    string Name()
    {
        Position++;
        var text = new StringBuilder();
        while (!AtEnd && !IsSpace(Bytes[Position]) && !IsDelimiter(Bytes[Position]))
        {
            var b = Bytes[Position++];
            if (b == '#' && Position + 1 < source.Length && char.IsAsciiHexDigit((char)Bytes[Position]) && char.IsAsciiHexDigit((char)Bytes[Position + 1]))
                b = (byte)(Nibble(Bytes[Position++]) << 4 | Nibble(Bytes[Position++]));
            text.Append((char)b);
        }
        return text.ToString();
    }

    PdfArray Array(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        while (true)
        {
            SkipSpace();
            if (!AtEnd && Bytes[Position] == ']') break;
            items.Add(Value(depth + 1));
        }
        Position++;
        return new(items);
    }

    PdfDictionary Dictionary(int depth)
    {
        Position += 2;
        var dictionary = new PdfDictionary();
        while (true)
        {
            SkipSpace();
            if (Position + 1 < source.Length && Bytes[Position] == '>' && Bytes[Position + 1] == '>') break;
            if (AtEnd || Bytes[Position] != '/') throw PdfRefusal.Damaged("dictionary");
            dictionary.Add(Name(), Value(depth + 1));
        }
        Position += 2;
        return dictionary;
    }

    PdfString HexString()
    {
        var start = Position++;
        var digits = new List<byte>();
        for (; ; Position++)
        {
            if (AtEnd) throw PdfRefusal.Damaged("string");
            var b = Bytes[Position];
            if (b == '>') break;
            if (IsSpace(b)) continue;
            if (!char.IsAsciiHexDigit((char)b)) throw PdfRefusal.Damaged("string");
            digits.Add(Nibble(b));
        }
        Position++;
        if (digits.Count % 2 == 1) digits.Add(0);
        var bytes = new byte[digits.Count / 2];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(digits[2 * i] << 4 | digits[2 * i + 1]);
        return new(bytes, hex: true, start, Position);
    }

    PdfString LiteralString()
    {
        var start = Position++;
        var bytes = new List<byte>();
        for (var open = 1; ; )
        {
            if (AtEnd) throw PdfRefusal.Damaged("string");
            var b = Bytes[Position++];
            if (b == '\\') Escape(bytes);
            else if (b == ')' && --open == 0) break;
            else
            {
                if (b == '(') open++;
                if (b == '\r' && !AtEnd && Bytes[Position] == '\n') Position++;
                bytes.Add(b == '\r' ? (byte)'\n' : b);
            }
        }
        return new([.. bytes], hex: false, start, Position);
    }

    void Escape(List<byte> bytes)
    {
        if (AtEnd) throw PdfRefusal.Damaged("string");
        var b = Bytes[Position++];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var value = b - '0';
            for (var i = 0; i < 2 && !AtEnd && Bytes[Position] is >= (byte)'0' and <= (byte)'7'; i++) value = value * 8 + Bytes[Position++] - '0';
            bytes.Add((byte)value);
        }
        else if (b == '\r') { if (!AtEnd && Bytes[Position] == '\n') Position++; }
        else if (b != '\n')
            bytes.Add(b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => b });
    }

    static byte Nibble(byte b) => (byte)(b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
}
