using App.Documents;
using App.Organisation;
using App.Storage;

namespace Bench.Seeding;

/// <summary>
/// Years of registered incoming documents, written in bulk: the documents as the model makes them, and the rows that follow from who held them.
/// The journal is left out, because no list reads it. The few open ones are the newest, as in an office that keeps up.
/// </summary>
sealed class Archive(Ministry ministry)
{
    const int Batch = 20_000, OpenMost = 300;

    /// <summary>So many documents were given to the person with narrow rights, whatever the size of the archive.</summary>
    public const int NarrowDocuments = 100;

    static readonly string[] Subjects = ["quản lý đất đai", "bảo vệ môi trường", "giải ngân vốn đầu tư công", "phòng chống thiên tai", "cải cách thủ tục hành chính", "an toàn thực phẩm", "chuyển đổi số", "biên chế công chức"];
    static readonly string[] Issuers = ["Văn phòng Chính phủ", "Bộ Tài chính", "Bộ Nội vụ", "UBND tỉnh Đắk Lắk", "UBND thành phố Đà Nẵng", "Sở Xây dựng Hà Nội", "Thanh tra Chính phủ", "Bộ Y tế"];
    readonly Dictionary<(Guid Reader, DocumentState State), long> counts = [];

    sealed record Holding(Document Document, IReadOnlyList<(Guid Holder, ParticipationRole Role)> Holders, IReadOnlySet<Guid> Readers, bool IsOpen);

    public async Task Fill(string connection, int documents)
    {
        await using var db = Ministry.Open(connection);
        await using var bulk = await Bulk.Open(connection);
        var properties = db.Model.FindEntityType(typeof(Document))!.GetProperties().ToList();
        string[] columns = [.. properties.Select(p => p.GetColumnName())], types = [.. properties.Select(p => Type(p.ClrType))];
        for (var from = 0; from < documents; from += Batch)
        {
            var batch = Enumerable.Range(from, Math.Min(Batch, documents - from)).Select(i => Hold(i, documents)).ToList();
            await bulk.Write("documents", columns, types, batch.Select(h => properties.Select(p => Plain(p.GetGetter().GetClrValue(h.Document))).ToArray()));
            await bulk.Write("participations", ["document_id", "holder_id", "role", "since"], ["uuid", "uuid", "smallint", "timestamp with time zone"],
                batch.SelectMany(h => h.Holders.Select(p => new object?[] { h.Document.Id, p.Holder, (short)p.Role, h.Document.ArrivedAt })));
            await bulk.Write("document_readers", ["reader_id", "document_id", "secrecy"], ["uuid", "uuid", "smallint"],
                batch.SelectMany(h => h.Readers.Select(r => new object?[] { r, h.Document.Id, h.Document.Secrecy })).OrderBy(r => (Guid)r[0]!));
            await WriteOpen(bulk, batch.Where(h => h.IsOpen).ToList());
        }
        await bulk.Write("document_counts", ["reader_id", "state", "secrecy", "n"], ["uuid", "smallint", "smallint", "bigint"],
            counts.Select(c => new object?[] { c.Key.Reader, (short)c.Key.State, (short)0, c.Value }));
        await bulk.End();
    }

    async Task WriteOpen(Bulk bulk, List<Holding> open)
    {
        await bulk.Write("open_work", ["document_id", "holder_id", "task", "due", "since"], ["uuid", "uuid", "smallint", "date", "timestamp with time zone"],
            open.Select(h => new object?[] { h.Document.Id, ministry.Minister, (short)DeskTask.Direct, h.Document.Deadline ?? OpenWork.NoDeadline, h.Document.ArrivedAt }));
        await bulk.Write("desk", ["reader_id", "due", "document_id", "task", "secrecy"], ["uuid", "date", "uuid", "smallint", "smallint"],
            open.SelectMany(h => new[] { ministry.Minister, ministry.Root.BelowId }.Select(r => new object?[] { r, h.Document.Deadline ?? OpenWork.NoDeadline, h.Document.Id, (short)DeskTask.Direct, (short)0 })));
    }

    Holding Hold(int i, int documents)
    {
        var at = new DateTime(2021, 1, 4, 1, 0, 0, DateTimeKind.Utc).AddMilliseconds((long)(5.8 * 365.25 * 24 * 3600 * 1000 / documents * i));
        var stamp = new Stamp(Actor.System(ministry.Institution.Id), at);
        var letter = new Letter("", Issuers[i % Issuers.Length], $"{i % 9000 + 1}", $"CV-{i % 61}", stamp.Day, $"Về việc {Subjects[i % Subjects.Length]} và {Subjects[i / 7 % Subjects.Length]}, lần {i}")
        {
            Kind = (short)(i % 29 + 1), KindName = DocumentKind.All[i % 29].Name, SignerName = $"Người ký {i % 401}",
        };
        var document = Document.Arrive(stamp, ministry.Records.Id, Source.Axis, letter, null);
        document.Register(stamp, i + 1, letter, new(stamp.Day.AddDays(30)), ministry.Minister);
        var isOpen = i >= documents - OpenMost;
        List<(Guid, ParticipationRole)> holders = [(ministry.Records.Id, ParticipationRole.Registered), (ministry.Minister, ParticipationRole.Directs)];
        if (!isOpen)
        {
            var (top, division) = (ministry.Departments[i % ministry.Departments.Count], ministry.Divisions[i % ministry.Divisions.Count]);
            holders.AddRange([(top.Id, ParticipationRole.Leads), (division.Id, ParticipationRole.Leads), (ministry.Specialists[i % ministry.Specialists.Count], ParticipationRole.Leads)]);
            if (i % 3 == 0) holders.Add((ministry.Departments[i / 3 % ministry.Departments.Count].Id, ParticipationRole.Informed));
            document.Complete(stamp);
        }
        if (i % (documents / NarrowDocuments) == 1) holders.Add((ministry.Narrow, ParticipationRole.Cooperates));
        var readers = holders.SelectMany(h => Holes(h.Item1)).ToHashSet();
        foreach (var reader in readers) counts[(reader, document.State)] = counts.GetValueOrDefault((reader, document.State)) + 1;
        return new(document, [.. holders.Distinct()], readers, isOpen);
    }

    readonly Dictionary<Guid, Unit> units = new Unit[] { ministry.Root, ministry.Records }.Concat(ministry.Departments).Concat(ministry.Divisions).ToDictionary(u => u.Id);
    readonly Dictionary<Guid, Unit> divisionOf = ministry.Specialists.Select((s, i) => (s, ministry.Divisions[i / (ministry.Specialists.Count / ministry.Divisions.Count)])).ToDictionary(p => p.s, p => p.Item2);

    IEnumerable<Guid> Holes(Guid holder)
    {
        yield return holder;
        for (var unit = units.GetValueOrDefault(holder) ?? divisionOf.GetValueOrDefault(holder) ?? ministry.Root; unit is not null; unit = unit.ParentId is { } parent ? units[parent] : null)
            yield return unit.BelowId;
    }

    static object? Plain(object? value) => value is Enum e ? Convert.ToInt16(e, System.Globalization.CultureInfo.InvariantCulture) : value;

    static string Type(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => "smallint",
        var t when t == typeof(Guid) => "uuid",
        var t when t == typeof(short) => "smallint",
        var t when t == typeof(int) => "integer",
        var t when t == typeof(bool) => "boolean",
        var t when t == typeof(DateOnly) => "date",
        var t when t == typeof(DateTime) => "timestamp with time zone",
        _ => "text",
    };
}
