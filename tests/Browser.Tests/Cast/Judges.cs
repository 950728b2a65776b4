using System.Diagnostics;

namespace Browser.Tests.Cast;

/// <summary>Programs that are not ours, asked what they think of a file.</summary>
static class Judges
{
    /// <summary>What poppler says of the signatures, with this root trusted.</summary>
    public static async Task<string> Pdfsig(byte[] pdf, string rootFile)
    {
        var folder = Directory.CreateTempSubdirectory("judge");
        try
        {
            var (store, file) = ($"sql:{folder.FullName}", Path.Combine(folder.FullName, "a.pdf"));
            await File.WriteAllBytesAsync(file, pdf, Demo.Cancelled);
            await Run("certutil", "-N", "-d", store, "--empty-password");
            await Run("certutil", "-A", "-d", store, "-n", "root", "-t", "CT,C,C", "-i", rootFile);
            return await Run("pdfsig", "-nssdir", store, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(Demo.Cancelled), process.StandardError.ReadToEndAsync(Demo.Cancelled));
        await process.WaitForExitAsync(Demo.Cancelled);
        return string.Concat(await output);
    }
}
