using System.Net;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;

namespace App.Notices.Pushing;

/// <summary>Whether and where web push is allowed.</summary>
/// <param name="Contact">Whom a push service may write to about us; empty when no push is to be sent.</param>
/// <param name="Hosts">The push services that may be knocked at: a host, *.host for all below it, or a whole origin. Browsers name the address, so nothing else is ever called.</param>
public sealed record PushSettings(string Contact, IReadOnlyList<string> Hosts)
{
    /// <summary>Of Chrome and Edge on Android, Firefox, Edge on Windows, and Safari.</summary>
    static readonly string[] Known = ["fcm.googleapis.com", "*.push.services.mozilla.com", "*.notify.windows.com", "web.push.apple.com", "*.push.apple.com"];

    public static PushSettings Of(IConfiguration options) => new(options["Notices:Push:Contact"] ?? "", options["Notices:Push:Hosts"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? Known);

    public bool Allows(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && Hosts.Any(host =>
        host.Contains("://", StringComparison.Ordinal) ? url.GetLeftPart(UriPartial.Authority) == host
        : url is { Scheme: "https", IsDefaultPort: true } && (host.StartsWith("*.", StringComparison.Ordinal) ? url.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase) : url.Host.Equals(host, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>Knocks at browsers through their makers' push services (RFC 8030), encrypted for the browser alone (RFC 8291), in the installation's name (RFC 8292).</summary>
public sealed class Pusher(PushSettings settings, PushKey key)
{
    static readonly TimeSpan KeptFor = TimeSpan.FromHours(12), Patience = TimeSpan.FromSeconds(20), ConnectionLasts = TimeSpan.FromMinutes(5);

    readonly Lazy<PushServiceClient> client = new(() =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLasts }) { Timeout = Patience })
        {
            DefaultAuthentication = new VapidAuthentication(key.Public, key.Private) { Subject = settings.Contact }, AutoRetryAfter = false,
        });

    public static void Add(IServiceCollection services, IConfiguration options) =>
        services.AddSingleton<PushKey>().AddSingleton(all => new Pusher(PushSettings.Of(options), all.GetRequiredService<PushKey>()));

    public bool IsSet => settings.Contact.Length > 0;

    /// <summary>What a browser must know of us before it subscribes.</summary>
    public string PublicKey => key.Public;

    public bool Allows(string? address) => settings.Allows(address);

    /// <summary>False when the browser is gone and will not come back.</summary>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public async Task<bool> Push(Notices.PushSubscription to, string words, bool isUrgent, CancellationToken cancelled)
    {
        if (!Allows(to.Endpoint)) return false; // Allowed once, not any more.
        var subscription = new Lib.Net.Http.WebPush.PushSubscription { Endpoint = to.Endpoint };
        subscription.SetKey(PushEncryptionKeyName.P256DH, to.PublicKey);
        subscription.SetKey(PushEncryptionKeyName.Auth, to.Secret);
        try
        {
            await client.Value.RequestPushMessageDeliveryAsync(subscription, new PushMessage(words) { TimeToLive = (int)KeptFor.TotalSeconds, Urgency = isUrgent ? PushMessageUrgency.High : PushMessageUrgency.Normal }, cancelled);
            return true;
        }
        catch (PushServiceClientException answer) when (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return false;
        }
        catch (PushServiceClientException answer)
        {
            throw new HttpRequestException($"The push service answered {(int)answer.StatusCode}.", answer, answer.StatusCode);
        }
    }
}
