using System.Collections.Concurrent;
using System.Text.Json;
using EdXml;
using Signatures;

namespace Inspector;

/// <summary>Takes orders one after another and answers each with one line, until the parent is gone.</summary>
static class Serving
{
    public static int Run(TextReader orders, TextWriter replies)
    {
        using var waiting = new BlockingCollection<string>();
        new Thread(() => Listen(orders, waiting)) { IsBackground = true }.Start();
        replies.WriteLine(Reply.Ready);
        foreach (var line in waiting.GetConsumingEnumerable())
        {
            var reply = Answer(JsonSerializer.Deserialize<Order>(line, Job.Json)!);
            replies.WriteLine(JsonSerializer.Serialize(reply, Job.Json));
            if (reply.Failure?.Code == Failure.TooComplex) return 3; // The heap was full: what is left of it is not trusted.
        }
        return 0;
    }

    /// <summary>On a thread of its own, so that a child notices the death of its parent even while a file keeps it busy.</summary>
    static void Listen(TextReader orders, BlockingCollection<string> waiting)
    {
        while (orders.ReadLine() is { } line) waiting.Add(line);
        Environment.Exit(0);
    }

    static Reply Answer(Order order)
    {
        try
        {
            var job = (Job)order.Job.Deserialize(Job.Kinds[order.Kind], Job.Json)!;
            var answer = job.Run(new(order.Folder));
            return new(JsonSerializer.SerializeToElement(answer, answer.GetType(), Job.Json), null);
        }
        catch (Exception e)
        {
            return new(null, Explain(e));
        }
    }

    // Parsers promise no kinds of exception; whatever is thrown is the file's fault and must not cost the next job its child.
    static Failure Explain(Exception e) => e switch
    {
        Refused refused => refused.Failure,
        PdfRefusal refusal => new(refusal.Reason.Code, refusal.Reason.Format, refusal.Reason.Arguments),
        PacketRefused refused => new(refused.Code, refused.Sentence.Format, Failure.Texts(refused.Sentence)),
        OutOfMemoryException or InsufficientExecutionStackException => new(Failure.TooComplex, e.GetType().Name, []),
        _ => new(Failure.Broken, $"{e.GetType().Name}: {e.Message}".Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), []),
    };
}
