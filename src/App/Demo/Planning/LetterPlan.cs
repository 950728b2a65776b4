using App.Demo.Carrying;
using App.Demo.Stories;
using App.Documents;
using App.Exchange.Sending;

namespace App.Demo.Planning;

/// <summary>What the institutions write to each other: signed, sealed, carried over the axis, and registered by the receivers; a third is answered.</summary>
static class LetterPlan
{
    const int Letters = 38, FirstSubject = 100, FirstAnswer = 160;

    public static void Add(Scene scene)
    {
        for (var i = 0; i < Letters; i++)
        {
            var place = i;
            var (from, at) = (scene.At(place), scene.Spread(place, Letters, 30 + place * 83));
            var to = Receivers(scene, place, from);
            var due = place % 2 == 0 ? at.After(9 + place % 7, 0).Day : (DateOnly?)null;
            var form = Wording.Letter(from, place % 2 == 0 ? from.Leader : from.Deputy, Subjects.Of(FirstSubject + place), Addresses(scene, to, place), due, isUrgent: place % 8 == 3);
            var paper = scene.Write(at, from, from.SpecialistOf(from.Head(place)), form, place % 9 == 5 ? Wording.Revised(form) : null);
            var cases = to.Select((office, nth) => (office, Begin: Case(scene, office, from, place + nth, at, nth == 0 && place % 3 == 0))).ToList();
            new PaperStory(scene.Agenda, paper, place, PaperEnd.Issued, document =>
            {
                foreach (var (office, begin) in cases) scene.Expect(office.Institution, Lines.PacketId(from.Institution, document), begin);
            }).Begin(at);
        }
    }

    static List<Office> Receivers(Scene scene, int place, Office from)
    {
        var others = scene.Offices.Where(o => o != from).ToList();
        return others.Count == 0 ? [] : [.. Enumerable.Range(0, place % 4 == 1 ? 2 : 1).Select(nth => others[(place / scene.Offices.Count + nth) % others.Count]).Distinct()];
    }

    /// <summary>Some go to the outside member too; without an axis everybody is reached by name alone.</summary>
    static List<(string Code, string Name)> Addresses(Scene scene, List<Office> to, int place)
    {
        var addresses = to.Select(o => (scene.HasAxis ? o.Institution.Code : "", o.Institution.Name)).ToList();
        if (place % 5 == 2 || addresses.Count == 0) addresses.Add((scene.HasAxis ? DemoGovernment.OutsideAgency : "", OutsideOffice.Name));
        return addresses;
    }

    static Action<Guid, OfficeMoment> Case(Scene scene, Office office, Office asker, int place, OfficeMoment at, bool isAnswered)
    {
        var pace = (scene.Age(at), place % 7) switch { ( <= 10, 4) => Pace.Stuck, (_, 6) => Pace.Slow, (_, 3) => Pace.Brisk, _ => Pace.Steady };
        if (place % 2 == 1 && pace == Pace.Steady) return (id, arrived) => new NoticeStory(scene.Agenda, office, place, id).Begin(arrived.After(0, 15 + place * 31 % 150));
        if (!isAnswered || pace == Pace.Stuck)
            return (id, arrived) => new CaseStory(scene.Agenda, office, place, id, pace).Begin(arrived.After(0, 15 + place * 31 % 150));

        var form = Wording.Answer(office, place % 2 == 0 ? office.Deputy : office.Leader, Subjects.Of(FirstAnswer + place), (asker.Institution.Code, asker.Institution.Name));
        var paper = scene.Write(at.After(4, 0), office, office.SpecialistOf(office.Head(place)), form);
        var answer = new PaperStory(scene.Agenda, paper, place, PaperEnd.Issued, document => scene.Expect(asker.Institution, Lines.PacketId(office.Institution, document),
            (id, arrived) => new NoticeStory(scene.Agenda, asker, place, id).Begin(arrived.After(0, 20 + place * 7 % 60))));
        return (id, arrived) => new CaseStory(scene.Agenda, office, place, id, pace, answer).Begin(arrived.After(0, 15 + place * 31 % 150));
    }
}
