using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Browser.Tests.Cast;

/// <summary>What lies between a tablet and the system: good at first, then 64 kbit/s with two seconds of delay, where three of ten connections are cut, or nothing at all.</summary>
public sealed class BadLine : IAsyncDisposable
{
    const int BytesPerSecond = 64_000 / 8, Piece = 1024;
    static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();
    readonly TaskCompletionSource swallowed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task accepting;
    string? swallow;
    int connections;

    public BadLine()
    {
        listener.Start();
        accepting = Accept();
    }

    /// <summary>The one address that the browser knows, wherever the system is.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public Uri? To { get; set; }
    public bool IsBad { get; set; }
    public bool IsDown { get; set; }
    public int Cuts { get; private set; }

    /// <summary>The first request that begins so reaches the system, and its answer is lost.</summary>
    public Task Swallows(string request)
    {
        swallow = request;
        return swallowed.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await accepting;
        over.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await listener.AcceptTcpClientAsync(over.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The journey is over.
        }
    }

    async Task Carry(TcpClient browser)
    {
        using (browser)
        using (var system = new TcpClient())
        using (var cut = CancellationTokenSource.CreateLinkedTokenSource(over.Token))
        {
            try
            {
                if (IsDown || To is not { } to) return;
                var place = IsBad ? connections++ % 10 : 9;
                var isCut = place is 0 or 3 or 6; // Not by chance: a journey goes the same way each time.
                if (isCut) Cuts++;
                await system.ConnectAsync(to.Host, to.Port, cut.Token);
                var (here, there) = (browser.GetStream(), system.GetStream());
                var passing = new Passing(this, isCut ? place % 2 : 2, cut.Token);
                await await Task.WhenAny(passing.Requests(here, there), passing.Answers(there, here));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // Cut, or the system died.
            }
            finally
            {
                await cut.CancelAsync();
            }
        }
    }

    /// <summary>One connection.</summary>
    /// <param name="cutAt">0: what is asked is lost, 1: what is answered is lost, 2: it holds.</param>
    sealed class Passing(BadLine line, int cutAt, CancellationToken cancelled)
    {
        bool isSwallowed;

        public async Task Requests(NetworkStream from, NetworkStream to)
        {
            var bytes = new byte[Piece];
            while (await from.ReadAsync(bytes, cancelled) is > 0 and var count)
            {
                var text = Encoding.Latin1.GetString(bytes, 0, count);
                var isNew = text.StartsWith("GET ", StringComparison.Ordinal) || text.StartsWith("POST ", StringComparison.Ordinal);
                if (!await Comes(count, isNew ? Delay : TimeSpan.Zero, lost: 0)) return;
                isSwallowed = line.swallow is { } wanted && text.StartsWith(wanted, StringComparison.Ordinal) || isSwallowed;
                if (isSwallowed) line.swallow = null;
                await to.WriteAsync(bytes.AsMemory(0, count), cancelled);
            }
        }

        public async Task Answers(NetworkStream from, NetworkStream to)
        {
            var bytes = new byte[Piece];
            while (await from.ReadAsync(bytes, cancelled) is > 0 and var count)
            {
                if (isSwallowed)
                {
                    line.swallowed.TrySetResult();
                    return;
                }
                if (!await Comes(count, TimeSpan.Zero, lost: 1)) return;
                await to.WriteAsync(bytes.AsMemory(0, count), cancelled);
            }
        }

        /// <summary>Waits as long as the line needs; false when it is lost on the way.</summary>
        async Task<bool> Comes(int count, TimeSpan delay, int lost)
        {
            if (line.IsDown) return false;
            if (line.IsBad) await Task.Delay(TimeSpan.FromSeconds((double)count / BytesPerSecond) + delay, cancelled);
            return cutAt != lost && !line.IsDown;
        }
    }
}
