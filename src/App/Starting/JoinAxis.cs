using System.Security.Cryptography;
using App.Exchange;
using App.Hub;
using App.Hub.Adapter;
using App.Hub.Registry;

namespace App.Starting;

/// <summary>Brings the node and the axis together: as which system the node calls, and who lets it in.</summary>
/// <remarks>With hub and node in one process the node's own system is a member of that hub, under a secret made once. A node of a distant hub is given both:
/// Axis:System and Axis:Secret. A hub lets in what Hub:Members lists.</remarks>
public static class JoinAxis
{
    const string OwnSystem = "00.00.W01";

    /// <summary>A system that the hub's operator lets in, with the agencies it serves.</summary>
    public sealed record Admitted
    {
        public required string Id { get; init; }
        public string Name { get; init; } = "";
        public required string Secret { get; init; }
        public IReadOnlyList<Served> Agencies { get; init; } = [];
    }

    public sealed record Served(string Code, string Name);

    public static void Add(IServiceCollection services, Settings settings, IConfiguration configuration)
    {
        if (settings.IsHub) services.AddSingleton(new StartUpStep(() => Texts.T("Mở trục liên thông"), (all, cancelled) => Admit(all, settings, configuration, cancelled)));
        if (!settings.IsNode) return;
        var isOwn = settings.IsHub && configuration["HubUrl"] is null;
        services.AddSingleton(new AxisAccount(AxisAccount.EndpointAt(settings.HubUrl), configuration["Axis:System"] ?? OwnSystem, configuration["Axis:Secret"] ?? (isOwn ? OwnSecret(settings) : "")));
        services.AddHttpClient<AxisClient>(http => http.Timeout = TimeSpan.FromMinutes(10));
        services.AddSingleton(new ExchangeSettings(TimeSpan.FromSeconds(configuration.GetValue("Exchange:PollSeconds", settings.IsDemo ? 2 : 30))));
        services.AddSingleton<ExchangeState>();
        services.AddSingleton(all => new HubMembership(isOwn
            ? (institution, cancelled) => all.GetRequiredService<KeepMembers>().Enter(all.GetRequiredService<AxisAccount>().SystemId, new(institution.Code, institution.Name), cancelled)
            : (_, _) => Task.CompletedTask));
        if (configuration.GetValue("Exchange:Enabled", true)) services.AddHostedService<ExchangeWorker>();
    }

    static async Task Admit(IServiceProvider all, Settings settings, IConfiguration configuration, CancellationToken cancelled)
    {
        var members = all.GetRequiredService<KeepMembers>();
        if (settings.IsNode) await members.Admit(configuration["Axis:System"] ?? OwnSystem, "Nút của chương trình này", configuration["Axis:Secret"] ?? OwnSecret(settings), cancelled);
        foreach (var member in configuration.GetSection("Hub:Members").Get<List<Admitted>>() ?? [])
        {
            await members.Admit(member.Id, member.Name, member.Secret, cancelled);
            foreach (var agency in member.Agencies) await members.Enter(member.Id, new(agency.Code, agency.Name), cancelled);
        }
    }

    /// <summary>Made at the first start and kept beside the other keys.</summary>
    static string OwnSecret(Settings settings)
    {
        var file = Path.Combine(settings.Keys, "axis.secret");
        if (File.Exists(file)) return File.ReadAllText(file);
        Directory.CreateDirectory(settings.Keys);
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        File.WriteAllText(file, secret);
        return secret;
    }
}
