using App.Storage;

namespace App.Documents.Counting;

/// <summary>Folds what the steps appended into the counters, so that reading them stays one short range.</summary>
public static class FoldCounts
{
    /// <summary>How many appended rows were folded; none means that nothing is left, or that another node is at it.</summary>
    public static async Task<int> Run(Work work)
    {
        await using var change = await work.Begin();
        var folded = await work.Db.Database.SqlQueryRaw<int>(work.Sql("Documents/Counting/Fold")).ToListAsync(work.Cancelled);
        await change.Commit();
        return folded[0];
    }
}
