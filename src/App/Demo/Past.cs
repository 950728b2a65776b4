using App.Demo.Carrying;
using App.Demo.Planning;
using App.Documents;
using App.Documents.Outgoing;
using App.Exchange;
using App.Hub;
using App.Organisation;
using App.Signing;
using App.Storage;
using App.Tracking.Watching;
using App.Workers.Inspecting;
using static App.Shell.Texts;

namespace App.Demo;

/// <summary>Sixty days of traffic, made by the same use cases that people use, in the order of time.</summary>
sealed class Past(Stage stage, DateOnly today, DateTimeOffset now, Task<Pages> pages)
{
    /// <summary>Lets the pages from outside be printed while the cast is still being appointed. No past where nothing can be printed: nothing can have been sent.</summary>
    public static Past? Begin(Stage stage, DateOnly today, DateTimeOffset now)
    {
        if (stage.Service<Converter>().Missing is [var missing, ..]) Console.WriteLine(missing);
        else return new(stage, today, now, Pages.Print(stage, OutsideOffice.Name));
        return null;
    }

    public async Task Play()
    {
        Console.WriteLine(T("Đang dựng 60 ngày văn bản đã qua."));
        var hub = stage.Services.GetService<HubSettings>() is { } settings ? new ReplayedHub(settings, stage.Clock) : null;
        var agenda = new Agenda(stage.Clock);
        var institutions = await stage.AsSystem(Guid.Empty, work => work.Institutions().OrderBy(i => i.Id).ToListAsync(work.Cancelled));
        var offices = new List<Office>();
        foreach (var body in Cast.All)
            if (institutions.Find(i => i.Code == body.Name.Code) is { } institution) offices.Add(await Office.Of(stage, body, institution));
        var scene = new Scene(stage, agenda, offices, today, now, hub is not null);
        var printing = await Plan(scene, agenda, hub, institutions);

        await agenda.Play(now, printing.Carrier.Deliver);
        await printing.Carrier.Finish();
        await printing.Done;
        if (hub is not null) await hub.Settle(stage.Cancelled);
    }

    async Task<(Carrier Carrier, Task Done)> Plan(Scene scene, Agenda agenda, ReplayedHub? hub, IReadOnlyList<Institution> institutions)
    {
        var account = stage.Service<AxisAccount>();
        var mail = hub is null ? null : new InnerAxis(hub.Store, stage.Clock);
        var outside = mail is null ? null : new OutsideOffice(stage, mail, Client(mail, account with { SystemId = DemoGovernment.OutsideSystem, Secret = DemoGovernment.OutsideSecret }));
        var intake = new Intake(stage.Service<InspectorPool>(), stage.Service<Checker>(), stage.Service<Blobs>(), stage.Clock);
        var carrier = new Carrier(stage, institutions, mail, mail is null ? null : Client(mail, account), outside, intake, Vietnam.Start(scene.WorkingDay(1)), scene.Arrived);
        foreach (var day in scene.Days) agenda.Plan(OfficeMoment.On(day, 0), () => Watch(institutions));
        LetterPlan.Add(scene);
        DraftPlan.Add(scene);
        MailPlan.Add(scene, await pages);
        if (outside is not null) OutsidePlan.Add(scene, await pages, outside, carrier);
        return (carrier, await new Printing(stage.Service<Papers>(), stage.Cancelled).Begin(scene.Papers));
    }

    /// <summary>What passed its deadline yesterday is noted in the morning.</summary>
    async Task Watch(IReadOnlyList<Institution> institutions)
    {
        foreach (var institution in institutions) await stage.AsSystem(institution.Id, NoteLate.Run);
    }

    AxisClient Client(InnerAxis mail, AxisAccount account) => new(new HttpClient(mail), account, stage.Clock);
}
