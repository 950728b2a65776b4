using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>Something that must be done before people are let in; it may take a while. The name says what is being done, in the language of whoever asks.</summary>
public sealed record StartUpStep(Func<string> Name, Func<IServiceProvider, CancellationToken, Task> Run);

/// <summary>What whoever started the program is told once it is ready, given the address to open; null when there is nothing to say.</summary>
public sealed record Announcement(Func<IServiceProvider, string, CancellationToken, Task<string?>> Say);

/// <summary>Whether people are let in yet. Workers wait for it before their first turn.</summary>
public sealed class Readiness
{
    readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Readiness(IEnumerable<StartUpStep> steps)
    {
        if (!steps.Any()) Open();
    }

    public bool IsReady => opened.Task.IsCompletedSuccessfully;

    /// <summary>The step that is being done.</summary>
    public StartUpStep? Step { get; set; }

    public Task Wait(CancellationToken cancelled) => opened.Task.WaitAsync(cancelled);

    internal void Open() => opened.TrySetResult();
}

/// <summary>Does the steps one after another while the server already listens, then opens the gate; a step that fails ends the program.</summary>
public sealed class StartUp(IServiceProvider services, Readiness readiness, IEnumerable<StartUpStep> steps, IEnumerable<Announcement> announcements, Settings settings,
    IHostApplicationLifetime lifetime, ILogger<StartUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Listening(stoppingToken);
            Crash.Point("started");
            var addresses = Addresses();
            if (!readiness.IsReady) foreach (var address in addresses) Console.WriteLine(T("Đang khởi động: {0}/health", address));
            await Run(stoppingToken);
            readiness.Open();
            await Announce(addresses, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogCritical(e, "The start-up step {Step} failed.", readiness.Step?.Name());
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    async Task Run(CancellationToken stopping)
    {
        foreach (var step in steps)
        {
            readiness.Step = step;
            await step.Run(services, stopping);
        }
    }

    /// <summary>In a test there is no address, and nobody sits before it.</summary>
    async Task Announce(List<string> addresses, CancellationToken stopping)
    {
        foreach (var address in addresses)
        {
            Console.WriteLine(T("Sẵn sàng, mời mở {0}", address));
            if (settings.Https is "" && address.StartsWith("https:", StringComparison.Ordinal)) Console.WriteLine(HttpsCertificate.HowToTrust(settings, address));
        }
        if (addresses.Count == 0) return;
        foreach (var announcement in announcements)
            if (await announcement.Say(services, addresses[0], stopping) is { } sentence) Console.WriteLine(sentence);
    }

    /// <summary>Where to go with a browser: "any address" is none.</summary>
    List<string> Addresses()
    {
        var reachable = HttpsCertificate.Addresses().FirstOrDefault("127.0.0.1");
        var listening = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return [.. listening.Select(a => a.Replace("//0.0.0.0:", $"//{reachable}:", StringComparison.Ordinal).Replace("//[::]:", $"//{reachable}:", StringComparison.Ordinal))];
    }

    async Task Listening(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
