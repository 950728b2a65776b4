namespace App.Backups;

/// <summary>What a backup holds, so that a restore can tell whether everything is there and unchanged.</summary>
public sealed record Manifest(int Format, DateTime MadeAt, IReadOnlyList<StoreContent> Stores, IReadOnlyList<Part> Parts)
{
    public const int Current = 1;
    public const string Name = "manifest.json";
}

/// <summary>One file within the backup; its name tells what it is.</summary>
public sealed record Part(string Name, long SizeBytes, string Sha256)
{
    public static string Database(string store) => $"{store}/database";

    public static string BlobOf(string store, string sha256) => $"{store}/blobs/{sha256}";

    /// <summary>A file of the data folder that belongs to no store: keys, certificates.</summary>
    public static string FileOf(string path) => $"files/{path}";
}

/// <summary>A database as it was at the moment of the backup: the migrations it had seen, the rows of each table, how many blobs its rows name.</summary>
public sealed record StoreContent(string Name, string Engine, IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, long> Rows, int Blobs);

/// <summary>The backup cannot be made or must not be trusted; the sentence says why.</summary>
public sealed class BackupFailed(string sentence) : Exception(sentence);
