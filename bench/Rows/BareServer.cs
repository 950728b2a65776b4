using System.Data.Common;
using System.Net;
using System.Text;
using App.Documents;
using App.Organisation;
using App.Access;
using App.Storage;
using Bench.Seeding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bench.Rows;

/// <summary>The pair of the inbox page: Kestrel, the one list query as the system sends it, and a table of its rows. No sign-in, no rights, no layout.</summary>
static class BareServer
{
    public static async Task<int> Run(string connection, string userName)
    {
        var (text, parameters) = await Recorded(connection, userName);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(await Table(connection, text, parameters));
        });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync($"ready {address}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    static async Task<string> Table(string connection, string text, IReadOnlyList<DbParameter> parameters)
    {
        await using DbConnection db = Database.IsSqlite(connection) ? new SqliteConnection(connection) : new NpgsqlConnection(connection);
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters) command.Parameters.Add(Copy(parameter));
        await using var rows = await command.ExecuteReaderAsync();
        var html = new StringBuilder("<!doctype html><table>");
        var (id, subject, issuer, isEdge) = (rows.GetOrdinal("Id"), rows.GetOrdinal("Subject"), rows.GetOrdinal("IssuerName"), rows.GetOrdinal("IsEdge"));
        for (var shown = 0; await rows.ReadAsync() && shown < DocumentLists.PageSize && !rows.GetBoolean(isEdge); shown++)
            html.Append(null, $"<tr><td><a href=\"/documents/{rows.GetGuid(id)}\">{WebUtility.HtmlEncode(rows.GetString(subject))}</a></td><td>{WebUtility.HtmlEncode(rows.GetString(issuer))}</td></tr>");
        return html.Append("</table>").ToString();
    }

    static async Task<(string, IReadOnlyList<DbParameter>)> Recorded(string connection, string userName)
    {
        var recorder = new Recorder();
        await using var db = new AppDb((DbContextOptions<AppDb>)Database.Use(new DbContextOptionsBuilder<AppDb>(), connection).AddInterceptors(recorder).Options);
        var account = await db.AccountNamed(userName) ?? throw new InvalidOperationException($"There is no {userName}.");
        var actor = await db.ActorOf(account, Stamp.Now(Actor.Nobody, TimeProvider.System)) ?? throw new InvalidOperationException($"{userName} holds no position.");
        await new Work(db, actor, TimeProvider.System, new WriteGate(queues: false), CancellationToken.None).Newest(new());
        return recorder.Last;
    }

    static DbParameter Copy(DbParameter parameter) => parameter is NpgsqlParameter p ? p.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value);

    sealed class Recorder : DbCommandInterceptor
    {
        public (string Text, IReadOnlyList<DbParameter> Parameters) Last { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Last = (command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]);
            return ValueTask.FromResult(result);
        }
    }
}
