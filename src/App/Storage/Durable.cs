using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace App.Storage;

/// <summary>Makes bytes and names survive a power cut, and says so when it could not.</summary>
/// <remarks>The platform's own flush returns normally when fsync fails on Linux, so the system call is made and checked here.</remarks>
public static class Durable
{
    /// <exception cref="IOException">The bytes may be lost: whatever depends on them must not be acknowledged, and fsync is not tried again.</exception>
    public static void Sync(SafeFileHandle file, string path)
    {
        if (fsync(file) != 0) throw Failure(Marshal.GetLastPInvokeError(), "fsync", path);
    }

    /// <summary>Makes the content of a file durable that was written earlier.</summary>
    public static void SyncFile(string path) => SyncPath(path);

    /// <summary>Makes the names in a folder durable: a renamed file is only safe when its folder is.</summary>
    public static void SyncFolder(string path) => SyncPath(path);

    static void SyncPath(string path)
    {
        using var opened = Open(path);
        Sync(opened, path);
    }

    /// <summary>The platform opens files only; the system call opens folders too.</summary>
    static SafeFileHandle Open(string path)
    {
        const int readOnly = 0, closeOnExec = 0x80000;
        var descriptor = open(Encoding.UTF8.GetBytes(path + "\0"), readOnly | closeOnExec);
        return descriptor >= 0 ? new((nint)descriptor, ownsHandle: true) : throw Failure(Marshal.GetLastPInvokeError(), "open", path);
    }

    static IOException Failure(int errno, string call, string path) =>
        new($"{call} failed on {path}: {Marshal.GetPInvokeErrorMessage(errno)}.", new Win32Exception(errno));

    // The marshaller keeps errno at once; a managed call in between would overwrite it.
    [DllImport("libc", SetLastError = true)]
    static extern int fsync(SafeFileHandle descriptor);

    [DllImport("libc", SetLastError = true)]
    static extern int open(byte[] path, int flags);
}
