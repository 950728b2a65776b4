using App.Demo.Casting;
using App.Exchange;
using App.Hub.Registry;
using App.Organisation;
using App.Signing;
using App.Starting;
using App.Storage;
using Signatures.Certificates;
using static App.Shell.Texts;

namespace App.Demo;

/// <summary>Sets up the invented government before people are let in; only with --demo, and only into an empty database.</summary>
public static class DemoGovernment
{
    /// <summary>The system from outside the node that programs may play, and the agency it serves.</summary>
    public const string OutsideSystem = "00.41.W00", OutsideSecret = "demo-secret", OutsideAgency = "000.00.00.H41";

    const int DaysBack = 61, RootYears = 10;

    public static void Add(IServiceCollection services, Settings settings, IConfiguration configuration)
    {
        if (!settings.IsDemo || !configuration.GetValue("DemoGovernment", true)) return;
        if (settings.IsHub) services.AddSingleton(new StartUpStep(() => T("Nhận hệ thống trình diễn bên ngoài vào trục"), Admit));
        if (settings.IsNode) services.AddSingleton(new StartUpStep(() => T("Dựng các cơ quan trình diễn"), (all, cancelled) => Build(all, settings, configuration.GetValue("Demo:Past", true), cancelled)));
    }

    static async Task Admit(IServiceProvider all, CancellationToken cancelled)
    {
        var members = all.GetRequiredService<KeepMembers>();
        await members.Admit(OutsideSystem, "Hệ thống bên ngoài (trình diễn)", OutsideSecret, cancelled);
        await members.Enter(OutsideSystem, new(OutsideAgency, "Ủy ban nhân dân tỉnh Thí Dụ (trình diễn)"), cancelled);
    }

    static async Task Build(IServiceProvider all, Settings settings, bool hasPast, CancellationToken cancelled)
    {
        var making = Path.Combine(settings.Data, "demo.making");
        if (File.Exists(making))
            throw new InvalidOperationException(T("Lần dựng các cơ quan trình diễn trước bị ngắt giữa chừng. Mời chạy lại với --fresh."));
        var now = all.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = Vietnam.Day(now.UtcDateTime);
        var start = new DateTimeOffset(today.AddDays(-DaysBack), TimeOnly.MinValue, TimeSpan.Zero); // Seven in the morning in Việt Nam.
        var stage = new Stage(all, new ReplayClock(start), cancelled);
        if (!await stage.AsSystem(Guid.Empty, work => work.Institutions().AnyAsync(cancelled)))
        {
            await File.WriteAllTextAsync(making, "", cancelled);
            stage.Service<Blobs>().Postpone();
            var past = hasPast ? Past.Begin(stage, today, now) : null;
            await Appoint(stage, settings, start);
            await EnterAxis(stage); // The past travels over the axis.
            if (past is not null) await past.Play();
            await stage.Settle();
            File.Delete(making);
        }
        await EnterAxis(stage);
    }

    static async Task Appoint(Stage stage, Settings settings, DateTimeOffset start)
    {
        using var authority = CertificateAuthority.Create("Cơ quan chứng thực trình diễn", start, start.AddYears(RootYears));
        stage.Service<TrustFolder>().Add("demo", authority.Certificate);
        var appointing = new Appointing(stage, authority);
        foreach (var body in Cast.All.Where(b => settings.InstitutionCode is not { } only || only == b.Name.Code))
        {
            Console.WriteLine(T("Đang dựng cơ quan trình diễn: {0}", body.Name.Name));
            await appointing.Found(body);
        }
    }

    /// <summary>Whoever finds the system ready may send to these institutions at once.</summary>
    static async Task EnterAxis(Stage stage)
    {
        var membership = stage.Service<HubMembership>();
        foreach (var institution in await stage.AsSystem(Guid.Empty, work => work.Institutions().OrderBy(i => i.Id).ToListAsync(stage.Cancelled)))
            await membership.Enter(institution, stage.Cancelled);
    }
}
