using App.Storage;

namespace App.Access;

/// <summary>Finds who stands behind a proof; asked before anybody is signed in, so by nothing but the proof itself.</summary>
public static class AccountQueries
{
    public static Task<Account?> AccountOf(this AppDb db, Guid personId) =>
        db.Set<Account>().SingleOrDefaultAsync(a => a.PersonId == personId && a.DisabledAt == null);

    public static Task<Account?> AccountNamed(this AppDb db, string userName) =>
        db.Set<Account>().SingleOrDefaultAsync(a => a.UserName == userName && a.DisabledAt == null);

    public static Task<Account?> AccountByToken(this AppDb db, string text, DateTime now)
    {
        var hash = ApiToken.HashOf(text);
        return (from t in db.Set<ApiToken>()
                join a in db.Set<Account>() on t.PersonId equals a.PersonId
                where t.Sha256 == hash && t.RevokedAt == null && t.ExpiresAt > now && a.DisabledAt == null
                select a).SingleOrDefaultAsync();
    }
}
