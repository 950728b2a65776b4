using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inspector;

/// <summary>Something asked of the child process about foreign files. The files lie in a folder made for this one job.</summary>
public abstract record Job
{
    /// <summary>How jobs and answers are written, on both sides.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The name of the foreign file within the folder.</summary>
    public string File { get; init; } = OnlyFile;

    /// <summary>The name of the foreign file when nothing else is said.</summary>
    public const string OnlyFile = "file";

    /// <summary>What the kind is called on the wire and in logs.</summary>
    [JsonIgnore]
    public string Kind => GetType().Name;

    internal static readonly FrozenDictionary<string, Type> Kinds =
        typeof(Job).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Job))).ToFrozenDictionary(t => t.Name);

    internal abstract object Run(JobFiles files);
}

/// <summary>
/// A kind of job with its answer. A new kind is one file in Jobs: a record of this type that says what is asked and does it in Answer.
/// It runs only in the child process, where it may run away or die.
/// </summary>
public abstract record Job<TAnswer> : Job where TAnswer : notnull
{
    internal sealed override object Run(JobFiles files) => Answer(files);

    internal abstract TAnswer Answer(JobFiles files);
}

/// <summary>The files of one job, by plain names.</summary>
sealed class JobFiles(string folder)
{
    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public FileStream Open(string name) => new(PathOf(name), FileMode.Open, FileAccess.Read);

    public FileStream Create(string name) => new(PathOf(name), FileMode.Create, FileAccess.ReadWrite);

    public void Write(string name, ReadOnlySpan<byte> bytes) => File.WriteAllBytes(PathOf(name), bytes);

    public void Delete(string name) => File.Delete(PathOf(name));

    string PathOf(string name) => name == Path.GetFileName(name) && name.Length > 0 ? Path.Combine(folder, name) : throw new ArgumentException("A plain file name is needed.", nameof(name));
}
