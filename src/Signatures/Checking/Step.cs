using Signatures.Pdf;

namespace Signatures.Checking;

/// <summary>
/// What changed from one signed revision to the next, or to the present. A list of what is allowed; whatever is not on it is a change
/// that breaks the earlier signatures (against incremental-saving and shadow attacks): signatures with their widgets, proofs for later (DSS), and
/// filling number and date at issue.
/// </summary>
sealed class Step
{
    readonly PdfFile before, after;
    readonly SignedRevision? closing;
    readonly IReadOnlyList<SignedRevision> earlier;
    readonly IReadOnlyList<string> issueFields;
    readonly Dictionary<int, int> counts;
    readonly HashSet<int> added = [];

    public HashSet<Reason> Found { get; } = new(new ByText());
    public Dictionary<string, string> Filled { get; } = [];

    Step(PdfFile before, PdfFile after, SignedRevision? closing, IReadOnlyList<SignedRevision> earlier, IReadOnlyList<string> issueFields)
    {
        (this.before, this.after, this.closing, this.earlier, this.issueFields) = (before, after, closing, earlier, issueFields);
        counts = ReferenceCount.Of(before);
    }

    /// <param name="before">A signed revision.</param>
    /// <param name="after">The next one, or the present.</param>
    /// <param name="closing">The signature that signs <paramref name="after"/>; null when nobody does.</param>
    /// <param name="earlier">Signatures made up to <paramref name="before"/>.</param>
    /// <param name="issueFields">Fields that may be filled by the rule of issue.</param>
    public static Step Between(PdfFile before, PdfFile after, SignedRevision? closing, IReadOnlyList<SignedRevision> earlier, IReadOnlyList<string> issueFields)
    {
        var step = new Step(before, after, closing, earlier, issueFields);
        try
        {
            step.Compare();
        }
        catch (PdfRefusal refusal)
        {
            step.Found.Add(refusal.Reason);
        }
        return step;
    }

    void Compare()
    {
        if (after.Sections.Count == before.Sections.Count) Found.Add(Reasons.BytesAfterEnd);
        if (after.Root.Number != before.Root.Number || after.Root.Generation != before.Root.Generation) Found.Add(Reasons.CatalogChanged);
        if (before.Dictionary(before.Trailer["Info"]) is { } old) Properties(old, after.Dictionary(after.Trailer["Info"]) ?? new());
        var changed = new List<int>();
        foreach (var (number, entry) in after.Entries)
        {
            var was = before.Entries.GetValueOrDefault(number);
            if (was == entry || (was.Kind == XrefKind.Free && entry.Kind == XrefKind.Free)) continue;
            if (entry.Kind == XrefKind.Free) Found.Add(Reasons.ObjectRemoved);
            else if (was.Kind == XrefKind.Free) Added(number);
            else if (Differs(number, was, entry)) changed.Add(number);
        }
        var roles = new Roles(before, counts);
        foreach (var number in changed) Changed(roles, number);
        if (closing is not null) Closed();
    }

    void Added(int number)
    {
        added.Add(number);
        if (counts.ContainsKey(number)) Found.Add(Reasons.HiddenObjectShown);
    }

    bool Differs(int number, XrefEntry was, XrefEntry now)
    {
        var (old, made) = (before.Get(number), after.Get(number));
        if (old is PdfStream { Dictionary: var o } && made is PdfStream { Dictionary: var m } && o["Type"].AsName == "XRef" && m["Type"].AsName == "XRef") return false;
        return Generation(was) != Generation(now) || !Same(old, made);
    }

    static int Generation(XrefEntry entry) => entry.Kind == XrefKind.Offset ? entry.GenerationOrIndex : 0;

    static bool Same(PdfValue one, PdfValue other) => ReferenceEquals(one, other) || PdfWriter.Canonical(one).AsSpan().SequenceEqual(PdfWriter.Canonical(other));

    void Changed(Roles roles, int number)
    {
        var (old, made) = (before.Get(number), after.Get(number));
        var isLone = counts.GetValueOrDefault(number) == 1;
        switch (roles.Of(number))
        {
            case Role.Catalog when (old, made) is (PdfDictionary o, PdfDictionary m): Catalog(o, m); break;
            case Role.Form when isLone && (old, made) is (PdfDictionary o, PdfDictionary m): FormChanged(o, m); break;
            case Role.FormFields when isLone: Fields(old, made); break;
            case Role.Page when (old, made) is (PdfDictionary o, PdfDictionary m): Page(o, m); break;
            case Role.PageAnnotations when isLone: Annotations(old, made); break;
            case Role.Field when (old, made) is (PdfDictionary o, PdfDictionary m): Field(roles.Field(number), o, m); break;
            case Role.Proofs when isLone && made is PdfDictionary or PdfArray: Found.Add(Reasons.ProofsAdded); break;
            case Role.Properties when (old, made) is (PdfDictionary o, PdfDictionary m): Properties(o, m); break;
            case Role.Pages: Found.Add(Reasons.PagesChanged); break;
            case Role.PageContent: Found.Add(Reasons.ContentChanged); break;
            case Role.Annotation: Found.Add(Reasons.AnnotationChanged); break;
            default: Found.Add(Reasons.ObjectChanged); break;
        }
    }

    static IEnumerable<string> Differing(PdfDictionary old, PdfDictionary made) =>
        old.Keys.Union(made.Keys).Where(k => !Same(old[k], made[k])).Concat(made.HasDoubledKey ? [""] : []);

    /// <summary>Programs that sign note when and with what; the rest of the properties is the document's.</summary>
    void Properties(PdfDictionary old, PdfDictionary made)
    {
        if (Differing(old, made).Except(["ModDate", "Producer"]).Any()) Found.Add(Reasons.PropertiesChanged);
    }

    void Catalog(PdfDictionary old, PdfDictionary made)
    {
        foreach (var key in Differing(old, made))
            switch (key)
            {
                case "AcroForm" when old[key] is not PdfReference && after.Dictionary(made[key]) is { } form: FormChanged(before.Dictionary(old[key]) ?? new(), form); break;
                case "DSS" when old[key].IsNull || made[key] is PdfDictionary || (made[key] is PdfReference dss && added.Contains(dss.Number)): Found.Add(Reasons.ProofsAdded); break;
                case "Extensions" or "Version" when after.Resolve(made[key]) is PdfDictionary or PdfName: break;
                default: Found.Add(Reasons.CatalogChanged); break;
            }
    }

    void FormChanged(PdfDictionary old, PdfDictionary made)
    {
        foreach (var key in Differing(old, made))
            switch (key)
            {
                case "Fields" when old[key] is not PdfReference: Fields(old[key], made[key]); break;
                case "SigFlags" when made[key].AsInteger is { } flags && (flags & (old[key].AsInteger ?? 0)) == (old[key].AsInteger ?? 0): break;
                case "DA" when old[key].IsNull: break;
                case "DR" when IsGrown(before.Resolve(old[key]), after.Resolve(made[key]), depth: 1): break;
                default: Found.Add(Reasons.FormChanged); break;
            }
    }

    /// <summary>True when resources only got new names; what was there is as it was.</summary>
    bool IsGrown(PdfValue old, PdfValue made, int depth) => old.IsNull || Same(old, made)
        || (old is PdfDictionary o && made is PdfDictionary m && o.Keys.All(k => Same(o[k], m[k]) || (depth > 0 && IsGrown(before.Resolve(o[k]), after.Resolve(m[k]), depth - 1))));

    void Fields(PdfValue old, PdfValue made)
    {
        foreach (var item in NewItems(old, made, Reasons.FormChanged))
            if (SignatureOf(item) is null) Found.Add(Reasons.FieldAdded);
    }

    void Page(PdfDictionary old, PdfDictionary made)
    {
        foreach (var key in Differing(old, made))
            if (key == "Annots" && old[key] is not PdfReference) Annotations(old[key], made[key]);
            else Found.Add(key is "Contents" or "Resources" ? Reasons.ContentChanged : Reasons.PageChanged);
    }

    void Annotations(PdfValue old, PdfValue made)
    {
        foreach (var item in NewItems(old, made, Reasons.AnnotationChanged))
            if (SignatureOf(item) is not { } widget) Found.Add(Reasons.AnnotationAdded);
            else if (!Widgets.IsModest(after, widget)) Found.Add(Reasons.SignatureCoversPage);
    }

    /// <summary>The items that were appended to a list; anything else done to the list is a fault.</summary>
    IEnumerable<PdfReference> NewItems(PdfValue old, PdfValue made, Reason fault)
    {
        var (was, now) = (before.Items(old), after.Items(made));
        if (after.Resolve(made) is not PdfArray || now.Count < was.Count || !was.Zip(now).All(p => Same(p.First, p.Second)))
        {
            Found.Add(fault);
            yield break;
        }
        foreach (var item in now.Skip(was.Count))
            if (item is PdfReference reference && added.Contains(reference.Number)) yield return reference;
            else Found.Add(fault);
    }

    /// <summary>The widget, when it is that of the signature which signs this step and does nothing else.</summary>
    PdfDictionary? SignatureOf(PdfReference item) => closing is not null && after.Dictionary(item) is { } widget
        && Widgets.IsOf(after, widget, closing.Number) ? widget : null;

    void Field(FormField field, PdfDictionary old, PdfDictionary made)
    {
        var differing = Differing(old, made).ToList();
        var isSigned = field.Kind == "Sig" && before.Resolve(old["V"]).IsNull && closing is not null && (made["V"] as PdfReference)?.Number == closing.Number
            && differing.All(k => k is "V" or "AP" or "M" or "MK" or "Lock") && Widgets.IsModest(after, made) && Widgets.DoesNothing(made);
        if (isSigned) return;
        if (FilledAtIssue.Value(before, after, closing, earlier, issueFields, field, made, differing, added) is { } value) Filled[field.Name] = value;
        else Found.Add(Reasons.FieldChanged(field.Name));
    }

    void Closed()
    {
        var forbids = earlier.Any(s => Permissions.Level(s.File!, s.Dictionary) == 1);
        if (forbids && !closing!.IsTimeStamp) Found.Add(Reasons.CertificationForbids);
        if (Filled.Count > 0) Found.Add(Reasons.FilledAtIssue);
        Found.Add(closing!.IsTimeStamp ? Reasons.TimeStampAdded : Reasons.SignatureAdded);
    }

    sealed class ByText : IEqualityComparer<Reason>
    {
        public bool Equals(Reason? x, Reason? y) => x?.ToString() == y?.ToString();
        public int GetHashCode(Reason reason) => reason.Code.GetHashCode(StringComparison.Ordinal);
    }
}
