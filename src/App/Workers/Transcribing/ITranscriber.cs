namespace App.Workers.Transcribing;

/// <summary>An engine that writes down what is said in a recording.</summary>
public interface ITranscriber
{
    /// <summary>The engine and its model, as people are told who wrote the words.</summary>
    string Name { get; }

    /// <summary>What is missing on this machine before it can work, a sentence each.</summary>
    IReadOnlyList<string> Missing { get; }

    /// <exception cref="CannotHear">There are no words, for a reason that has a code.</exception>
    Task<string> Hear(Stream sound, string mediaType, CancellationToken cancelled);
}

/// <summary>Why an engine wrote nothing down. The code is shown to people in words, the detail stands in the log.</summary>
/// <param name="mayPass">Whether it is worth asking again later.</param>
public sealed class CannotHear(string code, string detail, bool mayPass = false) : Exception(detail)
{
    public string Code => code;
    public bool MayPass => mayPass;
}
