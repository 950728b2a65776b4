using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace EdXml.Tests;

/// <summary>A complete packet and status, and short ways to read and write them.</summary>
static class Samples
{
    public static readonly XNamespace Qcvn = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    static readonly DateTimeOffset Moment = new(2026, 11, 24, 9, 30, 15, TimeSpan.FromHours(7));

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Organization Sender => new()
    {
        OrganId = "000.00.00.G13", OrganizationInCharge = "Chính phủ", OrganName = "Bộ Tài nguyên và Môi trường", OrganAdd = "Số 10 Tôn Thất Thuyết",
        Email = "bo@example.vn", Telephone = "024 0000000", Fax = "024 0000001", Website = "example.vn",
    };

    public static Packet Packet => new()
    {
        Header = new MessageHeader
        {
            From = Sender,
            To = [new Organization { OrganId = "000.00.00.H26", OrganName = "UBND thành phố Hà Nội" }, new Organization { OrganId = "H41.02" }],
            DocumentId = "000.00.00.G13,2026/11/24,15/BTNMT-VP",
            Code = new DocumentCode { CodeNumber = "15", CodeNotation = "BTNMT-VP" },
            Promulgation = new Promulgation { Place = "Hà Nội", Date = new DateOnly(2026, 11, 24) },
            DocumentType = new DocumentType { Type = 2, TypeDetail = 18, TypeName = "Công văn" },
            Subject = "V/v rà soát <số liệu> & báo cáo \"quý\"",
            Content = "Dòng một\nDòng hai",
            Signer = new Signer { Competence = "TL. BỘ TRƯỞNG", Position = "Chánh Văn phòng", FullName = "Nguyễn Văn Mẫu" },
            DueDate = new DateOnly(2026, 12, 15),
            Other = new Particulars
            {
                Priority = 2, SphereOfPromulgation = "Toàn quốc", TyperNotation = "NVM", PromulgationAmount = 3, PageAmount = 4, ReplyFors = "12/UBND-VP",
                Direction = true, ReferenceCodes = "R1", Appendixes = ["Phụ lục 1", "Phụ lục 2"],
            },
            ResponseFor = [new ResponseFor { OrganId = "000.00.00.H26", Code = "7/UBND-VP", DocumentId = "id-7", PromulgationDate = new DateOnly(2026, 10, 1) }],
            SteeringType = 2, TaskCodes = ["NV-1", "NV-2"], ApplicationType = "QLVB", ToPlaces = ["Như trên", "Lưu: VT"],
        },
        Trace = new TraceList
        {
            Id = "t1", Version = "1.0", MustUnderstand = "1", Actor = "http://schemas.xmlsoap.org/soap/actor/next", Paper = "0",
            Traces = [new Trace { OrganId = "000.00.00.G13", At = Moment }],
            Business = new Business
            {
                DocumentId = "id-0", DocType = 2, Reason = "Cập nhật", Paper = "0",
                Change = new Change { DocumentChanged = 1, ReceiversChanged = 1, Receivers = [new ChangedReceiver { OrganId = "000.00.00.H41", ReceiverType = 0 }] },
                Replacements = [new Replacement { DocumentId = "id-9", OrganIds = ["000.00.00.H41", "000.00.00.H14"] }],
                Staff = new ContactPerson { Department = "Văn thư", DepartmentId = "D1", Name = "Trần Thị Thử", StaffId = "S1", Email = "thu@example.vn", Mobile = "0900000000" },
            },
        },
        Signature = $"<Signature xmlns=\"{Qcvn}\">\n  <SignedInfo><DigestValue>AA==</DigestValue></SignedInfo>\n</Signature>",
        Manifest = [new Reference { ContentId = "cid:1", ContentType = "application/pdf", Description = "Công văn", AttachmentName = "15.pdf" }],
        Attachments = [new Attachment { ContentId = "cid:1", Name = "15.pdf", Description = "Công văn", FieldName = "f", MimeType = "m", Format = "x", ContentType = "application/pdf" }],
    };

    public static StatusMessage Status => new()
    {
        From = Sender with { OrganId = "000.00.00.H26" },
        ResponseFor = new ResponseFor { OrganId = "000.00.00.G13", Code = "15/BTNMT-VP", DocumentId = "id-15", PromulgationDate = new DateOnly(2026, 11, 24) },
        Staff = new ContactPerson { Department = "Văn thư", Name = "Lê Văn Thử" }, StatusCode = "03", Description = "Đã tiếp nhận", Timestamp = Moment,
    };

    public static byte[] Pdf => [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31 >> 3))];

    public static async Task<byte[]> Write(EdXmlFile file, params byte[][] contents)
    {
        using var stream = new MemoryStream();
        if (file is StatusMessage status) await EdXmlWriter.Write(stream, status, Stop);
        else await EdXmlWriter.Write(stream, (Packet)file, (a, to, stop) => to.WriteAsync(contents[a.Position], stop).AsTask(), Stop);
        return stream.ToArray();
    }

    public static async Task<(EdXmlFile File, byte[][] Contents)> Read(byte[] bytes, Limits? limits = null)
    {
        var places = new List<MemoryStream>();
        var file = await EdXmlReader.Read(new MemoryStream(bytes), (soFar, _) =>
        {
            Assert.True(soFar.Position >= places.Count);
            while (places.Count <= soFar.Position) places.Add(new MemoryStream()); // An attachment may have no content at all.
            return ValueTask.FromResult<Stream?>(places[soFar.Position]);
        }, limits, Stop);
        return (file, [.. places.Select(p => p.ToArray())]);
    }

    public static async Task<Packet> Packed(string xml) => (Packet)(await Read(Encoding.UTF8.GetBytes(xml))).File;

    public static async Task<string> Refused(byte[] bytes, Limits? limits = null) => (await Assert.ThrowsAsync<PacketRefused>(() => Read(bytes, limits))).Code;

    public static Task<string> Refused(string xml, Limits? limits = null) => Refused(Encoding.UTF8.GetBytes(xml), limits);

    /// <summary>Compares long contents without the slow walk of Assert.Equal over every byte.</summary>
    public static void Same(byte[][] expected, byte[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.AsSpan().SequenceEqual(pair.Second)));
    }

    /// <summary>Everything a file holds, as one comparable text.</summary>
    public static string Json(EdXmlFile file) => JsonSerializer.Serialize(file, file.GetType(), Shown);

    static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
