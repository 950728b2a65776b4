using System.Diagnostics;
using System.IO.Pipelines;
using System.Security.Cryptography;

namespace EdXml.Tests;

public class MemoryTests
{
    const int ContentBytes = 100 << 20, ExtraBytesMax = 40 << 20;
    const string Measuring = "EDXML_MEASURE";

    /// <summary>Written, given a hub's hop and read at the same time, piece by piece; under Measuring the process' own peak is looked at too.</summary>
    [Fact]
    public async Task A_packet_of_100_MB_passes_through()
    {
        await Pass(1 << 20); // What is loaded and compiled once is not the packet's.
        GC.Collect();
        var before = Peak();
        await Pass(ContentBytes);
        var extra = Peak() - before;
        if (Environment.GetEnvironmentVariable(Measuring) is not null) Assert.True(extra < ExtraBytesMax, $"{extra >> 20} MB more at the peak");
    }

    [Fact]
    public async Task It_passes_with_less_than_40_MB_of_memory_in_a_process_of_its_own()
    {
        if (Environment.GetEnvironmentVariable(Measuring) is not null) return; // This is that process.
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(MemoryTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null)!)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            ArgumentList = { "--filter-method", $"{typeof(MemoryTests).FullName}.{nameof(A_packet_of_100_MB_passes_through)}" },
        };
        start.Environment[Measuring] = "1";
        start.Environment["DOTNET_GCHeapHardLimit"] = $"{ExtraBytesMax:X}"; // The whole heap, the test's own machinery included.
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Samples.Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Samples.Stop);
        await process.WaitForExitAsync(Samples.Stop);
        Assert.True(process.ExitCode == 0 && output.Contains("succeeded: 1", StringComparison.Ordinal), output + await errors);
    }

    static async Task Pass(int bytes)
    {
        var (written, hopped) = (new Pipe(), new Pipe());
        var writing = Write(written.Writer.AsStream(), bytes);
        var hopping = Hop(written.Reader.AsStream(), hopped.Writer.AsStream());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var sink = new CountingStream();
        var packet = Assert.IsType<Packet>(await EdXmlReader.Read(hopped.Reader.AsStream(), (_, _) => ValueTask.FromResult<Stream?>(sink), stop: Samples.Stop));

        Assert.Equal(await writing, packet.Attachments[0].Sha256);
        await hopping;
        Assert.Equal((bytes, bytes), ((int)packet.Attachments[0].SizeBytes, (int)sink.Length));
        Assert.Equal(2, packet.Trace!.Traces.Count);
    }

    static async Task<string> Write(Stream destination, int bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = Archives.Noise(1 << 20);
        await using (destination) await EdXmlWriter.Write(destination, Samples.Packet, async (_, to, stop) =>
        {
            for (var done = 0; done < bytes; done += block.Length)
            {
                hash.AppendData(block);
                await to.WriteAsync(block, stop);
            }
        }, Samples.Stop);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static async Task Hop(Stream source, Stream destination)
    {
        await using (destination) await TraceAppending.AppendTrace(source, destination, new Trace { OrganId = "H", At = DateTimeOffset.UnixEpoch }, stop: Samples.Stop);
    }

    static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
