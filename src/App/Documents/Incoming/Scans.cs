using System.Security.Cryptography;
using App.Storage;

namespace App.Documents.Incoming;

/// <summary>The files a clerk attaches to a paper or mailed document: how many and how large they may be, and what looking at them found.</summary>
public static class Scans
{
    public const int FilesMax = 20, FileMegabytesMax = 50, AllMegabytesMax = 100;
    public const string Accepted = ".pdf,.docx,.jpg,.jpeg,.png,.tif,.tiff";

    /// <summary>A request is a little more than its files.</summary>
    public const long RequestBytesMax = (AllMegabytesMax + 2L) << 20;
    const int NameLengthMax = 200;

    /// <summary>Looks at each in the child process, the first one being the document itself; the first bad one is refused by its name.</summary>
    public static async Task<IReadOnlyList<Looked>> Look(Intake intake, IReadOnlyList<IFormFile> files, CancellationToken cancelled)
    {
        MustFit(files);
        var looked = new List<Looked>();
        foreach (var file in files)
        {
            looked.Add(await Look(intake, file, looked.Count == 0 ? AttachmentRole.Main : AttachmentRole.Appendix, cancelled));
            if (looked[^1].IsSecret) break;
        }
        return looked;
    }

    /// <summary>Takes back what was kept of files that must not stay, unless another document has the same bytes.</summary>
    public static async Task Forget(Work work, Blobs blobs, IReadOnlyList<Looked> looked)
    {
        foreach (var file in looked.Select(l => l.File).OfType<AttachmentFile>())
            if (!await work.IsBlobNeeded(file.Sha256, Guid.Empty)) blobs.Delete(file.Sha256);
    }

    /// <summary>What the files are, for telling a repeated request from another one under the same key.</summary>
    public static async Task<IReadOnlyList<string>> Hashes(IReadOnlyList<IFormFile> files, CancellationToken cancelled)
    {
        var hashes = new List<string>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            hashes.Add($"{file.FileName} {Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancelled))}");
        }
        return hashes;
    }

    static async Task<Looked> Look(Intake intake, IFormFile file, AttachmentRole role, CancellationToken cancelled)
    {
        var name = NameOf(file);
        try
        {
            await using var content = file.OpenReadStream();
            return await intake.LookAtScan(content, name, role, cancelled);
        }
        catch (Refusal refusal) when (refusal.Status < 500)
        {
            var problems = new Problems();
            problems.Check(false, "Files", $"Tệp {name} không nhận được: {refusal.Text}");
            problems.ThrowIfAny();
            throw;
        }
    }

    static void MustFit(IReadOnlyList<IFormFile> files)
    {
        var problems = new Problems();
        problems.Check(files.Count <= FilesMax, "Files", $"Mỗi lần gửi không quá {FilesMax} tệp.");
        var large = files.Where(f => f.Length > (long)FileMegabytesMax << 20).Select(NameOf).FirstOrDefault();
        problems.Check(large is null, "Files", $"Tệp {large} lớn hơn {FileMegabytesMax} MB.");
        problems.Check(files.Sum(f => f.Length) <= (long)AllMegabytesMax << 20, "Files", $"Các tệp cộng lại lớn hơn {AllMegabytesMax} MB.");
        problems.ThrowIfAny();
    }

    /// <summary>Browsers give a mere name, other programs perhaps a path of their own machine.</summary>
    static string NameOf(IFormFile file)
    {
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim().Normalize();
        return name.Length is 0 ? "tep" : name.Length > NameLengthMax ? name[^NameLengthMax..] : name;
    }
}
