using App.Signing;
using Signatures.Checking;
using Signatures.Signing;

namespace App.Documents.Outgoing;

/// <summary>Signs the file of an outgoing document: first the leader, then at issue the organ. Slow enough to stay outside of every transaction.</summary>
public sealed class Pen(Papers papers, PdfDesk desk, KeyFolder keys, Checker checker)
{
    const string LeaderField = "ky-duyet", OrganField = "ky-phat-hanh";
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Registers the pen and everything it is made of.</summary>
    public static void Add(IServiceCollection services) => services
        .AddSingleton<KeyFolder>().AddSingleton<TrustFolder>().AddSingleton<Checker>().AddSingleton<PdfDesk>().AddSingleton<Papers>().AddSingleton<Pen>();

    /// <summary>Adds the empty fields of number and date, then the person's signature with its blue image between title and name.</summary>
    public async Task<AttachmentFile> SignAsPerson(Work work, Signer signer, Attachment file, SheetPlaces places)
    {
        if (!places.AreComplete) throw new Refusal("places-missing", $"Chưa xác định được chỗ ghi số, ngày và chỗ ký trên trang. Mời chỉ chỗ rồi làm tiếp.");
        var bytes = await papers.Bytes(file, work.Cancelled);
        var withFields = await desk.AddFields(bytes, [.. places.Blanks.Select(Field)], work.Cancelled);
        var prepared = await desk.Prepare(withFields, await Request(work, signer, LeaderField, places.Signature!), work.Cancelled);
        if (!prepared.Extends(bytes)) throw new InvalidOperationException("What is to be signed is not what was read.");
        return await Keep(work, file.Name, keys.Sign(signer, prepared));
    }

    /// <summary>Fills in number and date, locks them and adds the organ's signature with its red seal, in one incremental update.</summary>
    public async Task<AttachmentFile> SealAsOrgan(Work work, Signer organ, Document document, Attachment file, SheetPlaces places)
    {
        var bytes = await papers.Bytes(file, work.Cancelled);
        var values = Values(places, document.CodeNumber, document.PromulgatedOn!.Value);
        var prepared = await Prepare(work, organ, bytes, values, places);
        return await Keep(work, $"{document.CodeNumber}-{Plain(document.CodeNotation)}.pdf", keys.Sign(organ, prepared));
    }

    /// <summary>Does everything of the issue that can fail, without a number and without the key, so that no number is drawn in vain.</summary>
    public async Task Rehearse(Work work, Signer organ, Attachment file, SheetPlaces places)
    {
        keys.RequireKey(organ);
        var bytes = await papers.Bytes(file, work.Cancelled);
        await Prepare(work, organ, bytes, Values(places, "00", work.Stamp.Day), places);
    }

    async Task<PreparedSignature> Prepare(Work work, Signer organ, byte[] bytes, IReadOnlyDictionary<string, string> values, SheetPlaces places)
    {
        var prepared = await desk.PrepareIssue(bytes, new() { Values = values, Signature = await Request(work, organ, OrganField, places.Seal!) }, work.Cancelled);
        if (!prepared.Extends(bytes)) throw new InvalidOperationException("What is to be signed is not what was signed before.");
        return prepared;
    }

    /// <summary>Keeps the signed file with our own check of it, as a receiver will check it.</summary>
    async Task<AttachmentFile> Keep(Work work, string name, byte[] signed)
    {
        using var content = new MemoryStream(signed, writable: false);
        var report = await checker.Check(content, work.Stamp.At, work.Cancelled);
        if (report.Verdict is Verdict.Failed or Verdict.Unsigned) throw new InvalidOperationException($"We signed what does not hold: {string.Join(" ", report.AllReasons)}");
        return await papers.KeepPdf(name, signed, work.Cancelled) with { CheckReport = Checker.Write(report) };
    }

    async Task<SignatureRequest> Request(Work work, Signer signer, string field, SheetPlace place) => new()
    {
        Field = field, At = new DateTimeOffset(work.Stamp.At).ToOffset(Vietnam), Signer = signer.Name,
        Appearance = new(place.Page, place.Rectangle) { Image = await papers.Bytes(signer.ImageSha256, work.Cancelled) },
    };

    static TextField Field(SheetBlank blank) =>
        new(blank.Name, blank.Place.Page, blank.Place.Rectangle) { FontSize = blank.FontSize, IsCentred = true, IsItalic = blank.IsItalic };

    /// <summary>Decree 30: a day below ten and the months January and February have a nought before them.</summary>
    static Dictionary<string, string> Values(SheetPlaces places, string number, DateOnly day)
    {
        var all = new Dictionary<string, string>
        {
            ["so"] = number, ["ngay"] = $"{day:dd}", ["thang"] = day.Month < 3 ? $"{day:MM}" : $"{day.Month}", ["nam"] = $"{day:yyyy}",
        };
        return all.Where(v => places.Blanks.Any(b => b.Name == v.Key)).ToDictionary();
    }

    /// <summary>A file name that every system takes.</summary>
    static string Plain(string notation) => string.Concat(Words.Fold(notation).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '-'));
}
