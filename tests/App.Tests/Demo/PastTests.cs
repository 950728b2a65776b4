using App.Directing;
using App.Documents;
using App.Exchange;
using App.Hub;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;
using App.Tests.Outgoing;
using Kernel.Calendar;
using Microsoft.EntityFrameworkCore;

namespace App.Tests.Demo;

[Collection(Government.Name)]
public sealed class PastTests(Government government)
{
    static readonly DateOnly Today = new(2026, 11, 24);
    static readonly DocumentState[] Passing = [DocumentState.Numbered, DocumentState.Sheet]; // Between the number and the seal, and before what is written on blank paper is given, for a moment.

    [Fact]
    public async Task The_past_holds_four_hundred_documents_in_every_state_that_is_not_a_passing_one()
    {
        var documents = await government.Reads(work => work.Db.Set<Document>().ToListAsync());

        Assert.True(documents.Count >= 400, $"There are {documents.Count}.");
        Assert.Equal(Enum.GetValues<DocumentState>().Except(Passing).Order(), documents.Select(d => d.State).Distinct().Order());
        Assert.True(documents.Count(d => d.State == DocumentState.Issued) >= 60);
        Assert.All(documents.Where(d => d.State == DocumentState.Refused), d => Assert.Equal(("", ""), (d.Subject, d.CodeNumber)));
        var sentBack = await government.Reads(work => work.Db.Set<DraftRemark>().Where(r => r.Deed == "draft-sent-back").Select(r => r.DocumentId).ToListAsync());
        Assert.Contains(documents, d => d.State == DocumentState.Draft && sentBack.Contains(d.Id));
    }

    [Fact]
    public async Task Deadlines_are_kept_early_missed_due_today_and_overdue_and_some_documents_came_this_morning()
    {
        var incoming = await government.Reads(work => work.Db.Set<Document>().Where(d => d.Direction == Direction.Incoming).ToListAsync());
        var promised = incoming.Where(d => d.Deadline is not null && d.RegisteredAt is not null).ToList();

        Assert.True(promised.Count(d => d.ClosedAt is { } at && VietnamTime.Day(at) > d.Deadline) >= 10);
        Assert.True(promised.Count(d => d.ClosedAt is { } at && VietnamTime.Day(at) < d.Deadline) >= 10);
        Assert.True(promised.Count(d => d.ClosedAt is null && d.Deadline < Today) >= 5);
        Assert.Contains(promised, d => d.ClosedAt is null && d.Deadline == Today);
        Assert.Contains(promised, d => d.ClosedAt is null && d.Deadline > Today);
        Assert.Contains(incoming, d => d.Urgency > Urgency.Normal);
        Assert.True(incoming.Count(d => d.State == DocumentState.Arrived && VietnamTime.Day(d.ArrivedAt) == Today) >= 5);
    }

    [Fact]
    public async Task People_worked_on_working_days_within_office_hours()
    {
        var moments = await government.Reads(work => work.Db.Set<JournalEntry>().Where(e => e.ActorId != Guid.Empty).Select(e => e.At).ToListAsync());

        Assert.All(moments.Select(VietnamTime.Local).Where(at => DateOnly.FromDateTime(at) > Today.AddDays(-61)), at =>
        {
            Assert.True(WorkingCalendar.Legal.IsWorking(DateOnly.FromDateTime(at)), $"{at}");
            Assert.InRange(at.TimeOfDay, TimeSpan.FromHours(8), TimeSpan.FromHours(17.25));
        });
    }

    [Fact]
    public async Task The_journal_of_each_institution_is_whole_and_makes_every_document_and_assignment_again()
    {
        foreach (var institution in await Institutions())
            await government.Reads(async work =>
            {
                var entries = await work.Db.Set<JournalEntry>().Where(e => e.InstitutionId == institution.Id).OrderBy(e => e.Sequence).ToListAsync();
                Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => e.Sequence));
                Assert.Equal(entries.Select(e => e.At).Order(), entries.Select(e => e.At));
                var bySubject = entries.GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g => g.ToList());
                foreach (var row in await work.Db.Set<Document>().Where(d => d.InstitutionId == institution.Id).ToListAsync()) Rebuilding.Compare(work, row, bySubject[row.Id]);
                foreach (var row in await work.Db.Set<Assignment>().Where(a => a.InstitutionId == institution.Id).ToListAsync()) Rebuilding.Compare(work, row, bySubject[row.Id]);
                return true;
            }, institution.Id);
    }

    [Fact]
    public async Task Desks_and_readers_equal_what_follows_from_open_work_and_participations()
    {
        foreach (var institution in await Institutions())
            await government.Reads(async work =>
            {
                var units = await work.Units().ToDictionaryAsync(u => u.Id);
                var posts = (await work.Positions().ToListAsync()).ToLookup(p => p.PersonId, p => p.UnitId);
                IEnumerable<Guid> Keys(Guid holder) => (units.ContainsKey(holder) ? [holder] : posts[holder]).SelectMany(Above).Prepend(holder).Distinct();
                IEnumerable<Guid> Above(Guid unit)
                {
                    for (Guid? at = unit; at is { } id; at = units[id].ParentId)
                        yield return units[id].BelowId;
                }

                var documents = await work.Db.Set<Document>().Where(d => d.InstitutionId == institution.Id).Select(d => d.Id).ToListAsync();
                var open = (await work.Db.Set<OpenWork>().ToListAsync()).ToLookup(w => w.DocumentId);
                var desks = (await work.Db.Set<DeskRow>().ToListAsync()).ToLookup(d => d.DocumentId);
                var holders = (await work.Db.Set<Participation>().ToListAsync()).ToLookup(p => p.DocumentId, p => p.HolderId);
                var readers = (await work.Db.Set<DocumentReader>().ToListAsync()).ToLookup(r => r.DocumentId, r => r.ReaderId);
                foreach (var id in documents)
                {
                    Assert.Equal(open[id].SelectMany(w => Keys(w.HolderId).Select(k => (k, w.Task, w.Due))).Distinct().Order(), desks[id].Select(d => (d.ReaderId, d.Task, d.Due)).Order());
                    Assert.Equal(holders[id].SelectMany(Keys).Distinct().Order(), readers[id].Order());
                }
                return true;
            }, institution.Id);
    }

    [Fact]
    public async Task No_series_of_numbers_has_a_gap()
    {
        var numbered = await government.Reads(work => work.Db.Set<Document>().Where(d => d.Number != null).ToListAsync());

        var series = numbered.GroupBy(d => (d.BookUnitId, d.Book, d.Year)).ToList();
        Assert.All(series, s => Assert.Equal(Enumerable.Range(1, s.Count()), s.Select(d => d.Number!.Value).Order()));
        Assert.Equal(2 * (await Institutions()).Count, series.Select(s => (s.Key.BookUnitId, s.Key.Book)).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_waits_to_be_told_or_sent_and_no_mailbox_holds_anything()
    {
        Assert.Empty(await government.Reads(work => work.Db.Set<OutboxEvent>().ToListAsync()));
        Assert.All(await government.Reads(work => work.Db.Set<Parcel>().ToListAsync()), p => Assert.Equal(SendingState.Sent, p.State));
        Assert.All(await government.Reads(work => work.Db.Set<StatusLetter>().ToListAsync()), l => Assert.Equal(SendingState.Sent, l.State));
        Assert.All(await government.ReadsHub(db => db.Deliveries.ToListAsync()), d => Assert.Equal(Transport.Done, d.State));
    }

    [Fact]
    public async Task Answers_closed_what_they_answer_and_came_to_those_who_asked_with_all_statuses_in_order()
    {
        var documents = await government.Reads(work => work.Db.Set<Document>().ToDictionaryAsync(d => d.Id));
        var links = await government.Reads(work => work.Db.Set<DocumentLink>().Where(l => l.Kind == LinkKind.Answers).ToListAsync());

        var sent = links.Where(l => documents[l.DocumentId].State == DocumentState.Issued).ToList();
        Assert.True(sent.Count >= 20, $"Only {sent.Count} answers were sent.");
        Assert.All(sent, l => Assert.Equal(DocumentState.Done, documents[l.OtherId].State));
        Assert.True(links.Count(l => documents[l.DocumentId].Direction == Direction.Incoming) >= 5); // They came back to institutions of the node.
        var told = (await government.Reads(work => work.Db.Set<StatusLetter>().ToListAsync())).GroupBy(l => l.DocumentId).Select(g => g.OrderBy(l => l.SentAt).Select(l => l.Code).ToList()).ToList();
        Assert.All(told, codes => Assert.Equal(codes.Order(), codes));
        Assert.Contains(told, codes => codes.SequenceEqual(["01", "03", "04", "05", "06"]));
    }

    [Fact]
    public async Task Every_issued_file_is_sound_and_a_sample_is_valid_and_trusted_with_the_demo_root()
    {
        var issued = await government.Reads(work => (
            from document in work.Db.Set<Document>()
            where document.State == DocumentState.Issued
            join draft in work.Db.Set<Draft>() on document.Id equals draft.DocumentId
            join file in work.Db.Set<Attachment>() on new { draft.DocumentId, draft.Version } equals new { file.DocumentId, file.Version }
            orderby document.Id
            select new { document.Code, file.Sha256 }).ToListAsync());

        Assert.True(issued.Count >= 60);
        foreach (var (place, file) in issued.Index())
        {
            var pdf = await Bytes(file.Sha256);
            await Judges.IsSound(pdf);
            if (place % 3 > 0) continue; // Asking poppler takes a quarter of a second.
            var said = await Judges.Pdfsig(pdf, government.Root);
            Assert.Equal(2, Count(said, "Signature is Valid."));
            Assert.Equal(2, Count(said, "Certificate is Trusted."));
        }
    }

    static int Count(string text, string sentence) => text.Split(sentence).Length - 1;

    async Task<byte[]> Bytes(string sha256)
    {
        await using var content = await government.Blobs.Open(sha256, TestContext.Current.CancellationToken);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, TestContext.Current.CancellationToken);
        return memory.ToArray();
    }

    Task<List<Institution>> Institutions() => government.Reads(work => work.Db.Set<Institution>().ToListAsync());
}
