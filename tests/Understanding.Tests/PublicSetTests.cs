namespace Understanding.Tests;

public class PublicSetTests(ITestOutputHelper output)
{
    const double ExactMin = 0.90, LeadMin = 0.97, DueMin = 0.97, InventedMax = 0.01;

    [Fact]
    public void The_sentences_of_the_public_set_are_understood()
    {
        var all = new List<Marking>();
        foreach (var folder in PublicSet.Folders)
        {
            var book = PublicSet.Book(folder);
            var marked = PublicSet.Sentences(folder).Select(s => Marking.Of(s, book)).ToList();
            foreach (var wrong in marked.Where(m => !m.IsExact)) output.WriteLine(wrong.ToString());
            Say(folder, marked);
            all.AddRange(marked);
        }
        var figures = Say("all", all);
        Assert.True(all.Count >= 400, "The set has at least 400 sentences.");
        Assert.True(figures.Exact >= ExactMin && figures.Lead >= LeadMin && figures.Due >= DueMin && figures.Invented <= InventedMax, $"{figures}");
    }

    (double Exact, double Lead, double Due, double Invented) Say(string folder, List<Marking> marked)
    {
        var figures = (Exact: Share(marked, m => m.IsExact), Lead: Share(marked, m => m.IsLeadRight), Due: Share(marked, m => m.IsDueRight), Invented: (double)marked.Sum(m => m.Invented) / marked.Sum(m => m.Produced));
        output.WriteLine($"{folder}: {marked.Count} sentences, exact {figures.Exact:P1}, lead {figures.Lead:P1}, deadline {figures.Due:P1}, invented {figures.Invented:P1}");
        return figures;
    }

    static double Share(List<Marking> marked, Func<Marking, bool> isRight) => (double)marked.Count(isRight) / marked.Count;
}
