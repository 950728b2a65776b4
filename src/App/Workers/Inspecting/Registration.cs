using App.Starting;
using static App.Shell.Texts;

namespace App.Workers.Inspecting;

static class Registration
{
    public static IServiceCollection AddInspecting(this IServiceCollection services) => services
        .AddSingleton(all => new Sandbox(all.GetRequiredService<Settings>().Scratch))
        .AddSingleton<Converter>().AddSingleton<InspectorPool>().AddHostedService(all => all.GetRequiredService<InspectorPool>())
        .AddCheck("inspector", isNeeded: false, (all, _) => Task.FromResult(Limits(all.GetRequiredService<InspectorPool>().Missing)));

    static Finding Limits(IReadOnlyList<string> missing) => missing.Count == 0
        ? Finding.Ok(T("Tệp lạ được mở trong tiến trình con, không có mạng, có giới hạn bộ nhớ và thời gian."))
        : Finding.Missing(string.Join(' ', missing));
}
