using App.Directing;
using App.Documents;
using App.Organisation;
using App.Storage;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>A long random history of directing, then everything that is derived is made again from what it follows from, and compared.</summary>
public class HistoryProperty
{
    const int Steps = 260, Documents = 4;
    static readonly string[] All = ["start", "progress", "report", "return", "reading", "extension", "acceptance", "sending-back", "extension-decision", "cancellation", "holder", "parts", "urging", "report-request", "deadline"];
    static readonly string[] OfGiver = ["acceptance", "sending-back", "extension-decision", "cancellation", "holder", "urging", "report-request", "deadline"];

    [Theory, OnEachDatabase]
    public async Task Holders_states_deadlines_desks_and_readers_follow_from_the_journal_and_the_assignments(string database)
    {
        var cast = await Cast.Of(database);
        var random = new Random(20261124);
        var done = new List<string>();
        for (var i = 0; i < Steps; i++)
        {
            var (deed, answer) = await cast.Step(random);
            if (answer.IsSuccessStatusCode) done.Add(deed);
            else Assert.True((int)answer.StatusCode is 403 or 404 or 409 or 422, $"step {i}, {deed}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            if (i % 20 == 19) await cast.Check();
        }
        await cast.Check();
        Assert.True(done.Count >= Steps / 3, $"Only {done.Count} steps were taken.");
        Assert.Equal(All.Append("directive").Append("completion").Order(), done.Distinct().Order());
    }

    sealed class Cast(World world, IReadOnlyList<Official> people, IReadOnlyList<Guid> recipients)
    {
        List<Guid> documents = [];

        public static async Task<Cast> Of(string database)
        {
            var world = await World.On(database);
            var division = await world.Below(world.Department, "Phòng Nước", "PN");
            var head = await world.Official("Tạ Trưởng Phòng", division, "Trưởng phòng", Role.UnitHead);
            var worker = await world.Official("Mai Nhân Viên", division, "Chuyên viên", Role.Specialist);
            var cast = new Cast(world, [.. world.Everybody.Except([world.Assistant]), head, worker],
                [world.Department.Id, world.OtherDepartment.Id, division.Id, world.Deputy.Id, world.Specialist.Id, world.OtherSpecialist.Id, head.Id, worker.Id]);
            for (var i = 0; i < Documents; i++) cast.documents.Add((await world.Clerk.Registers(deadline: i % 2 == 0 ? null : "2026-12-20")).Id);
            return cast;
        }

        public async Task<(string Deed, HttpResponseMessage Answer)> Step(Random random)
        {
            var document = random.GetItems(documents.ToArray(), 1)[0];
            var assignments = await In(work => work.Db.Set<Assignment>().Where(a => a.DocumentId == document).OrderBy(a => a.Place).ToListAsync());
            var chance = random.Next(100);
            if (assignments.Count == 0 || chance < 8) return ("directive", await Direct(random, document));
            if (chance < 10)
            {
                documents = [.. documents.Where(d => d != document), (await world.Clerk.Registers()).Id];
                return ("completion", await world.Leader.Posts($"/api/v1/documents/{document}/completion", new { Reason = "Không phải làm gì thêm" }));
            }
            var open = assignments.FindAll(a => a.IsOpen);
            var chosen = open.Count > 0 && random.Next(10) > 0 ? open[random.Next(open.Count)] : assignments[random.Next(assignments.Count)];
            var deed = Likely(chosen) is { } likely && random.Next(3) == 0 ? likely : All[random.Next(All.Length)];
            var who = random.Next(10) == 0 ? people[random.Next(people.Count)] : Actor(chosen, deed);
            return (deed, await who.Tries(deed, chosen.Id, new
            {
                Progress = random.Next(0, 101), Quality = random.Next(2) == 0 ? "good" : null, Report = "Đã làm xong", Reason = "Lý do", Until = Day(random), Granted = random.Next(2) == 0,
                To = Recipient(random), Rows = new[] { new Part(Recipient(random), random.Next(2) == 0 ? "lead" : "cooperate", Due: random.Next(2) == 0 ? Day(random) : null) },
            }));
        }

        /// <summary>What is rarely possible is done when it is, so that a short history knows everything.</summary>
        static string? Likely(Assignment chosen) => chosen switch
        {
            { AskedUntil: not null } => "extension-decision", { State: AssignmentState.Reported } => "acceptance", { Role: AssignmentRole.Inform, State: AssignmentState.Given } => "reading", _ => null,
        };

        Task<HttpResponseMessage> Direct(Random random, Guid document) => world.Leader.TriesToDirect(document,
            [.. random.GetItems(recipients.ToArray(), 3).Distinct().Select((to, i) => new Part(to, i == 0 ? "lead" : random.Next(2) == 0 ? "cooperate" : "inform", Due: random.Next(3) > 0 ? Day(random) : null))]);

        Official Actor(Assignment chosen, string deed)
        {
            var holder = OfGiver.Contains(deed) ? chosen.GiverId : chosen.AssigneeId;
            return people.FirstOrDefault(p => p.Id == holder) ?? people.First(p => p.Unit.Id == holder && p.Role.IsHead);
        }

        Guid Recipient(Random random) => recipients[random.Next(recipients.Count)];

        static string Day(Random random) => $"2026-12-{random.Next(1, 29):00}";

        Task<T> In<T>(Func<Work, Task<T>> run) => world.Host.InWork(world.System, run);

        public async Task Check()
        {
            var entries = await In(work => work.Db.Set<JournalEntry>().Where(e => e.InstitutionId == world.Institution.Id).OrderBy(e => e.Sequence).ToListAsync());
            Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => e.Sequence));
            var byJournal = entries.GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g => g.ToList());
            await In(async work =>
            {
                foreach (var row in await work.Db.Set<Document>().Where(d => d.InstitutionId == world.Institution.Id).ToListAsync()) Rebuilding.Compare(work, row, byJournal[row.Id]);
                foreach (var row in await work.Db.Set<Assignment>().Where(a => a.InstitutionId == world.Institution.Id).ToListAsync()) Rebuilding.Compare(work, row, byJournal[row.Id]);
                await Desks(work);
                await Standings(work);
                return true;
            });
        }

        /// <summary>How each directive stands, said anew from its assignments.</summary>
        async Task Standings(Work work)
        {
            var standings = await work.Db.Set<DirectiveStanding>().Where(s => s.InstitutionId == world.Institution.Id).ToListAsync();
            var given = (await work.Db.Set<Assignment>().Where(a => a.InstitutionId == world.Institution.Id).ToListAsync()).GroupBy(a => a.DirectiveId!.Value);
            Assert.Equal(given.Select(g => (g.Key, g.Any(ToDo) ? Pile.Open : Pile.Closed, g.Where(a => ToDo(a) && a.State != AssignmentState.Reported).Min(a => a.Deadline) ?? OpenWork.NoDeadline)).Order(),
                standings.Select(s => (s.DirectiveId, s.Pile, s.WeakestOn)).Order());

            static bool ToDo(Assignment a) => a is { IsOpen: true, Role: not AssignmentRole.Inform };
        }

        async Task Desks(Work work)
        {
            var units = await work.Units().ToDictionaryAsync(u => u.Id);
            var posts = (await work.Positions().ToListAsync()).ToLookup(p => p.PersonId, p => p.UnitId);
            foreach (var document in await work.Db.Set<Document>().Where(d => d.InstitutionId == world.Institution.Id).ToListAsync())
            {
                var open = await work.Db.Set<OpenWork>().Where(w => w.DocumentId == document.Id).ToListAsync();
                var assignments = await work.Db.Set<Assignment>().Where(a => a.DocumentId == document.Id).ToListAsync();
                Assert.Equal(Waiting(document, assignments).Order(), open.Select(w => (w.HolderId, w.Task, w.Due)).Order());
                Assert.Equal(open.SelectMany(w => Keys(w.HolderId).Select(k => (k, w.Task, w.Due))).Distinct().Order(),
                    (await work.Db.Set<DeskRow>().Where(d => d.DocumentId == document.Id).ToListAsync()).Select(d => (d.ReaderId, d.Task, d.Due)).Order());
                var holders = await work.Db.Set<Participation>().Where(p => p.DocumentId == document.Id).Select(p => p.HolderId).ToListAsync();
                Assert.Equal(holders.SelectMany(Keys).Distinct().Order(), (await work.Db.Set<DocumentReader>().Where(r => r.DocumentId == document.Id).Select(r => r.ReaderId).ToListAsync()).Order());
                Assert.Subset(holders.ToHashSet(), assignments.Select(a => a.AssigneeId).ToHashSet());
            }

            IEnumerable<Guid> Keys(Guid holder)
            {
                yield return holder;
                foreach (var start in units.ContainsKey(holder) ? [holder] : posts[holder])
                    for (Guid? at = start; at is { } id; at = units[id].ParentId)
                        yield return units[id].BelowId;
            }
        }

        /// <summary>What should wait, said anew: a holder's task is as urgent as the most urgent of the assignments that put it there.</summary>
        static IEnumerable<(Guid, DeskTask, DateOnly)> Waiting(Document document, List<Assignment> assignments)
        {
            var open = assignments.FindAll(a => a.State is not (AssignmentState.Accepted or AssignmentState.Cancelled or AssignmentState.Read or AssignmentState.Closed));
            var theirs = open.Where(a => a.State is not (AssignmentState.Reported or AssignmentState.Refused)).Select(a => (a.AssigneeId, a.Role switch
            {
                AssignmentRole.Lead => DeskTask.Handle, AssignmentRole.Cooperate => DeskTask.Cooperate, _ => DeskTask.Inform,
            }, Due(a.Deadline)));
            var givers = open.Where(a => a.State is AssignmentState.Reported or AssignmentState.Refused || a.AskedUntil is not null).Select(a => (a.GiverId, DeskTask.Accept, Due(a.Deadline)));
            var leaderless = document.State is DocumentState.Registered or DocumentState.Directed or DocumentState.Working && !open.Exists(a => a.ParentId is null && a.Role == AssignmentRole.Lead);
            (Guid, DeskTask, DateOnly)[] direct = leaderless ? [(document.HolderId!.Value, DeskTask.Direct, Due(document.Deadline))] : [];
            return theirs.Concat(givers).Concat(direct).GroupBy(w => (w.Item1, w.Item2)).Select(g => (g.Key.Item1, g.Key.Item2, g.Min(w => w.Item3)));

            static DateOnly Due(DateOnly? day) => day ?? OpenWork.NoDeadline;
        }
    }
}
