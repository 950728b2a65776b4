using App.Shell;
using App.Workers.Inspecting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inspector.Tests.Cast;

/// <summary>A pool of our own with its scratch folder.</summary>
public sealed class Pool : IDisposable
{
    readonly string data = Directory.CreateTempSubdirectory("inspecting").FullName;

    public Pool()
    {
        Sandbox = new(data);
        Inspectors = new(Sandbox, NullLogger<InspectorPool>.Instance);
    }

    public Sandbox Sandbox { get; }
    public InspectorPool Inspectors { get; }

    /// <summary>The code of the refusal, or none when the job was done.</summary>
    public async Task<string?> Try<T>(Job<T> job, byte[] content) where T : notnull
    {
        try
        {
            await Inspectors.Run(job, new MemoryStream(content), TestContext.Current.CancellationToken);
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }

    public void Dispose()
    {
        Inspectors.Dispose();
        Sandbox.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
