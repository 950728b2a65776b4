using System.Buffers.Text;
using System.Security.Cryptography;
using App.Storage;

namespace App.Notices.Pushing;

/// <summary>The key pair of the installation on the curve P-256, made when it is first needed and kept in the node's database; browsers that subscribed to another do not hear us.</summary>
public sealed class PushKey(IDbContextFactory<AppDb> databases, TimeProvider clock)
{
    readonly Lazy<ECParameters> pair = new(() => Load(databases, clock.GetUtcNow().UtcDateTime));

    /// <summary>As a point that is not compressed, in base64url.</summary>
    public string Public => Base64Url.EncodeToString([4, .. pair.Value.Q.X!, .. pair.Value.Q.Y!]);

    public string Private => Base64Url.EncodeToString(pair.Value.D!);

    /// <summary>Of processes that start at once the first one's counts.</summary>
    static ECParameters Load(IDbContextFactory<AppDb> databases, DateTime now)
    {
        using var db = databases.CreateDbContext();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = key.ExportPkcs8PrivateKeyPem();
        db.Database.ExecuteSql($"insert into push_keys (id, pem, made_at) values (1, {pem}, {now}) on conflict do nothing");
        key.ImportFromPem(db.Database.SqlQuery<string>($"""select pem as "Value" from push_keys""").AsEnumerable().Single());
        return key.ExportParameters(includePrivateParameters: true);
    }
}
