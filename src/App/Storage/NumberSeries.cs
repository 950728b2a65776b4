namespace App.Storage;

/// <summary>Numbers without gaps: a number goes back when the change that drew it is not saved.</summary>
/// <remarks>The row stays locked until then, so numbers are drawn in the order in which they are committed.</remarks>
public static class NumberSeries
{
    public static async Task<int> Next(Change change, Guid ownerId, string book, int year) =>
        (await change.Work.Db.Database.SqlQuery<int>($"""
            insert into number_series (institution_id, owner_id, book, year, last)
            values ({change.Work.Actor.InstitutionId}, {ownerId}, {book}, {year}, 1)
            on conflict (owner_id, book, year) do update set last = number_series.last + 1
            returning last as "Value"
            """).ToListAsync(change.Work.Cancelled)).Single();

    /// <summary>The number that would come next; only to show, for another may draw it first.</summary>
    public static async Task<int> Peek(Work work, Guid ownerId, string book, int year) =>
        (await work.Db.Database.SqlQuery<int>($"""
            select last as "Value" from number_series where owner_id = {ownerId} and book = {book} and year = {year}
            """).ToListAsync(work.Cancelled)).SingleOrDefault() + 1;
}
