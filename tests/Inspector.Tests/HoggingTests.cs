using System.Diagnostics;
using Inspector.Jobs;
using Inspector.Tests.Cast;

namespace Inspector.Tests;

/// <summary>Files that run away are stopped, and only their child pays for it.</summary>
[Collection("Children")] // They are counted and measured, so one test must not see another's.
public sealed class HoggingTests : IDisposable
{
    static readonly byte[] Honest = Papers.Pdf(Papers.Drawing("BT /T 12 Tf 100 700 Td (Chao) Tj ET"));

    // Eleven forms, each drawing the next twenty times.
    static readonly byte[] Endless = Papers.Pdf(Papers.Drawing("/F0 Do"),
        [.. Enumerable.Range(0, 11).Select(i => Papers.Drawing(i < 10 ? string.Concat(Enumerable.Repeat($"/F{i + 1} Do ", 20)) : "0 0 m"))]);

    readonly Pool pool = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_of_a_page_is_read_with_its_places()
    {
        var text = await pool.Inspectors.Run(new ReadPdfText(), new MemoryStream(Honest), Cancelled);

        Assert.Equal(1, text.PageCount);
        var line = Assert.Single(Assert.Single(text.Pages).Lines);
        Assert.Equal("Chao", line.Text);
        Assert.Equal((100, 700), (Math.Round(line.Place.Left), line.Words[0].Baseline));
    }

    [Fact]
    public async Task Hostile_PDFs_are_read_or_refused_within_the_limits()
    {
        foreach (var path in Vectors.Hostile("pdf"))
        {
            var began = Stopwatch.GetTimestamp();
            var code = await pool.Try(new ReadPdfText { PagesMax = 20, WithLast = true }, await File.ReadAllBytesAsync(path, Cancelled));
            Assert.Contains(code ?? "read", (string[])["read", "text-unreadable", "file-broken", "file-too-complex"]);
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(35), Path.GetFileName(path));
        }
        await StillWorks();
    }

    [Fact]
    public async Task A_file_that_kills_its_reader_kills_only_the_child()
    {
        var killer = Vectors.Hostile("pdf").Single(path => path.EndsWith("REDHAT-1531897-0.pdf", StringComparison.Ordinal));
        await StillWorks();
        var before = Children.Ids();

        Assert.Equal("file-broken", await pool.Try(new ReadPdfText(), await File.ReadAllBytesAsync(killer, Cancelled)));

        Assert.Contains(before, id => !Children.Ids().Contains(id));
        await StillWorks();
    }

    [Fact]
    public async Task A_file_that_needs_more_memory_than_a_file_may_is_refused()
    {
        var letters = System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj\n", 10_000)));
        var bomb = Papers.Pdf(stream =>
        {
            stream.Write("BT /T 12 Tf "u8);
            for (var i = 0; i < 10; i++) stream.Write(letters);
            stream.Write("ET"u8);
        });

        Assert.Equal("file-too-complex", await pool.Try(new ReadPdfText(), bomb));
        await StillWorks();
    }

    [Fact]
    public async Task A_file_that_draws_without_end_is_refused_after_five_seconds_of_processor_time()
    {
        Assert.Equal("file-too-complex", await pool.Try(new ReadPdfText(), Endless));
        await StillWorks();
    }

    [Fact]
    public async Task Who_no_longer_wants_the_answer_ends_the_job()
    {
        await StillWorks();
        var before = Children.Ids();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.Inspectors.Run(new ReadPdfText(), new MemoryStream(Endless), soon.Token));

        Assert.Contains(before, id => !Children.Ids().Contains(id));
        await StillWorks();
    }

    async Task StillWorks() => Assert.Null(await pool.Try(new ReadPdfText(), Honest));

    public void Dispose() => pool.Dispose();
}
