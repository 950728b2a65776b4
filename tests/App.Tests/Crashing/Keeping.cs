using System.Globalization;
using App.Documents;
using App.Storage;
using App.Tests.Cast;
using Microsoft.Data.Sqlite;

namespace App.Tests.Crashing;

/// <summary>Looks into a stopped system's data with SQL of its own.</summary>
static class Keeping
{
    /// <summary>Each document once, journal and books without gaps, every file that a row names, one packet at the hub for each that was sent.</summary>
    public static async Task IsWhole(string folder)
    {
        await using var node = await Open(Path.Combine(folder, "node.db"));
        Assert.Equal("", await Rows(node, """
            select 'journal of ' || institution_id from journal group by institution_id having count(*) <> max(sequence)
            union all select 'book ' || book from documents where number is not null group by book_unit_id, book, year having count(*) <> max(number) or count(distinct number) <> count(*)
            union all select 'doubled ' || code_number || '/' || code_notation from documents group by direction, issuer_code, code_number, code_notation having count(*) > 1
            union all select 'parcel of ' || document_id from parcels group by document_id having count(*) > 1
            """));
        foreach (var state in (await Rows(node, """
            select d.state || ' ' || (select state_after from journal j where j.subject_id = d.id order by sequence desc limit 1) from documents d
            """)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(' ')))
            Assert.Equal(state[1], $"{(DocumentState)short.Parse(state[0], CultureInfo.InvariantCulture)}");
        var blobs = new Blobs(Path.Combine(folder, "blobs"));
        foreach (var sha256 in (await Rows(node, "select distinct sha256 from attachments")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            await (await blobs.Open(sha256, AxisHost.Cancelled)).DisposeAsync();

        await using var hub = await Open(Path.Combine(folder, "hub.db"));
        Assert.Equal("", await Rows(hub, "select 'message ' || sent_sha256 from messages group by sent_sha256 having count(*) > 1"));
    }

    static async Task<SqliteConnection> Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await connection.OpenAsync(AxisHost.Cancelled);
        return connection;
    }

    static async Task<string> Rows(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(AxisHost.Cancelled);
        var rows = new List<string>();
        while (await reader.ReadAsync(AxisHost.Cancelled)) rows.Add(reader.GetString(0));
        return string.Join('\n', rows);
    }
}
