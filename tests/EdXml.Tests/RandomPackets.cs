using System.Xml;
using System.Xml.Linq;
using CsCheck;

namespace EdXml.Tests;

/// <summary>Random packets that a writer accepts, and random forms of the same packet.</summary>
static class RandomPackets
{
    static readonly Gen<string> Text = Gen.OneOf("a", "ậ", "Đ", "<", "&", ">", "\"", "'", "]]>", "<!--", "\n", "\t", " ", "\r", "😀", "0", "/", "\u0323", "\uFFFD")
        .Array[1, 12].Select(string.Concat).Select(t => t.Trim(' ', '\n', '\t', '\r')).Where(t => t.Length > 0);
    static readonly Gen<string?> Maybe = Gen.Null(Text, 0.4);
    static readonly Gen<string> Id = Gen.OneOf("000.00.00.G13", "H26", "vxp.saas.03", "null", "000.01.28.G14");
    static readonly Gen<int?> Number = Gen.Nullable(Gen.Int[0, 99], 0.4);
    static readonly Gen<DateOnly> Day = Gen.Int[0, 70_000].Select(days => new DateOnly(1950, 1, 1).AddDays(days));
    static readonly Gen<DateOnly?> MaybeDay = Gen.Nullable(Day, 0.4);
    static readonly Gen<DateTimeOffset> Moment = Gen.Int[0, int.MaxValue].Select(s => new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)).AddSeconds(s));
    static Gen<IReadOnlyList<T>> Some<T>(Gen<T> of) => of.Array[0, 3].Select(IReadOnlyList<T> (items) => items);

    static readonly Gen<Organization> Organization =
        from id in Id from charge in Maybe from name in Maybe from email in Maybe from web in Maybe
        select new Organization { OrganId = id, OrganizationInCharge = charge, OrganName = name, OrganAdd = name, Email = email, Telephone = charge, Fax = email, Website = web };

    static readonly Gen<ContactPerson?> Contact = Gen.Null(
        from a in Text from b in Maybe from c in Maybe
        select new ContactPerson { Department = a, DepartmentId = b, Name = c, StaffId = b, Email = c, Mobile = a }, 0.3);

    static readonly Gen<ResponseFor> Answered =
        from id in Text from code in Maybe from organ in Maybe from day in MaybeDay
        select new ResponseFor { DocumentId = id, Code = code, OrganId = organ, PromulgationDate = day };

    static readonly Gen<Particulars?> Others = Gen.Null(
        from priority in Gen.Int[0, 4] from text in Maybe from amount in Number from direction in Gen.Nullable(Gen.Bool, 0.4) from appendixes in Some(Text)
        select new Particulars
        {
            Priority = priority, SphereOfPromulgation = text, TyperNotation = text, PromulgationAmount = amount, PageAmount = amount, ReplyFors = text,
            Direction = direction, ReferenceCodes = text, Appendixes = appendixes,
        }, 0.3);

    static readonly Gen<MessageHeader> Header =
        from f in Organization from to in Organization.Array[1, 3] from id in Text from code in Text from place in Maybe from day in Day from type in Text
        from subject in Text from content in Maybe from due in MaybeDay from other in Others from answered in Some(Answered) from steering in Number from lines in Some(Text)
        select new MessageHeader
        {
            From = f, To = to, DocumentId = id, Code = new DocumentCode { CodeNumber = code, CodeNotation = content }, Promulgation = new Promulgation { Place = place, Date = day },
            DocumentType = new DocumentType { Type = steering, TypeDetail = steering, TypeName = type }, Subject = subject, Content = content,
            Signer = content is null ? null : new Signer { Competence = content, FullName = place }, DueDate = due, Other = other, ResponseFor = answered,
            SteeringType = steering, TaskCodes = lines, ApplicationType = place, ToPlaces = lines,
        };

    static readonly Gen<Business?> Business = Gen.Null(
        from type in Gen.Int[0, 3] from text in Maybe from flag in Gen.Int[0, 1] from receivers in Some(Id) from replaced in Some(Text) from contact in Contact
        select new Business
        {
            DocType = type, DocumentId = text, Reason = text, Paper = text, Staff = contact,
            Change = new Change { DocumentChanged = flag, ReceiversChanged = flag, Receivers = [.. receivers.Select(r => new ChangedReceiver { OrganId = r, ReceiverType = flag })] },
            Replacements = [.. replaced.Select(r => new Replacement { DocumentId = r, OrganIds = receivers })],
        }, 0.3);

    static readonly Gen<TraceList> Traces =
        from hops in Some(Moment) from id in Id from text in Maybe from business in Business
        select new TraceList { Id = text?.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' '), Paper = text, Traces = [.. hops.Select(h => new Trace { OrganId = id, At = h })], Business = business };

    static readonly Gen<Attachment> Attached =
        from id in Text from name in Maybe from type in Maybe
        select new Attachment { ContentId = $"cid:{id}", Name = name, Description = type, FieldName = name, MimeType = type, Format = name, ContentType = type };

    public static readonly Gen<(Packet Packet, byte[][] Contents)> Packets =
        from header in Header from trace in Traces from attachments in Attached.Array[0, 3] from content in Gen.Byte.Array[0, 300]
        select (new Packet { Header = header, Trace = trace, Attachments = [.. attachments.Select((a, i) => a with { Position = i })] }, attachments.Select((_, i) => content[..(content.Length / (i + 1))]).ToArray());

    public static readonly Gen<StatusMessage> Statuses =
        from f in Organization from id in Id from answered in Answered from contact in Contact from code in Gen.OneOf("01", "02", "13", "99") from text in Maybe from at in Moment
        select new StatusMessage { From = f, ResponseFor = answered with { OrganId = id }, Staff = contact, StatusCode = code, Description = text, Timestamp = at };

    /// <summary>The same meaning: siblings of different names in another order, another prefix, other white space.</summary>
    public static byte[] Disguised(byte[] xml, int seed)
    {
        var random = new Random(seed);
        var root = XDocument.Load(new MemoryStream(xml), LoadOptions.None).Root!;
        foreach (var element in root.DescendantsAndSelf().Where(e => e.HasElements).ToList())
        {
            var groups = element.Elements().GroupBy(e => e.Name).Select(g => g.ToList()).ToList();
            element.RemoveNodes();
            while (groups.Count > 0)
            {
                var group = groups[random.Next(groups.Count)];
                element.Add(random.Next(3) == 0 ? new XComment(" - ") : null, group[0], random.Next(2) == 0 ? new XText("\n  ") : null);
                group.RemoveAt(0);
                groups.RemoveAll(g => g.Count == 0);
            }
        }
        root.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
        var form = random.Next(3);
        if (form == 0) root.SetAttributeValue(XNamespace.Xmlns + "n1", Samples.Qcvn.NamespaceName);
        if (form == 1) foreach (var element in root.DescendantsAndSelf()) element.Name = element.Name.LocalName;
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Indent = false, NewLineHandling = NewLineHandling.Entitize })) root.WriteTo(writer);
        return written.ToArray();
    }
}
