using static App.Shell.Texts;

namespace App.Documents.Outgoing;

/// <summary>What differs between two versions of a draft, line by line.</summary>
public static class Differences
{
    const int LinesMax = 400;

    public static IReadOnlyList<SignPages.Changed> Between(DraftVersion was, DraftVersion present) =>
    [
        .. Lines(T("Trích yếu"), was.Subject, present.Subject), .. Lines(T("Nơi nhận"), was.Receivers, present.Receivers),
        .. Lines(T("Căn cứ"), was.Grounds, present.Grounds), .. Lines(T("Nội dung"), was.Body, present.Body),
    ];

    /// <summary>The longest common run of lines stays; between what stays, a line that went and one that came in its place stand together.</summary>
    static IEnumerable<SignPages.Changed> Lines(string part, string was, string present)
    {
        var (a, b) = (DraftForm.Lines(was).Take(LinesMax).ToList(), DraftForm.Lines(present).Take(LinesMax).ToList());
        var common = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var (gone, came) = (new Queue<string>(), new Queue<string>());
        for (int i = 0, j = 0; i < a.Count || j < b.Count;)
        {
            if (i < a.Count && j < b.Count && a[i] == b[j])
            {
                foreach (var changed in Pairs(part, gone, came)) yield return changed;
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Count || i < a.Count && common[i + 1, j] >= common[i, j + 1]) gone.Enqueue(a[i++]);
            else came.Enqueue(b[j++]);
        }
        foreach (var changed in Pairs(part, gone, came)) yield return changed;
    }

    static IEnumerable<SignPages.Changed> Pairs(string part, Queue<string> gone, Queue<string> came)
    {
        while (gone.Count > 0 || came.Count > 0) yield return new(part, gone.TryDequeue(out var was) ? was : null, came.TryDequeue(out var present) ? present : null);
    }
}
