using System.Security.Cryptography.X509Certificates;
using App.Tests.Cast;

namespace App.Tests.Outgoing;

/// <summary>Programs that are not ours, asked what they think of a file.</summary>
static class Judges
{
    /// <summary>What poppler says of the signatures, with our root trusted.</summary>
    public static async Task<string> Pdfsig(byte[] pdf, X509Certificate2? root = null)
    {
        await Command.Need("pdfsig");
        await Command.Need("certutil");
        var folder = Directory.CreateTempSubdirectory("judge").FullName;
        string In(string name) => Path.Combine(folder, name);
        await File.WriteAllBytesAsync(In("root.der"), (root ?? Chancery.RootCertificate).RawData);
        await File.WriteAllBytesAsync(In("a.pdf"), pdf);
        Directory.CreateDirectory(In("nss"));
        await Command.Run("certutil", "-N", "-d", $"sql:{In("nss")}", "--empty-password");
        await Command.Run("certutil", "-A", "-d", $"sql:{In("nss")}", "-n", "root", "-t", "CT,C,C", "-i", In("root.der"));
        return (await Command.Run("pdfsig", "-nssdir", $"sql:{In("nss")}", In("a.pdf"))).Output;
    }

    public static async Task<string> Text(byte[] pdf) => (await On(pdf, file => Command.Run("pdftotext", "-layout", file, "-"))).Output;

    public static async Task IsSound(byte[] pdf)
    {
        await Command.Need("qpdf");
        var (exit, output) = await On(pdf, file => Command.Run("qpdf", "--check", file));
        Assert.True(exit == 0 && !output.Contains("WARNING", StringComparison.Ordinal), output);
    }

    static async Task<Command.Ended> On(byte[] pdf, Func<string, Task<Command.Ended>> judge)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("judge").FullName, "a.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return await judge(file);
    }
}
