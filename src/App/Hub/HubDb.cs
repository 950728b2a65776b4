using App.Storage;

namespace App.Hub;

/// <summary>The hub's own database: no node reads it, even in the same process.</summary>
public sealed class HubDb(DbContextOptions<HubDb> options) : MappedDb(options)
{
    public const string Migrations = "Hub/Migrations/";

    public DbSet<Member> Members => Set<Member>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
}
