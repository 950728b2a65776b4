using Microsoft.EntityFrameworkCore.Storage;

namespace App.Storage;

/// <summary>The writing part of a work: one transaction from Begin to Save, and without Save nothing happened.</summary>
/// <remarks>It may hold SQLite's only turn to write, so nothing slow (network, parsing, signing) belongs inside.</remarks>
public sealed class Change : IAsyncDisposable
{
    readonly Work work;
    readonly WriteGate.Turn turn;
    readonly IDbContextTransaction transaction;
    readonly List<string> deeds = [];

    Change(Work work, WriteGate.Turn turn, IDbContextTransaction transaction) => (this.work, this.turn, this.transaction) = (work, turn, transaction);

    public Work Work => work;

    /// <summary>The first step taken in it, which is what somebody did; what follows from it comes after.</summary>
    public string Deed => deeds is [var first, ..] ? first : "";

    public static async Task<Change> Begin(Work work, WriteGate gate)
    {
        if (work.Db.Database.CurrentTransaction is not null) throw new InvalidOperationException("A work has one change at a time.");
        var turn = await gate.Enter(work.Cancelled);
        try
        {
            return new(work, turn, await work.Db.Database.BeginTransactionAsync(work.Cancelled));
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Waits until no other step of the institution is under way: what is read from here on stays true until the commit.</summary>
    /// <remarks>It is the lock every step takes anyway, taken early; a second kind of lock could be taken in another order and stop both.</remarks>
    public async Task Turn()
    {
        if (work.Db.Database.IsSqlite()) return; // The gate let one writer in.
        await work.Db.Database.ExecuteSqlAsync($"""
            select 1 from number_series where owner_id = {work.Actor.InstitutionId} and book = 'journal' and year = 0 for update
            """, work.Cancelled);
    }

    /// <summary>Commits the rows, the journal entry about the subject, and the events for other areas, all or nothing.</summary>
    public async Task Save(string deed, ISubject subject, params object[] events)
    {
        await Step(deed, subject);
        Tell(events);
        await Commit(subject.Id);
    }

    /// <summary>Writes one journal entry about the subject and its rows; a deed that moves several subjects has one entry for each.</summary>
    public async Task Step(string deed, ISubject subject)
    {
        deeds.Add(deed);
        var row = work.Db.Entry(subject);
        var entry = JournalEntry.Of(work.Stamp, deed, row);
        if (row.State == EntityState.Modified && row.Metadata.FindProperty("Version") is { } version)
            row.Property(version.Name).CurrentValue = (int)row.Property(version.Name).OriginalValue! + 1;
        entry.Sequence = await NumberSeries.Next(this, work.Actor.InstitutionId, "journal", year: 0);
        work.Db.Add(entry);
        await Flush();
    }

    /// <summary>Takes what changed out of the entries of a case that must not tell it any more; who, when and the hashes stay.</summary>
    public Task<int> Redact(Guid caseId) => work.Db.Set<JournalEntry>()
        .Where(e => e.InstitutionId == work.Actor.InstitutionId && e.CaseId == caseId)
        .ExecuteUpdateAsync(set => set.SetProperty(e => e.Changes, ""), work.Cancelled);

    /// <summary>Leaves events for other areas; they are told after the commit, at least once.</summary>
    public void Tell(params object[] events) => work.Db.AddRange(events.Select(e => OutboxEvent.Of(work.Stamp, e)));

    /// <summary>Leaves an event that is told after a while, in case nobody has dealt with it by then.</summary>
    public void TellLater(TimeSpan after, object later) => work.Db.Add(OutboxEvent.Of(work.Stamp, later, after));

    /// <summary>Sends the rows to the database, still inside the transaction.</summary>
    public async Task Flush()
    {
        try
        {
            await work.Db.SaveChangesAsync(work.Cancelled);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("changed-meanwhile", $"Người khác vừa thay đổi mục này. Mời tải lại rồi làm tiếp.");
        }
    }

    /// <summary>Commits rows that are no step in the office: leases, figures, read marks.</summary>
    public async Task Commit(Guid subjectId = default)
    {
        if (work.Key is { } key) await Repeats.Remember(work, key, subjectId);
        await Flush();
        Crash.Point("change-flushed", [.. deeds]);
        await transaction.CommitAsync(CancellationToken.None); // Not given up half-way because a browser left.
        Crash.Point("change-committed", [.. deeds]);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync(); // Rolls back unless committed.
        }
        finally
        {
            turn.Dispose();
        }
    }
}
