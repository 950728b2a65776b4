using System.Net.Sockets;
using App.Hub;
using App.Storage;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>Whether what must not be lost can be written, and whether the axis can be reached.</summary>
static class StorageChecks
{
    public static void Add(IServiceCollection services, Settings settings)
    {
        if (settings.IsNode)
        {
            services.AddCheck("database", isNeeded: true, Writable);
            services.AddCheck("blobs", isNeeded: true, (all, cancelled) => TakesBytes(all.GetRequiredService<Blobs>(), T("Kho tệp ghi được."), cancelled));
            services.AddCheck("hub", isNeeded: false, Reachable);
        }
        if (!settings.IsHub) return;
        services.AddCheck("hub-database", isNeeded: true, HubWritable);
        services.AddCheck("hub-blobs", isNeeded: true, (all, cancelled) => TakesBytes(all.GetRequiredService<HubStore>().Blobs, T("Kho tệp của trục ghi được."), cancelled));
    }

    /// <summary>A write that is rolled back: a full disk, a lost lock or a standby server refuse it.</summary>
    static async Task<Finding> Writable(IServiceProvider services, CancellationToken cancelled)
    {
        using var turn = await services.GetRequiredService<WriteGate>().Enter(cancelled);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContextAsync(cancelled);
        await using var transaction = await db.Database.BeginTransactionAsync(cancelled);
        await db.Database.ExecuteSqlAsync($"delete from repeated_requests where key = ''", cancelled);
        return Finding.Ok(T("Cơ sở dữ liệu đúng phiên bản và ghi được."));
    }

    static Task<Finding> HubWritable(IServiceProvider services, CancellationToken cancelled) => services.GetRequiredService<HubStore>().Read(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancelled);
        await db.Database.ExecuteSqlAsync($"delete from messages where doc_id = ''", cancelled);
        return Finding.Ok(T("Cơ sở dữ liệu của trục đúng phiên bản và ghi được."));
    }, cancelled);

    static async Task<Finding> TakesBytes(Blobs blobs, string yes, CancellationToken cancelled)
    {
        try
        {
            await blobs.Probe(cancelled);
            return Finding.Ok(yes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Missing(T("Kho tệp không ghi được: ổ đĩa đầy, hỏng, hoặc không có quyền ghi."));
        }
    }

    /// <summary>Only whether somebody listens there: two programs that asked for each other's health would never end.</summary>
    static async Task<Finding> Reachable(IServiceProvider services, CancellationToken cancelled)
    {
        var hub = services.GetRequiredService<Settings>().HubUrl;
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(hub.DnsSafeHost, hub.Port, cancelled);
            return Finding.Ok(T("Nối được tới trục liên thông."));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return Finding.Missing(T("Chưa nối được tới trục liên thông; văn bản đi chờ trong hàng đợi và được gửi khi nối lại."));
        }
    }
}
