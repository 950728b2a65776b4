using App.Demo.Carrying;
using App.Demo.Stories;
using App.Documents;

namespace App.Demo.Planning;

/// <summary>What the outside member sends over the axis; most of it is answered, and the answers and statuses travel back.</summary>
static class OutsidePlan
{
    const int Letters = 36, NotOpened = 4;
    static readonly int[] TakenBack = [14, 29];

    public static void Add(Scene scene, Pages pages, OutsideOffice outside, Carrier carrier)
    {
        for (var i = 0; i < Letters; i++)
        {
            var place = i;
            var at = place >= Letters - NotOpened ? scene.ThisMorning(3 + place % NotOpened) : scene.Spread(place, Letters - NotOpened, place * 97);
            var to = place % 11 == 4 ? [scene.At(place), scene.At(place + 1)] : new[] { scene.At(place) };
            var (letter, file) = pages.FromOutside(place, at.Day, OutsideOffice.Name);
            var due = place % 3 == 0 ? at.After(7 + place % 8, 0).Day : (DateOnly?)null;
            var cases = to.Select((office, nth) => (office, Begin: place >= Letters - NotOpened || TakenBack.Contains(place) ? null : Case(scene, office, place + nth, at, nth == 0))).ToList();
            scene.Agenda.Plan(at, async () =>
            {
                var id = await outside.Send(letter, due, file, [.. to.Select(o => (o.Institution.Code, o.Institution.Name))]);
                foreach (var (office, begin) in cases)
                    if (begin is not null) scene.Expect(office.Institution, id, begin);
                await carrier.Fetch();
                if (TakenBack.Contains(place)) scene.Agenda.Plan(at.After(0, 20), () => TakeBack(letter, id, to[0]));
            });
        }

        async Task TakeBack(Letter letter, string id, Office from)
        {
            await outside.TakeBack(letter, id, from.Institution.Code);
            await carrier.Fetch();
        }
    }

    /// <summary>Two of three are answered in writing; the newest are still being worked on.</summary>
    static Action<Guid, OfficeMoment> Case(Scene scene, Office office, int place, OfficeMoment at, bool isFirst)
    {
        var pace = (scene.Age(at), place % 5) switch { ( <= 3, 0) => Pace.Undirected, ( <= 8, 3) => Pace.Stuck, (_, 0) => Pace.Brisk, (_, 3) => Pace.Slow, _ => Pace.Steady };
        var isAnswered = isFirst && place % 3 != 2 && pace is Pace.Brisk or Pace.Steady or Pace.Slow;
        var signer = place % 2 == 0 ? office.Leader : office.Deputy;
        var answer = isAnswered
            ? new PaperStory(scene.Agenda, scene.Write(at.After(3, 0), office, office.SpecialistOf(office.Head(place)),
                Wording.Answer(office, signer, Subjects.Of(place), (DemoGovernment.OutsideAgency, OutsideOffice.Name))), place, PaperEnd.Issued)
            : null;
        return (id, arrived) => new CaseStory(scene.Agenda, office, place, id, pace, answer).Begin(arrived.After(0, 20 + place * 29 % 120));
    }
}
