using App.Backups;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    static readonly Letter Letter = new("000.00.00.G12", "Bộ Tài chính", "12845", "BTC-NSNN", new(2026, 11, 23), "Rà soát dự toán năm 2027");
    readonly string folder = Directory.CreateTempSubdirectory("backup").FullName;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;
    string BackupFile => Path.Combine(folder, "backup.zip");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, OnEachDatabase]
    public async Task A_backup_made_under_writes_is_restored_elsewhere_as_it_was_at_one_moment(string database)
    {
        var world = await World.On(database, Host.Noon.AddMinutes(11));
        for (var i = 0; i < 10; i++) await Parks(world);
        using var stop = new CancellationTokenSource();
        var (parked, enough) = (0, new TaskCompletionSource());
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Parks(world);
                if (++parked == 3) enough.SetResult();
            }
        }, Cancelled);

        await enough.Task;
        await MakeBackup.Run(SettingsOf(world), BackupFile, world.Host.Clock, Cancelled);
        var during = parked;
        while (parked <= during) await Task.Delay(10, Cancelled);
        await stop.CancelAsync();
        await writing;
        var target = Elsewhere(database);
        await RestoreBackup.Run(target, BackupFile, verify: true, Cancelled);

        var before = await world.Host.InWork(world.System, Journal);
        await using var restored = Open(target);
        var after = await Journal(new Work(restored, world.System, world.Host.Clock, new WriteGate(false), Cancelled));
        Assert.InRange(after.Count, 13, before.Count - 1);
        Assert.Equal(before.Take(after.Count), after);
        await EveryFileIsThere(restored, target);
    }

    [Theory, OnEachDatabase]
    public async Task A_single_bit_that_flipped_anywhere_in_the_file_or_a_cut_is_found_and_nothing_is_restored(string database)
    {
        var world = await World.On(database, Host.Noon.AddMinutes(12));
        await Parks(world);
        await MakeBackup.Run(SettingsOf(world), BackupFile, world.Host.Clock, Cancelled);
        var whole = await File.ReadAllBytesAsync(BackupFile, Cancelled);
        var target = Elsewhere(database);
        for (var i = 0; i < 100; i++)
        {
            var broken = (byte[])whole.Clone();
            var at = i < 10 ? whole.Length - 1 - (i * 10) : Random.Shared.Next(whole.Length); // The seal itself too.
            broken[at] ^= (byte)(1 << Random.Shared.Next(8));
            await IsFound(i < 90 ? broken : whole[..at]);
        }

        async Task IsFound(byte[] bytes)
        {
            await File.WriteAllBytesAsync(BackupFile, bytes, Cancelled);
            await Assert.ThrowsAsync<BackupFailed>(() => RestoreBackup.Run(target, BackupFile, verify: true, Cancelled));
            Assert.False(Directory.Exists(target.Data));
        }
    }

    [Fact]
    public async Task A_blob_that_rotted_makes_no_backup_that_lacks_it()
    {
        var world = await World.On("SQLite", Host.Noon.AddMinutes(13));
        var settings = SettingsOf(world);
        var blob = await Parks(world);
        await File.WriteAllTextAsync(Path.Combine(settings.Node.Blobs, blob[..2], blob[2..4], blob), "rot", Cancelled);

        var refused = await Assert.ThrowsAsync<BackupFailed>(() => MakeBackup.Run(settings, BackupFile, world.Host.Clock, Cancelled));

        Assert.Contains(blob, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_row_or_a_blob_missing_after_a_restore_is_found_by_verifying()
    {
        var world = await World.On("SQLite", Host.Noon.AddMinutes(14));
        var blob = await Parks(world);
        var manifest = await MakeBackup.Run(SettingsOf(world), BackupFile, world.Host.Clock, Cancelled);
        var target = Elsewhere("SQLite");
        await RestoreBackup.Run(target, BackupFile, verify: true, Cancelled);
        var content = manifest.Stores.Single(s => s.Name == target.Node.Name);

        new Blobs(target.Node.Blobs).Delete(blob);
        Assert.Contains(blob, (await Assert.ThrowsAsync<BackupFailed>(() => Verifying.Check(target.Node, content, Cancelled))).Message, StringComparison.Ordinal);

        await using (var db = Open(target)) await db.Database.ExecuteSqlRawAsync("delete from journal where sequence = 1", Cancelled);
        Assert.Contains("journal", (await Assert.ThrowsAsync<BackupFailed>(() => Verifying.Check(target.Node, content, Cancelled))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_one_engine_is_not_restored_on_the_other()
    {
        Assert.SkipWhen(Host.Postgres is null, "TEST_POSTGRES is not set.");
        var world = await World.On("SQLite", Host.Noon.AddMinutes(14));
        await MakeBackup.Run(SettingsOf(world), BackupFile, world.Host.Clock, Cancelled);

        await Assert.ThrowsAsync<BackupFailed>(() => RestoreBackup.Run(Elsewhere("PostgreSQL"), BackupFile, verify: true, Cancelled));
    }

    [Fact]
    public async Task The_commands_back_up_a_running_system_and_restore_it_into_an_empty_folder_only()
    {
        var (first, second) = (Path.Combine(folder, "first"), Path.Combine(folder, "second"));
        await using var running = RealProgram.Start(first);
        using var client = await running.Ready();
        await client.GetAsync("/sign-in", Cancelled); // The form's token makes the first key.

        var made = await RealProgram.Run("backup", BackupFile, "--data", first);
        Assert.True(made.ExitCode == 0, made.Output);
        Assert.Equal(1, (await RealProgram.Run("backup", BackupFile, "--data", first)).ExitCode); // It never writes over another.
        Assert.Equal(2, (await RealProgram.Run("restore", BackupFile, "--data", first)).ExitCode); // In use.

        var restored = await RealProgram.Run("restore", BackupFile, "--verify", "--data", second);
        Assert.True(restored.ExitCode == 0, restored.Output);
        Assert.Contains("đủ và nguyên vẹn", restored.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RealProgram.Run("restore", BackupFile, "--data", second)).ExitCode);
        Assert.Equal(0, (await RealProgram.Run("restore", BackupFile, "--data", second, "--fresh")).ExitCode);

        Assert.NotEmpty(Keys(second)); // A cookie of the first is good in the second.
        Assert.Equal(Keys(first), Keys(second));
        await using var again = RealProgram.Start(second);
        using var there = await again.Ready();
        Assert.True((await there.GetAsync("/health", Cancelled)).IsSuccessStatusCode);
    }

    /// <summary>Parks an arrived document with a file of its own; gives the file's hash.</summary>
    static Task<string> Parks(World world) => world.Host.InWork(world.System, async work =>
    {
        var bytes = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray();
        var blob = await world.Host.Services.GetRequiredService<Blobs>().Put(bytes, work.Cancelled);
        var institution = await work.Institution();
        await using var change = await work.Begin();
        var document = await change.Park(institution, new(Source.Axis, Letter, [new(AttachmentRole.Main, "a.pdf", "application/pdf", blob.SizeBytes, blob.Sha256)]) { PacketId = blob.Sha256 });
        await change.Commit(document.Id);
        return blob.Sha256;
    });

    static async Task<List<string>> Journal(Work work) => (await work.Db.Set<JournalEntry>().OrderBy(e => e.InstitutionId).ThenBy(e => e.Sequence).ToListAsync(work.Cancelled))
        .ConvertAll(e => $"{e.Sequence} {e.At:O} {e.Deed} {e.CaseId} {e.Changes} {Convert.ToHexString(e.ChangesSha256)}");

    static async Task EveryFileIsThere(AppDb restored, Settings target)
    {
        var (blobs, files) = (new Blobs(target.Node.Blobs), await restored.Set<Attachment>().ToListAsync(Cancelled));
        Assert.InRange(files.Count, 13, int.MaxValue);
        foreach (var file in files)
        {
            await using var content = await blobs.Open(file.Sha256, Cancelled);
            Assert.Equal(file.SizeBytes, content.Length);
        }
    }

    static AppDb Open(Settings settings)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        Database.Use(options, settings.Node.Database);
        return new(options.Options);
    }

    static Settings SettingsOf(World world) => world.Host.Services.GetRequiredService<Settings>();

    static IEnumerable<string> Keys(string data) => Directory.EnumerateFiles(Path.Combine(data, "keys"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(data, f)).Order();

    Settings Elsewhere(string database)
    {
        var options = new Dictionary<string, string?> { ["Data"] = Path.Combine(folder, "restored"), ["Database"] = database == "SQLite" ? null : Host.Fresh(database) };
        return Settings.Of(new ConfigurationBuilder().AddInMemoryCollection(options).Build());
    }
}
