using Signatures.Pdf;

namespace Signatures.Checking;

/// <summary>
/// Says of a PDF what its signatures prove (EN 319 102-1 in three words: valid, indeterminate, failed), what each of them covers and what changed after it.
/// Never throws on foreign bytes: what cannot be read has failed. Pure: no clock, no network; parses foreign bytes, so it runs where the parser may die.
/// </summary>
public static class PdfCheck
{
    const int SignaturesMax = 200;

    /// <summary>Checks all signatures of a document against these roots and nothing else.</summary>
    public static PdfReport Run(ReadOnlyMemory<byte> pdf, TrustAnchors anchors, CheckOptions options)
    {
        try
        {
            return Judge(PdfFile.Open(pdf), anchors, options);
        }
        catch (PdfRefusal refusal)
        {
            return new(Verdict.Failed, null, null, [], [refusal.Reason]);
        }
    }

    static PdfReport Judge(PdfFile file, TrustAnchors anchors, CheckOptions options)
    {
        var signed = Form.Fields(file).Where(f => f.Kind == "Sig" && !file.Resolve(f.Dictionary["V"]).IsNull).ToList();
        var about = new List<Reason>();
        if (signed.DistinctBy(Target).Count() < signed.Count) about.Add(Reasons.SignatureInSeveralFields);
        signed = [.. signed.DistinctBy(Target)];
        if (signed.Count > SignaturesMax) throw new PdfRefusal("pdf-too-large", $"Tệp PDF bung ra quá lớn.");
        if (HasStray(file, [.. signed.Select(Target)])) about.Add(Reasons.SignatureWithoutField);
        if (signed.Count == 0)
        {
            if (about.Count == 0 && file.Bytes.Span.IndexOf("/ByteRange"u8) >= 0) about.Add(Reasons.SignatureHidden);
            return about.Count > 0 ? new(Verdict.Failed, null, false, [], about) : new(Verdict.Unsigned, null, null, [], [Reasons.Unsigned]);
        }
        var checks = signed.Select(f => new SignatureCheck(file, new(file, f), anchors, options)).OrderBy(c => c.Revision.Length).ToList();
        foreach (var check in checks) check.Run();
        var steps = Steps(file, [.. checks.Select(c => c.Revision).Where(r => r.File is not null)], options);
        var reports = checks.Select(c => Report(file, c, steps)).ToList();
        var verdict = Worst(reports.Select(r => r.Verdict).Append(Of(about)));
        return new(verdict, All(reports.Select(r => r.Intact)), All(reports.Select(r => r.Whole).Append(about.Any(r => r.Weight == Weight.Fault) ? false : true)), reports, about);
    }

    static int Target(FormField field) => (field.Dictionary["V"] as PdfReference)?.Number ?? -field.Reference.Number;

    /// <summary>True when an object looks like a signature but belongs to no field: a reader might show it, we could not judge it.</summary>
    static bool HasStray(PdfFile file, HashSet<int> known) => file.Entries.Any(e => e.Value.Kind != XrefKind.Free && !known.Contains(e.Key)
        && file.Get(e.Key) is PdfDictionary d && d["ByteRange"] is PdfArray && d["Contents"] is PdfString);

    /// <summary>From each signed revision to the next and, when bytes follow the last, to the present.</summary>
    static List<(int From, SignedRevision? Closing, Step Step)> Steps(PdfFile present, List<SignedRevision> revisions, CheckOptions options)
    {
        var steps = new List<(int, SignedRevision?, Step)>();
        for (var i = 0; i < revisions.Count; i++)
        {
            var (before, closing) = (revisions[i].File!, i + 1 < revisions.Count ? revisions[i + 1] : null);
            var after = closing?.File ?? present;
            if (after.Bytes.Length > before.Bytes.Length)
                steps.Add((before.Bytes.Length, closing, Step.Between(before, after, closing, revisions[..(i + 1)], options.IssueFields)));
        }
        return steps;
    }

    static SignatureReport Report(PdfFile file, SignatureCheck check, List<(int From, SignedRevision? Closing, Step Step)> steps)
    {
        var revision = check.Revision;
        var after = revision.File is null ? [] : steps.Where(s => s.From >= revision.Length).SelectMany(s => s.Step.Found).ToList();
        var reasons = check.Found.Concat(after).DistinctBy(r => r.ToString()).ToList();
        return new()
        {
            Field = revision.Field.Name, IsTimeStamp = revision.IsTimeStamp, Verdict = Of(reasons), Intact = check.Intact, Reasons = reasons,
            Whole = revision.File is null ? null : after.All(r => r.Weight != Weight.Fault),
            CoversWholeFile = revision.Length == file.Bytes.Length, RevisionLength = revision.Length,
            Signer = check.Signer?.Shown, Organisation = check.Signer?.Organisation, OrganisationIdentifier = check.Signer?.OrganisationIdentifier,
            Subject = check.Signer?.Subject, Issuer = check.Signer?.Issuer, CertificateSerial = check.Signer?.Serial,
            Certificate = check.Signer is null ? null : check.Certificate?.RawData, ClaimedAt = check.ClaimedAt,
            StatedReason = (file.Resolve(revision.Dictionary["Reason"]) as PdfString)?.Text,
            Filled = steps.Where(s => s.Closing == revision).Select(s => s.Step.Filled).FirstOrDefault() ?? [],
        };
    }

    static Verdict Of(IReadOnlyCollection<Reason> reasons) => reasons.Any(r => r.Weight == Weight.Fault) ? Verdict.Failed
        : reasons.Any(r => r.Weight == Weight.Doubt) ? Verdict.Indeterminate : Verdict.Valid;

    static Verdict Worst(IEnumerable<Verdict> verdicts) => verdicts.Max();

    static bool? All(IEnumerable<bool?> answers) => answers.Aggregate((bool?)true, (all, one) => all & one);
}
