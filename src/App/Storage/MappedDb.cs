using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace App.Storage;

/// <summary>A database whose rows are mapped beside their classes: one that has a context of its own holds the rows of its namespace, AppDb holds the rest.</summary>
public abstract class MappedDb(DbContextOptions options) : DbContext(options)
{
    static readonly Type[] All = [.. typeof(MappedDb).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MappedDb)) && t != typeof(AppDb))];

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<Utc>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(MappedDb).Assembly, mapping => HolderOf(mapping) == GetType());
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    static Type HolderOf(Type mapping) =>
        All.SingleOrDefault(db => $"{mapping.Namespace}.".StartsWith($"{db.Namespace}.", StringComparison.Ordinal)) ?? typeof(AppDb);

    static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>SQLite forgets the kind of a time when it is read back.</summary>
    sealed class Utc() : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
