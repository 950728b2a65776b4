using App.Demo.Stories;

namespace App.Demo.Planning;

/// <summary>What the institutions write for themselves, and what still lies on desks on its way out, at every step there is.</summary>
static class DraftPlan
{
    const int Decisions = 6, FirstDecision = 200, FirstDraft = 220, DaysAgo = 5;
    static readonly PaperEnd[] Unfinished = [PaperEnd.Draft, PaperEnd.InReview, PaperEnd.SentBack, PaperEnd.ForSignature, PaperEnd.Signed];

    public static void Add(Scene scene)
    {
        for (var place = 0; place < Decisions; place++)
        {
            var (office, at) = (scene.At(place), scene.Spread(place, Decisions, 60 + place * 47));
            Begin(scene, office, place, at, PaperEnd.Issued, Wording.OwnDecision(office, office.Leader, Subjects.Of(FirstDecision + place)));
        }
        var subject = FirstDraft;
        foreach (var (nth, office) in scene.Offices.Index())
            foreach (var end in nth < 2 ? Unfinished.Append(PaperEnd.Withdrawn) : Unfinished.Skip(3))
            {
                var form = Wording.Letter(office, subject % 2 == 0 ? office.Leader : office.Deputy, Subjects.Of(subject), [("", "Các đơn vị trực thuộc")]);
                Begin(scene, office, subject, OfficeMoment.On(scene.WorkingDay(DaysAgo - subject % 2), subject * 37 % 200), end, form);
                subject++;
            }
    }

    static void Begin(Scene scene, Office office, int place, OfficeMoment at, PaperEnd end, Documents.Outgoing.StartDraft.Input form) =>
        new PaperStory(scene.Agenda, scene.Write(at, office, office.SpecialistOf(office.Head(place)), form), place, end).Begin(at);
}
