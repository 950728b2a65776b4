using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Inspector;
using static App.Shell.Texts;

namespace App.Workers.Inspecting;

/// <summary>
/// Opens foreign bytes in child processes: a few are kept warm, each does one job at a time under limits, and is replaced when it broke one, died, or has done
/// enough. Whatever a file does, this process lives.
/// </summary>
public sealed class InspectorPool(Sandbox sandbox, ILogger<InspectorPool> log) : IHostedService, IDisposable
{
    const int Children = 2;
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "inspector", "Inspector.dll");

    readonly SemaphoreSlim turns = new(Children);
    readonly ConcurrentBag<InspectorChild> idle = [];
    readonly CancellationTokenSource stopping = new();
    int disposals;

    /// <summary>What is missing for opening files safely, a sentence each.</summary>
    public IReadOnlyList<string> Missing =>
        [.. File.Exists(Program) ? Array.Empty<string>() : [T("Thiếu chương trình mở tệp lạ (inspector/Inspector.dll); không đọc được tệp nhận về.")], .. sandbox.Missing];

    public JobFolder NewFolder() => sandbox.NewFolder();

    /// <summary>Does a job about one file that leaves nothing but its answer.</summary>
    /// <inheritdoc cref="Run{TAnswer}(Job{TAnswer}, JobFolder, CancellationToken)"/>
    public async Task<TAnswer> Run<TAnswer>(Job<TAnswer> job, Stream content, CancellationToken cancelled) where TAnswer : notnull
    {
        using var folder = NewFolder();
        await folder.Put(job.File, content, cancelled);
        return await Run(job, folder, cancelled);
    }

    /// <summary>Does a job about the files of a folder.</summary>
    /// <exception cref="Refusal"><c>file-too-complex</c>, <c>file-broken</c>, or the job's own code: the file is not to be trusted further (422).
    /// <c>inspector-missing</c> (503): nothing is known about the file, ask again later.</exception>
    /// <exception cref="OperationCanceledException">The job was killed.</exception>
    public async Task<TAnswer> Run<TAnswer>(Job<TAnswer> job, JobFolder folder, CancellationToken cancelled) where TAnswer : notnull
    {
        var order = new Order(job.Kind, folder.Path, JsonSerializer.SerializeToElement(job, job.GetType(), Job.Json));
        await turns.WaitAsync(cancelled);
        try
        {
            return await Ask(job, order, retries: Children, cancelled);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Starts the first child, so that the first file does not wait for it.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Warm();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stopping.Cancel();
        while (idle.TryTake(out var child)) child.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposals, 1) > 0) return; // It is known as itself and as a hosted service, and each is disposed.
        StopAsync(CancellationToken.None);
        stopping.Dispose();
        turns.Dispose();
    }

    async Task<TAnswer> Ask<TAnswer>(Job<TAnswer> job, Order order, int retries, CancellationToken cancelled) where TAnswer : notnull
    {
        var child = await Take(cancelled);
        try
        {
            var outcome = await child.Ask(order, Limits.OfOneFile, cancelled);
            var ending = child.IsUsable ? "" : await child.Explain();
            if (outcome is not { Reply: null, Breach: null } || !child.WasKilled || retries == 0) return Answer<TAnswer>(job, outcome, ending);
        }
        finally
        {
            GiveBack(child);
        }
        return await Ask(job, order, retries - 1, cancelled); // Somebody else ended the child; the file is not to blame before it happens again.
    }

    TAnswer Answer<TAnswer>(Job job, Outcome outcome, string ending)
    {
        if (outcome.Reply?.Answer is { } answer) return answer.Deserialize<TAnswer>(Job.Json)!;
        var failure = outcome.Reply?.Failure;
        log.LogInformation("{Job} was refused: {Breach} {Code} {Detail} {Ending}", job.Kind, outcome.Breach, failure?.Code, failure?.Format, ending);
        throw failure?.Code is null or Failure.TooComplex or Failure.Broken
            ? Refuse(failure?.Code == Failure.TooComplex ? Breach.Memory : outcome.Breach)
            : new Refusal(failure.Code, FormattableStringFactory.Create(failure.Format, [.. failure.Arguments]), 422);
    }

    /// <summary>A file that broke a limit, or its reader.</summary>
    internal static Refusal Refuse(Breach? breach) => breach is null
        ? new Refusal("file-broken", $"Tệp bị hỏng hoặc không đọc được.", 422)
        : new Refusal("file-too-complex", $"Tệp quá lớn hoặc quá phức tạp để mở an toàn.", 422);

    async Task<InspectorChild> Take(CancellationToken cancelled)
    {
        while (idle.TryTake(out var child))
        {
            if (child.IsUsable) return child;
            child.Dispose();
        }
        return await Start(cancelled) ?? throw new Refusal("inspector-missing", $"Chưa mở được tệp: chương trình mở tệp lạ không chạy. Mời thử lại sau.", 503);
    }

    void GiveBack(InspectorChild child)
    {
        var isKept = child.IsUsable && !stopping.IsCancellationRequested;
        if (isKept) idle.Add(child);
        else child.Dispose();
        if (!isKept || child.IsNearlySpent) Warm();
    }

    void Warm() => _ = Task.Run(async () =>
    {
        if (stopping.IsCancellationRequested || idle.Count >= Children || await Start(stopping.Token) is not { } child) return;
        if (stopping.IsCancellationRequested || idle.Count >= Children) child.Dispose();
        else idle.Add(child);
    });

    async Task<InspectorChild?> Start(CancellationToken cancelled)
    {
        if (!File.Exists(Program)) return null;
        var child = await InspectorChild.Start(sandbox, Program, cancelled);
        if (child is null) log.LogError("The program that opens foreign files does not start.");
        return child;
    }
}
