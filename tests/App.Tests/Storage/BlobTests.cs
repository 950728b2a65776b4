using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Storage;

public sealed class BlobTests : IDisposable
{
    const int IoError = 5; // EIO
    const string FaultFolder = "BLOB_FAULT_FOLDER";
    static readonly string? Faulty = Environment.GetEnvironmentVariable(FaultFolder);
    readonly string folder = Faulty ?? Directory.CreateTempSubdirectory("blobs").FullName;
    readonly Blobs blobs;

    public BlobTests() => blobs = new(Path.Combine(folder, "blobs"));

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, InlineData(0), InlineData(1), InlineData(81920), InlineData(1 << 20), InlineData((1 << 20) + 1), InlineData(5_000_000)]
    public async Task Bytes_come_back_as_they_were_put(int sizeBytes)
    {
        var bytes = RandomNumberGenerator.GetBytes(sizeBytes);

        var blob = await blobs.Put(bytes, Cancelled);

        Assert.Equal(new(Convert.ToHexStringLower(SHA256.HashData(bytes)), sizeBytes), blob);
        Assert.True(blobs.Exists(blob.Sha256));
        Assert.Equal(bytes, await Read(blob.Sha256));
        Assert.Equal($"{blob.Sha256[..2]}/{blob.Sha256[2..4]}/{blob.Sha256}", Assert.Single(Kept()));
    }

    [Theory, InlineData(1000), InlineData(3_000_000)]
    public async Task A_bit_that_flipped_on_disk_is_found_before_a_byte_is_given_away(int sizeBytes)
    {
        var bytes = RandomNumberGenerator.GetBytes(sizeBytes);
        var blob = await blobs.Put(bytes, Cancelled);
        for (var i = 0; i < 20; i++)
        {
            Flip(blob.Sha256, at: Random.Shared.Next(sizeBytes), bit: Random.Shared.Next(8));

            Assert.Equal(blob.Sha256, (await Assert.ThrowsAsync<BrokenBlob>(() => blobs.Open(blob.Sha256, Cancelled))).Sha256);

            await blobs.Put(bytes, Cancelled); // Putting the right bytes again heals it.
            Assert.Equal(bytes, await Read(blob.Sha256));
        }
    }

    [Fact]
    public async Task A_blob_cut_short_or_gone_is_broken_and_no_empty_file()
    {
        var cut = await blobs.Put(new byte[4096], Cancelled);
        using (var file = File.OpenWrite(PathOf(cut.Sha256))) file.SetLength(100);
        await Assert.ThrowsAsync<BrokenBlob>(() => blobs.Open(cut.Sha256, Cancelled));

        blobs.Delete(cut.Sha256);

        Assert.False(blobs.Exists(cut.Sha256));
        await Assert.ThrowsAsync<BrokenBlob>(() => blobs.Open(cut.Sha256, Cancelled));
        blobs.Delete(cut.Sha256);
    }

    [Fact]
    public async Task The_same_bytes_put_by_many_at_once_are_kept_once()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);

        var put = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => blobs.Put(bytes, Cancelled))));

        Assert.Single(put.Distinct());
        Assert.Single(Kept());
        Assert.Equal(bytes, await Read(put[0].Sha256));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var source = new BreaksOff();

        await Assert.ThrowsAsync<EndOfStreamException>(() => blobs.Put(source, Cancelled));

        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory, InlineData("../../../etc/passwd"), InlineData("AB"), InlineData("")]
    public void A_name_that_is_no_hash_reaches_no_file(string name) => Assert.Throws<ArgumentException>(() => blobs.Exists(name));

    [Fact]
    public async Task Postponed_blobs_can_be_read_and_are_settled_together()
    {
        blobs.Postpone();
        var put = new List<Blob>();
        for (byte i = 0; i < 20; i++) put.Add(await blobs.Put(new[] { i }, Cancelled));
        blobs.Delete(put[0].Sha256);

        blobs.Settle();

        foreach (var blob in put.Skip(1)) Assert.Single(await Read(blob.Sha256));
    }

    /// <summary>Run as it is the disk works; the test below runs it once more on a disk that fails.</summary>
    [Fact]
    public async Task A_blob_is_put_only_when_the_disk_has_confirmed_it()
    {
        Task<Blob> Put() => blobs.Put(new byte[] { 1, 2, 3 }, Cancelled);
        if (Faulty is null)
        {
            await Put();
            return;
        }
        var failure = await Assert.ThrowsAsync<IOException>(Put);
        Assert.Equal(IoError, (failure.InnerException as Win32Exception)?.NativeErrorCode);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "blobs", "unfinished")));
    }

    /// <summary>strace forges the kernel's answer: to the first fsync, which is that of the bytes, or to that of one of the folders.</summary>
    [Theory, InlineData(null), InlineData("blobs/03/90"), InlineData("blobs/03"), InlineData("blobs"), InlineData("")]
    public async Task A_failing_fsync_of_the_bytes_or_of_any_folder_is_an_error(string? place)
    {
        await Command.Need("strace");
        var faulty = Directory.CreateTempSubdirectory("blobs").FullName;
        string[] where = place is null ? [] : ["-P", Path.Combine(faulty, place).TrimEnd('/')];

        var ended = await Command.Run("strace", ["-f", "-qq", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=1", .. where,
            "dotnet", "exec", typeof(BlobTests).Assembly.Location,
            "--filter-method", $"{typeof(BlobTests).FullName}.{nameof(A_blob_is_put_only_when_the_disk_has_confirmed_it)}"],
            new Dictionary<string, string> { [FaultFolder] = faulty });

        Assert.True(ended.ExitCode == 0, ended.Output);
        Assert.Single(Regex.Matches(ended.Output, Regex.Escape("(INJECTED)")));
    }

    async Task<byte[]> Read(string sha256)
    {
        await using var content = await blobs.Open(sha256, Cancelled);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, Cancelled);
        return memory.ToArray();
    }

    IEnumerable<string> Kept() => Directory.EnumerateFiles(blobs.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(blobs.Folder, f));

    string PathOf(string sha256) => Path.Combine(blobs.Folder, sha256[..2], sha256[2..4], sha256);

    void Flip(string sha256, int at, int bit)
    {
        using var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.ReadWrite);
        file.Position = at;
        var was = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(was ^ (1 << bit)));
    }

    sealed class BreaksOff : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0) throw new EndOfStreamException();
            Position = 100;
            return new(100);
        }
    }
}
