using System.Diagnostics;
using System.Runtime.InteropServices;
using static App.Shell.Texts;

namespace App.Workers.Inspecting;

/// <summary>How programs that open foreign bytes are started on this machine, and what limits it cannot give them.</summary>
public sealed class Sandbox : IDisposable
{
    const int FileBlocksMax = 1 << 20; // Of 512 bytes: no child writes a file over 512 MB.
    static readonly string[] PassedOn = ["PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    readonly Lazy<bool> canCutNetwork = new(Probe);

    /// <param name="folder">Where documents may lie for the time of a job.</param>
    public Sandbox(string folder)
    {
        var all = Directory.CreateDirectory(folder);
        foreach (var left in all.EnumerateDirectories().Where(f => !IsRunning(f.Name))) Remove(left); // By a process that was killed.
        Scratch = Path.Combine(all.FullName, $"{Environment.ProcessId}");
        Directory.CreateDirectory(Scratch);
    }

    /// <summary>Where the folders of jobs are made; within the data folder, as they hold documents.</summary>
    public string Scratch { get; }

    /// <summary>Whether children run without any network.</summary>
    public bool CutsNetwork => canCutNetwork.Value;

    /// <summary>The limits this machine does not give, a sentence each, in the language of whoever asks.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. CutsNetwork ? Array.Empty<string>() : [T("Máy chủ không cho tách mạng (unshare -rn), nên tiến trình mở tệp lạ vẫn có đường ra mạng.")],
        .. ProcessTree.IsMeasurable ? Array.Empty<string>() : [T("Không đo được bộ nhớ và thời gian xử lý của tiến trình con (không có /proc).")],
    ];

    public JobFolder NewFolder() => new(Scratch);

    /// <summary>A program with its arguments, without network where possible, without core dumps, and with nothing of our own environment.</summary>
    public ProcessStartInfo Command(string home, params IEnumerable<string> command)
    {
        IEnumerable<string> isolated = CutsNetwork ? ["unshare", "-rn", "--", .. command] : command;
        IEnumerable<string> whole = OperatingSystem.IsWindows() ? isolated
            : ["/bin/sh", "-c", $"ulimit -c 0; ulimit -f {FileBlocksMax}; exec \"$@\"", "sh", .. isolated];
        var start = new ProcessStartInfo(whole.First(), whole.Skip(1)) { WorkingDirectory = home };
        var passed = PassedOn.Select(name => (name, Value: Environment.GetEnvironmentVariable(name))).Where(v => v.Value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in passed) start.Environment[name] = value;
        start.Environment["HOME"] = start.Environment["TMPDIR"] = home;
        return start;
    }

    /// <summary>The dotnet that runs us.</summary>
    internal static string Dotnet =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")) is var own && File.Exists(own) ? own : "dotnet";

    /// <summary>The whole path of a program, when it is installed.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public void Dispose()
    {
        if (Directory.Exists(Scratch)) Directory.Delete(Scratch, recursive: true);
    }

    static void Remove(DirectoryInfo left)
    {
        try
        {
            left.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A converter that outlived its parent still writes there; a later start finds it ended.
        }
    }

    static bool Probe()
    {
        if (!OperatingSystem.IsLinux() || Find("unshare") is not { } unshare) return false;
        using var probe = Process.Start(new ProcessStartInfo(unshare, ["-rn", "true"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        return probe.WaitForExit(TimeSpan.FromSeconds(5)) && probe.ExitCode == 0;
    }

    static bool IsRunning(string id) => id != $"{Environment.ProcessId}" && Directory.Exists($"/proc/{id}");
}
