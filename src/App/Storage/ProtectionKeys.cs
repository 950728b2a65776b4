using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace App.Storage;

/// <summary>Keeps the keys of cookies, forms and links in the node's database: a restart, another process or a restored backup ends no session.</summary>
public sealed class ProtectionKeys(IDbContextFactory<AppDb> databases, TimeProvider clock) : IXmlRepository
{
    /// <summary>Named, because otherwise the folder of the program would be part of every key.</summary>
    const string ApplicationName = "lienthong";

    /// <summary>A hub alone has no such database, and no sessions; what little it protects lies in its folder.</summary>
    public static void Add(IServiceCollection services, Settings settings)
    {
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName);
        if (!settings.IsNode) protection.PersistKeysToFileSystem(Directory.CreateDirectory(settings.Keys));
        else services.AddSingleton<ProtectionKeys>().AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((options, keys) => options.XmlRepository = keys);
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Database.SqlQuery<string>($"""select xml as "Value" from protection_keys order by id""").AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    /// <summary>Processes that start at once may each make one; all of them are read, and all agree which is used.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (id, xml) = (Guid.CreateVersion7(now), element.ToString(SaveOptions.DisableFormatting));
        using var db = databases.CreateDbContext();
        db.Database.ExecuteSql($"insert into protection_keys (id, xml, made_at) values ({id}, {xml}, {now})");
    }
}
