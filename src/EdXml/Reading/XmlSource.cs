using System.Buffers;
using System.Text;
using System.Xml;

namespace EdXml.Reading;

/// <summary>The parser behind its limits: document types prohibited, nothing resolved, depth and kept text bounded.</summary>
sealed class XmlSource : IDisposable
{
    public const string Qcvn = "http://www.mic.gov.vn/TBT/QCVN_102_2016", XmlDsig = "http://www.w3.org/2000/09/xmldsig#";

    readonly StreamReader text;
    readonly Limits limits;
    readonly CancellationToken stop;
    readonly char[] chunk = ArrayPool<char>.Shared.Rent(32 << 10);
    long kept;

    public XmlSource(Stream stream, Limits limits, CancellationToken stop)
    {
        (this.limits, this.stop) = (limits, stop);
        // The encoding is fixed: a declaration cannot switch it, a byte order mark is skipped.
        text = new StreamReader(new GuardedStream(stream, limits), new UTF8Encoding(true, throwOnInvalidBytes: true), false, 32 << 10, leaveOpen: true);
        Xml = XmlReader.Create(text, new XmlReaderSettings
        {
            Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null,
            IgnoreComments = true, IgnoreProcessingInstructions = true, ConformanceLevel = ConformanceLevel.Document, CloseInput = false,
        });
    }

    public XmlReader Xml { get; }
    public OddityList Oddities { get; } = new();
    public string Name => Xml.LocalName;

    public async Task<bool> Read()
    {
        stop.ThrowIfCancellationRequested();
        var more = await Xml.ReadAsync().ConfigureAwait(false);
        if (Xml.Depth > limits.DepthMax) throw new PacketRefused("too-deep", $"Tệp XML lồng quá {limits.DepthMax} tầng.");
        return more;
    }

    /// <summary>From the element read to its children, one after the other; the reader stands on a child's start tag and must be past it when it returns.</summary>
    public async Task Children(string path, Func<string, Task> child)
    {
        if (Xml.IsEmptyElement) return;
        while (await Read().ConfigureAwait(false) && Xml.NodeType != XmlNodeType.EndElement)
        {
            if (Xml.NodeType != XmlNodeType.Element) continue;
            var at = $"{path}/{Name}";
            if (Known(at)) await child(at).ConfigureAwait(false);
            else await Skip().ConfigureAwait(false);
        }
    }

    bool Known(string path)
    {
        if (Xml.NamespaceURI is Qcvn or XmlDsig or "") return true;
        Oddities.Add("namespace", path, Xml.NamespaceURI);
        return false;
    }

    public Task SkipUnknown(string path)
    {
        Oddities.Add("unknown-element", path);
        return Skip();
    }

    /// <summary>To the end tag of the element, keeping nothing.</summary>
    public async Task Skip()
    {
        if (Xml.IsEmptyElement) return;
        var depth = Xml.Depth;
        while (await Read().ConfigureAwait(false) && !(Xml.NodeType == XmlNodeType.EndElement && Xml.Depth == depth)) { }
    }

    /// <summary>The element with everything in it, as a tree.</summary>
    public async Task<Node> Tree(string path)
    {
        var node = new Node(Name, path);
        if (Xml.HasAttributes) Attributes(node);
        if (Xml.IsEmptyElement) return node;
        var value = new StringBuilder();
        while (await Read().ConfigureAwait(false) && Xml.NodeType != XmlNodeType.EndElement)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                var at = $"{path}/{Name}";
                if (Known(at)) node.Children.Add(await Tree(at).ConfigureAwait(false));
                else await Skip().ConfigureAwait(false);
            }
            else await Text(value, limits.FieldCharactersMax, path).ConfigureAwait(false);
        }
        node.Text = value.ToString().Trim();
        return node;
    }

    void Attributes(Node node)
    {
        while (Xml.MoveToNextAttribute())
        {
            if (Xml.Prefix == "xmlns" || Xml.Name == "xmlns") continue;
            Keep(Xml.Value.Length);
            node.Attributes[Xml.LocalName] = Xml.Value;
        }
        Xml.MoveToElement();
    }

    /// <summary>Appends the text node the reader stands on; white space alone counts little and is appended too.</summary>
    async Task Text(StringBuilder value, int max, string path)
    {
        if (!Xml.CanReadValueChunk || Xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) return;
        int read;
        while ((read = await Xml.ReadValueChunkAsync(chunk, 0, chunk.Length).ConfigureAwait(false)) > 0)
        {
            if (value.Length + read > max) throw new PacketRefused("field-too-long", $"Thành phần {path} dài quá {max} ký tự.");
            Keep(read);
            value.Append(chunk, 0, read);
        }
    }

    void Keep(int characters)
    {
        if ((kept += characters) > limits.KeptCharactersMax) throw new PacketRefused("header-too-large", $"Phần thông tin của gói tin dài quá {limits.KeptCharactersMax} ký tự.");
    }

    /// <summary>The element as XML that stands alone, its white space untouched (a signature is computed over it). Null when it has neither text nor children.</summary>
    public async Task<string?> Raw(string path)
    {
        var depth = Xml.Depth;
        if (Xml.IsEmptyElement) return null;
        var copy = new StringBuilder();
        var value = new StringBuilder();
        var something = false;
        using (var writer = XmlWriter.Create(copy, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.Entitize }))
        {
            Start(writer);
            while (await Read().ConfigureAwait(false) && !(Xml.NodeType == XmlNodeType.EndElement && Xml.Depth == depth))
            {
                if (Xml.NodeType == XmlNodeType.Element) Start(writer);
                else if (Xml.NodeType == XmlNodeType.EndElement) writer.WriteFullEndElement();
                else
                {
                    await Text(value.Clear(), limits.SignatureCharactersMax, path).ConfigureAwait(false);
                    writer.WriteString(value.ToString());
                }
                something |= Xml.NodeType is XmlNodeType.Element || !string.IsNullOrWhiteSpace(value.ToString());
            }
            writer.WriteEndElement();
        }
        if (copy.Length > limits.SignatureCharactersMax) throw new PacketRefused("field-too-long", $"Thành phần {path} dài quá {limits.SignatureCharactersMax} ký tự.");
        return something ? copy.ToString() : null;
    }

    void Start(XmlWriter writer)
    {
        var empty = Xml.IsEmptyElement;
        writer.WriteStartElement(Xml.Prefix, Xml.LocalName, Xml.NamespaceURI);
        writer.WriteAttributes(Xml, defattr: false);
        Xml.MoveToElement();
        Keep(Xml.LocalName.Length);
        if (empty) writer.WriteEndElement();
    }

    /// <summary>The pieces of the content of the element the reader stands on, up to its end tag; an element inside ends the reading.</summary>
    public async Task Pieces(Func<ReadOnlyMemory<char>, Task> piece)
    {
        if (Xml.IsEmptyElement) return;
        while (await Read().ConfigureAwait(false) && Xml.NodeType != XmlNodeType.EndElement)
        {
            if (Xml.NodeType == XmlNodeType.Element) throw Base64Content.Broken();
            int read;
            while ((read = await Xml.ReadValueChunkAsync(chunk, 0, chunk.Length).ConfigureAwait(false)) > 0) await piece(chunk.AsMemory(0, read)).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        Xml.Dispose();
        text.Dispose();
        ArrayPool<char>.Shared.Return(chunk);
    }
}

/// <summary>An element kept whole: header, trace and manifest are small and come in any order.</summary>
sealed class Node(string name, string path)
{
    public string Name => name;
    public string Path => path;
    public string Text { get; set; } = "";
    public Dictionary<string, string> Attributes { get; } = [];
    public List<Node> Children { get; } = [];
}
