using System.Text.Json.Nodes;
using App.Storage;
using Microsoft.EntityFrameworkCore;

namespace App.Tests.Cast;

/// <summary>Makes a row again from its journal alone and compares.</summary>
static class Rebuilding
{
    public static void Compare(Work work, ISubject row, List<JournalEntry> entries)
    {
        var values = new Dictionary<string, string>();
        JournalEntry? before = null;
        foreach (var entry in entries)
        {
            Assert.Equal((before?.StateAfter, before?.HolderAfter, before?.DeadlineAfter), (entry.StateBefore, entry.HolderBefore, entry.DeadlineBefore));
            foreach (var (name, change) in JsonNode.Parse(entry.Changes.Length > 0 ? entry.Changes : "{}")!.AsObject())
            {
                Assert.Equal(values.GetValueOrDefault(name, "null"), Text(change![0]));
                values[name] = Text(change[1]);
            }
            before = entry;
        }
        Assert.Equal((row.StateName, row.HolderId, row.Deadline), (before!.StateAfter, before.HolderAfter, before.DeadlineAfter));
        if (entries.Exists(e => e.Changes.Length == 0)) return; // What a secret said was taken out; state, holder and deadline stay.
        foreach (var property in work.Db.Entry(row).Properties.Where(p => p.Metadata.PropertyInfo?.IsDefined(typeof(DerivedAttribute), false) != true && !p.Metadata.IsConcurrencyToken))
            Assert.Equal(property.CurrentValue is { } value ? Canonical.Json(value) : "null", values.GetValueOrDefault(char.ToLowerInvariant(property.Metadata.Name[0]) + property.Metadata.Name[1..], "null"));
    }

    static string Text(JsonNode? node) => node is null ? "null" : Canonical.Json(node);
}
