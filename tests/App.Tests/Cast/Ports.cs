using System.Net;
using System.Net.Sockets;

namespace App.Tests.Cast;

/// <summary>Ports for programs that must know theirs beforehand and keep it over their deaths.</summary>
/// <remarks>They lie below those that the machine gives to callers: one of these could be taken in the moment between two lives.</remarks>
static class Ports
{
    const int First = 10_000, Count = 20_000;
    static int last = Random.Shared.Next(Count);

    public static int Free()
    {
        while (true)
        {
            var port = First + Interlocked.Increment(ref last) % Count;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                continue; // Somebody else's.
            }
        }
    }
}
