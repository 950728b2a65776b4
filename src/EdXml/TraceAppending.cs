using System.Buffers;
using System.Text;
using System.Xml;
using EdXml.Reading;
using EdXml.Writing;

namespace EdXml;

/// <summary>
/// A hub's hop: copies a packet byte for byte in one pass and adds one TraceHeader at the end of its TraceHeaderList (one is made where the packet has none).
/// A status carries no trace and is copied as it is.
/// </summary>
public static class TraceAppending
{
    /// <summary>Copies and appends; true when a hop was added. The file should have passed <see cref="EdXmlReader"/>: here only its outline is followed.</summary>
    /// <exception cref="PacketRefused">not-well-formed, dtd, incomplete (a trace without OrganId or time) or one of the <see cref="Limits"/>.</exception>
    public static async Task<bool> AppendTrace(Stream source, Stream destination, Trace trace, Limits? limits = null, CancellationToken stop = default)
    {
        if (string.IsNullOrEmpty(trace.OrganId) || trace.At is null) throw new PacketRefused("incomplete", $"Dấu vết chuyển tiếp phải có mã cơ quan và thời điểm.");
        var bounds = limits ?? Limits.Default;
        var outline = new Outline(trace);
        var scanner = new MarkupScanner(bounds);
        var (input, output) = (ArrayPool<byte>.Shared.Rent(64 << 10), new ArrayBufferWriter<byte>(80 << 10));
        try
        {
            int read;
            long total = 0;
            while ((read = await source.ReadAsync(input, stop).ConfigureAwait(false)) > 0)
            {
                if ((total += read) > bounds.FileBytesMax) throw new PacketRefused("too-large", $"Tệp lớn quá {bounds.FileBytesMax / (1 << 20)} MB.");
                output.ResetWrittenCount();
                Take(input.AsSpan(0, read), scanner, outline, output);
                await destination.WriteAsync(output.WrittenMemory, stop).ConfigureAwait(false);
            }
            outline.CheckClosed();
            return outline.Appended;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input);
        }
    }

    static void Take(ReadOnlySpan<byte> rest, MarkupScanner scanner, Outline outline, ArrayBufferWriter<byte> output)
    {
        while (scanner.Next(ref rest, out var piece, out var kind))
            if (kind == Segment.Tag) outline.Tag(piece, output);
            else output.Write(piece);
    }

    /// <summary>Follows the elements that are open, and knows the one place where the hop belongs.</summary>
    sealed class Outline(Trace trace)
    {
        static readonly string[] List = ["edXML", "edXMLEnvelope", "edXMLHeader", "TraceHeaderList"];
        readonly List<string> open = [];
        bool status, ended;

        public bool Appended { get; private set; }

        public void Tag(ReadOnlySpan<byte> tag, ArrayBufferWriter<byte> output)
        {
            var name = QualifiedName(tag);
            if (tag[1] == '/') Close(tag, name, output);
            else if (tag[^2] == '/') Empty(tag, name, output);
            else Open(tag, name, output);
        }

        void Open(ReadOnlySpan<byte> tag, string name, ArrayBufferWriter<byte> output)
        {
            open.Add(name);
            if (open.Count == 5 && Local(open[3]) == "MessageHeader" && Local(name) == "StatusCode" && Under(List.AsSpan(0, 3))) status = true;
            output.Write(tag);
        }

        void Close(ReadOnlySpan<byte> tag, string name, ArrayBufferWriter<byte> output)
        {
            if (open.Count == 0 || open[^1] != name) throw Malformed();
            if (!Appended && open.Count == 4 && Under(List)) Append(name, "\n        ", "\n      ", output);
            else if (!Appended && !status && open.Count == 3 && Under(List.AsSpan(0, 3))) AppendList(name, output);
            open.RemoveAt(open.Count - 1);
            ended |= open.Count == 0;
            output.Write(tag);
        }

        void Empty(ReadOnlySpan<byte> tag, string name, ArrayBufferWriter<byte> output)
        {
            open.Add(name);
            if (!Appended && open.Count == 4 && Under(List)) // <TraceHeaderList/> is opened for its first hop.
            {
                output.Write(tag[..^2]);
                output.Write(">"u8);
                Append(name, "\n        ", "\n      ", output);
                output.Write(Encoding.UTF8.GetBytes($"</{name}>"));
            }
            else output.Write(tag);
            open.RemoveAt(open.Count - 1);
            ended |= open.Count == 0;
        }

        bool Under(ReadOnlySpan<string> path)
        {
            if (open.Count < path.Length) return false;
            for (var i = 0; i < path.Length; i++)
                if (Local(open[i]) != path[i]) return false;
            return true;
        }

        void AppendList(string header, ArrayBufferWriter<byte> output)
        {
            var prefix = Prefix(header);
            output.Write(Encoding.UTF8.GetBytes($"\n      <{prefix}TraceHeaderList>"));
            Append(header, "\n        ", "\n      ", output);
            output.Write(Encoding.UTF8.GetBytes($"</{prefix}TraceHeaderList>\n    "));
        }

        /// <summary>The prefix of the element around it is in scope, and means the namespace it should.</summary>
        void Append(string around, string before, string after, ArrayBufferWriter<byte> output)
        {
            var prefix = Prefix(around);
            var organ = System.Security.SecurityElement.Escape(trace.OrganId!);
            output.Write(Encoding.UTF8.GetBytes($"{before}<{prefix}TraceHeader><{prefix}OrganId>{organ}</{prefix}OrganId><{prefix}Timestamp>{WireDate.Write(trace.At!.Value)}</{prefix}Timestamp></{prefix}TraceHeader>{after}"));
            Appended = true;
        }

        public void CheckClosed()
        {
            if (open.Count > 0 || !ended) throw Malformed();
        }

        static string QualifiedName(ReadOnlySpan<byte> tag)
        {
            var name = tag[(tag[1] == '/' ? 2 : 1)..^1];
            var end = name.IndexOfAny(" \t\r\n/"u8);
            return Encoding.UTF8.GetString(end < 0 ? name : name[..end]);
        }

        static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        static string Prefix(string name) => name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)];
        static PacketRefused Malformed() => new("not-well-formed", $"Tệp không phải XML hợp lệ: các thẻ mở và đóng không khớp nhau.");
    }
}
