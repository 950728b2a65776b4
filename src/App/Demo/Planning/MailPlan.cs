using App.Demo.Stories;
using App.Documents;

namespace App.Demo.Planning;

/// <summary>What comes by mail: the bulk of the past, with early and late ends, some due today, some overdue, some not opened yet.</summary>
static class MailPlan
{
    const int Documents = 246, NotOpened = 6;
    static readonly int[] Secrets = [37, 142];

    public static void Add(Scene scene, Pages pages)
    {
        for (var place = 0; place < Documents; place++)
        {
            var isNew = place >= Documents - NotOpened;
            var at = isNew ? scene.ThisMorning(place % NotOpened) : scene.Spread(place, Documents - NotOpened, place * 71);
            var (due, pace) = Fate(scene, place, at);
            var (letter, file) = pages.ByMail(place, at.Day);
            var end = isNew ? MailEnd.Waiting : Secrets.Contains(place) ? MailEnd.Secret : place % 15 == 7 ? MailEnd.Returned
                : pace == Pace.Steady && due is null ? MailEnd.Noted : MailEnd.Handled;
            new MailStory(scene.Agenda, scene.At(place), place, end, pace).Begin(at, new(Source.Mail, letter, [file])
            {
                Asked = due is { } day ? new Promise(day, Rule: "Nơi gửi yêu cầu") : null,
            });
        }
        Prepare(scene, pages);
    }

    /// <summary>One that came yesterday and for which the leader's assistant prepared a directive this morning.</summary>
    static void Prepare(Scene scene, Pages pages)
    {
        var at = OfficeMoment.On(scene.WorkingDay(1), 300);
        var (letter, file) = pages.ByMail(Documents, at.Day);
        foreach (var office in scene.Offices.Where(o => o.Assistant is not null))
            new MailStory(scene.Agenda, office, Documents, MailEnd.Handled, Pace.Undirected) { PreparedAt = scene.ThisMorning(1) }.Begin(at, new(Source.Mail, letter, [file]));
    }

    /// <summary>What the desks show today follows from the last three weeks; before that all but the slow ones have ended.</summary>
    static (DateOnly? Due, Pace Pace) Fate(Scene scene, int place, OfficeMoment at) => (scene.Age(at), place % 6) switch
    {
        ( >= 4 and <= 9, 0) => (scene.WorkingDay(0), Pace.Stuck), // Due today and not done.
        ( >= 9 and <= 16, 1) => (scene.WorkingDay(2), Pace.Stuck), // Overdue and not done.
        ( <= 4, 2) => (null, Pace.Undirected),
        ( <= 6, 3) => (null, Pace.Unassigned),
        (_, 5) => (null, Pace.Slow),
        (_, 4) => (at.After(12, 0).Day, Pace.Brisk),
        _ => (place % 6 == 0 ? at.After(6 + place % 10, 0).Day : null, Pace.Steady),
    };
}
