namespace App.Storage;

/// <summary>The database of a node.</summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : MappedDb(options);
