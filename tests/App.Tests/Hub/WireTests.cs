using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using App.Tests.Cast;

namespace App.Tests.Hub;

/// <summary>What the official Java client put on the wire, sent again byte for byte over a socket.</summary>
public class WireTests
{
    const string SystemId = "00.41.W00", Secret = "test-secret";

    sealed record Captured(string Line, List<string> Headers, int BodyLength)
    {
        public string Operation => Line.Split(' ')[1].Split('/')[^1];
        public bool Waits => Headers.Contains("Expect: 100-continue");
    }

    [Theory, OnEachDatabase]
    public async Task Every_captured_call_of_the_official_client_is_understood(string database)
    {
        var host = await Prepared(database);
        var calls = Capture();
        Assert.Equal((21, 12), (calls.Count, calls.Select(c => c.Operation).Distinct().Count()));
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, AxisHost.Cancelled);

        foreach (var call in calls) // On one connection, as the client keeps it alive: a body that is not read to its end would spoil the next call.
        {
            var (continued, answer) = await Send(socket.GetStream(), host, call, Body(call));
            Assert.Equal(call.Waits, continued);
            var expected = call.Operation switch
            {
                "sendEdoc" => "21", // Signature, sender and receivers are right; the file itself was not captured.
                "getEdoc" or "updateStatus" or "downloadEdoc" => "10", // The doc id was given by another hub.
                _ => "0",
            };
            Assert.True(AxisPlayer.Text(answer, "ErrorCode") == expected, $"{call.Operation}: {answer}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_captured_call_with_one_header_changed_is_refused(string database)
    {
        var host = await Prepared(database);
        foreach (var call in Capture().DistinctBy(c => c.Operation))
            foreach (var index in Enumerable.Range(0, call.Headers.Count).Where(i => Signed(call.Headers[i])))
            {
                var headers = call.Headers.ToList();
                headers[index] = headers[index][..^1] + (headers[index][^1] == '0' ? '1' : '0');
                using var socket = new TcpClient();
                await socket.ConnectAsync(host.Address.Host, host.Address.Port, AxisHost.Cancelled);
                var (_, answer) = await Send(socket.GetStream(), host, call with { Headers = headers }, Body(call));
                Assert.True(AxisPlayer.Text(answer, "ErrorCode") == "15", $"{call.Operation}, {headers[index]}: {answer}");
            }

        static bool Signed(string header) => header.StartsWith("XroadVnpt-", StringComparison.Ordinal)
            && !header.StartsWith("XroadVnpt-version", StringComparison.Ordinal) && !header.StartsWith("XroadVnpt-sign-header-key", StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_real_status_is_delivered_when_it_is_sent_as_the_official_client_sends_it(string database)
    {
        var file = await File.ReadAllBytesAsync(Shared.File("edxml/status_rejection_02.edxml"), AxisHost.Cancelled);
        var host = await Prepared(database);
        var hash = string.Concat(SHA256.HashData(file).Select(b => b.ToString("x", CultureInfo.InvariantCulture)));
        var call = Capture().First(c => c.Operation == "sendEdoc");
        var old = call.Headers.Single(h => h.StartsWith("XroadVnpt-hash-file: ", StringComparison.Ordinal))["XroadVnpt-hash-file: ".Length..];
        var headers = call.Headers.Select(h => h.Replace(old, hash, StringComparison.Ordinal)).ToList();
        var signed = headers.Single(h => h.StartsWith("XroadVnpt-sign-header: ", StringComparison.Ordinal))["XroadVnpt-sign-header: ".Length..];
        var proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed)));
        headers = [.. headers.Select(h => h.StartsWith("XroadVnpt-hash-header: ", StringComparison.Ordinal) ? $"XroadVnpt-hash-header: {proof}" : h)];
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, AxisHost.Cancelled);

        var (_, answer) = await Send(socket.GetStream(), host, call with { Headers = headers }, [.. file, (byte)'\r', (byte)'\n']);

        AxisPlayer.IsDone(answer);
        var player = new AxisPlayer(host, SystemId, Secret, ["000.00.00.H41"]);
        Assert.Equal(file, await player.Downloads((await player.Finds("status"))[0].DocId));
    }

    [Theory, OnEachDatabase]
    public async Task Names_of_headers_in_another_case_and_text_that_got_spoiled_are_told_apart(string database)
    {
        var host = await Prepared(database);
        var call = Capture().First(c => c.Operation == "updateStatus");
        var shouting = call with { Headers = [.. call.Headers.Select(h => h.Split(':', 2) is [var name, var value] && name.StartsWith("XroadVnpt", StringComparison.Ordinal) ? $"{name.ToUpperInvariant()}:{value}" : h)] };
        var spoiled = call with { Headers = [.. call.Headers.Select(h => h.Replace("done", "t\u00eb", StringComparison.Ordinal))] };
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, AxisHost.Cancelled);

        Assert.Equal("10", AxisPlayer.Text((await Send(socket.GetStream(), host, shouting, Body(call))).Answer, "ErrorCode"));
        var refused = (await Send(socket.GetStream(), host, spoiled, Body(call))).Answer;
        AxisPlayer.IsRefused(refused, "15");
        Assert.Contains("ASCII", AxisPlayer.Text(refused, "ErrorDesc"), StringComparison.Ordinal);
    }

    static async Task<AxisHost> Prepared(string database)
    {
        var host = AxisHost.Of(database);
        await host.Members.Admit(SystemId, "Hệ thống của bản ghi", Secret, AxisHost.Cancelled);
        foreach (var code in (string[])["000.00.00.H41", "000.00.00.H14", "000.00.00.G22"])
            await host.Members.Enter(SystemId, new(code, code), AxisHost.Cancelled);
        return host;
    }

    static List<Captured> Capture()
    {
        var calls = new List<Captured>();
        foreach (var line in File.ReadAllLines(Shared.File("axis-wire/official-client-2.0.1.log")))
            if (line.StartsWith("=== ", StringComparison.Ordinal)) calls.Add(new(line[4..], [], 0));
            else if (line.StartsWith("## ", StringComparison.Ordinal)) calls[^1] = calls[^1] with { BodyLength = int.Parse(line.Split("bodylen=")[1].Split(' ')[0], CultureInfo.InvariantCulture) };
            else if (line.Length > 0) calls[^1].Headers.Add(line);
        return calls;
    }

    /// <summary>Of the captured length; the capture kept the beginning and the end.</summary>
    static byte[] Body(Captured call)
    {
        const string begin = """{"id":"","pcode":"00.41.W00","code":"000.00.05.H41","name":"So","mail":"a@b.vn","x":" """, end = """ ","mobile":"","fax":""}""";
        return call.BodyLength switch
        {
            0 => [],
            2 => "{}"u8.ToArray(),
            114 => Encoding.UTF8.GetBytes(begin.TrimEnd() + new string('x', 114 - begin.TrimEnd().Length - end.TrimStart().Length) + end.TrimStart()),
            var length => Encoding.UTF8.GetBytes(new string(' ', length)),
        };
    }

    static async Task<(bool Continued, JsonElement Answer)> Send(NetworkStream wire, AxisHost host, Captured call, byte[] body)
    {
        var head = call.Headers.Where(h => !h.StartsWith("Host:", StringComparison.Ordinal) && !h.StartsWith("Content-Length:", StringComparison.Ordinal))
            .Append($"Host: {host.Address.Authority}").Concat(call.Line.StartsWith("GET", StringComparison.Ordinal) ? [] : [$"Content-Length: {body.Length}"]);
        await wire.WriteAsync(Encoding.Latin1.GetBytes($"{call.Line} HTTP/1.1\r\n{string.Join("\r\n", head)}\r\n\r\n"), AxisHost.Cancelled);
        if (!call.Waits) await wire.WriteAsync(body, AxisHost.Cancelled);
        var first = await Line(wire);
        var continued = first.StartsWith("HTTP/1.1 100", StringComparison.Ordinal);
        if (continued)
        {
            Assert.Equal("", await Line(wire));
            await wire.WriteAsync(body, AxisHost.Cancelled);
            first = await Line(wire);
        }
        Assert.Equal("HTTP/1.1 200 OK", first);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (string line; (line = await Line(wire)).Length > 0;) headers[line.Split(':')[0]] = line.Split(':', 2)[1].Trim();
        return (continued, JsonDocument.Parse(await Content(wire, headers)).RootElement);
    }

    static async Task<byte[]> Content(NetworkStream wire, Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("Content-Length", out var length)) return await Read(wire, int.Parse(length, CultureInfo.InvariantCulture));
        Assert.Equal("chunked", headers["Transfer-Encoding"]);
        var content = new List<byte>();
        for (int chunk; (chunk = int.Parse(await Line(wire), NumberStyles.HexNumber, CultureInfo.InvariantCulture)) > 0;)
        {
            content.AddRange(await Read(wire, chunk));
            Assert.Equal("", await Line(wire));
        }
        Assert.Equal("", await Line(wire));
        return [.. content];
    }

    static async Task<byte[]> Read(NetworkStream wire, int length)
    {
        var bytes = new byte[length];
        await wire.ReadExactlyAsync(bytes, AxisHost.Cancelled);
        return bytes;
    }

    static async Task<string> Line(NetworkStream wire)
    {
        var line = new StringBuilder();
        while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal)) line.Append((char)(await Read(wire, 1))[0]);
        return line.ToString()[..^2];
    }
}
