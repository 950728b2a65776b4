using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using Signatures.Certificates;
using Signatures.Checking;
using Signatures.Cms;
using Signatures.Signing;

namespace Signatures.Tests.World;

/// <summary>A root, a leader, an organ, their images, and the road of one letter: fields, the leader's signature, issue.</summary>
public sealed class Cast : IDisposable
{
    public static readonly DateTimeOffset At = new(2026, 11, 20, 8, 30, 0, TimeSpan.FromHours(7));
    static readonly DateTimeOffset from = At.AddYears(-1), until = At.AddYears(5);

    public static readonly PdfRectangle LeaderPlace = new(330, 380, 490, 440), SealPlace = new(280, 360, 380, 460);

    readonly Folder folder = new();

    public CertificateAuthority Root { get; } = CertificateAuthority.Create("Cơ quan chứng thực thử nghiệm", from, until);
    public X509Certificate2 Leader { get; }
    public X509Certificate2 Organ { get; }
    public byte[] Font { get; } = FindFont("LiberationSerif-Regular.ttf");
    public byte[] Italic { get; } = FindFont("LiberationSerif-Italic.ttf");
    public byte[] BlueInk { get; } = Png(160, 60, (x, y) => Math.Abs(y - 30 - 20 * Math.Sin(x / 12.0)) < 3 ? 0x1A3FC8FFu : 0u);
    public byte[] RedSeal { get; } = Png(120, 120, (x, y) => Math.Abs(Math.Sqrt((x - 60) * (x - 60) + (y - 60) * (y - 60)) - 52) < 4 ? 0xD01818FFu : 0u);

    public Cast()
    {
        Leader = Root.Issue(CertificateSubject.Person("Nguyễn Thị Hằng", "Ủy ban nhân dân xã Bình An", "0101"), from, until);
        Organ = Root.Issue(CertificateSubject.Organ("Ủy ban nhân dân xã Bình An", "000.00.15.H41"), from, until, rsa: true);
    }

    public SigningKey LeaderKey => SigningKey.Of(Leader);
    public SigningKey OrganKey => SigningKey.Of(Organ);
    public TrustAnchors Anchors => TrustAnchors.Of(Root.Certificate);
    public CheckOptions Options => new() { At = At.AddDays(1), IssueFields = ["so", "ngay"] };

    public byte[] WithFields(byte[] pdf) => PdfSigning.AddFields(pdf,
        [new("so", 1, new(110, 740, 160, 755)), new("ngay", 1, new(330, 740, 500, 755)) { IsItalic = true, IsCentred = true }], Font, Italic);

    public byte[] SignedByLeader(byte[] pdf) => CmsSignature.Sign(PdfSigning.Prepare(pdf, new()
    {
        Field = "ky-duyet", At = At, Signer = "Nguyễn Thị Hằng", Reason = "Phê duyệt",
        Appearance = new(1, LeaderPlace) { Image = BlueInk },
    }), LeaderKey);

    public IssueRequest Issue => new()
    {
        Values = new Dictionary<string, string> { ["so"] = "15", ["ngay"] = "ngày 20 tháng 11 năm 2026" },
        Signature = new() { Field = "phat-hanh", At = At.AddHours(1), Signer = "Ủy ban nhân dân xã Bình An", Appearance = new(1, SealPlace) { Image = RedSeal } },
    };

    public byte[] Issued(byte[] signedByLeader) => CmsSignature.Sign(PdfSigning.PrepareIssue(signedByLeader, Issue), OrganKey);

    /// <summary>The whole road of one letter.</summary>
    public byte[] Letter(byte[] pdf) => Issued(SignedByLeader(WithFields(pdf)));

    public PdfReport Check(byte[] pdf) => PdfCheck.Run(pdf, Anchors, Options);

    /// <summary>What poppler says of the signatures, with our root trusted.</summary>
    public string Pdfsig(byte[] pdf)
    {
        var store = folder.In("nss");
        if (!Directory.Exists(store))
        {
            Directory.CreateDirectory(store);
            Tool.Run("certutil", "-N", "-d", "sql:" + store, "--empty-password");
            Tool.Run("certutil", "-A", "-d", "sql:" + store, "-n", "root", "-t", "CT,C,C", "-i", folder.Write("root.der", Root.Certificate.RawData));
        }
        return Tool.Try("pdfsig", "-nssdir", "sql:" + store, folder.Write("judged.pdf", pdf)).Output;
    }

    static byte[] FindFont(string name) => File.ReadAllBytes(new[] { "/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/liberation-serif" }
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"{name} is missing; ./test installs fonts-liberation2."));

    /// <summary>A PNG with transparency from a function that gives 0xRRGGBBAA.</summary>
    public static byte[] Png(int width, int height, Func<int, int, uint> pixel)
    {
        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++) zlib.Write([.. BitConverter.GetBytes(pixel(x, y)).Reverse()]);
            }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, rows.ToArray()), .. Chunk("IEND"u8, [])];
    }

    static byte[] Chunk(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. kind, .. content, 0, 0, 0, 0]; // The checksum is not read.
    }

    public void Dispose()
    {
        Root.Dispose();
        Leader.Dispose();
        Organ.Dispose();
        folder.Dispose();
    }
}
