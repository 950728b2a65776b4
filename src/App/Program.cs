using App;
using App.Api;
using App.Demo;
using App.Desk.Waiting;
using App.Directing;
using App.Directing.Giving;
using App.Directing.Speaking;
using App.Documents;
using App.Documents.Outgoing;
using App.Hub;
using App.Hub.Adapter;
using App.Notices.Living;
using App.Notices.Mailing;
using App.Notices.Pushing;
using App.Organisation.Founding;
using App.Organisation.SigningIn;
using App.Starting;
using App.Storage;
using App.Web;
using App.Workers;
using App.Workers.Inspecting;
using App.Workers.Transcribing;

if (await Commands.Run(args) is { } exitCode) return exitCode;
var builder = WebApplication.CreateBuilder(CommandLine.Parse(args).Settings);
var settings = Settings.Of(builder.Configuration);
if (Commands.Refuses(() => DataFolder.Hold(Listening.MustBeFree(settings))) is not { } folder) return Commands.Wrong;

builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning); // A poll every two seconds is no news.
Listening.Add(builder, settings);
Health.Add(builder.Services, settings, folder);
builder.Services.AddStorage(settings).AddSingleton(TimeProvider.System);
ProtectionKeys.Add(builder.Services, settings);
builder.Services.AddSingleton(Areas.Subscribers);
if (settings.IsNode) builder.Services.AddOutbox().AddHostedService<App.Documents.Counting.CountsWorker>();
if (settings.IsNode && builder.Configuration.GetValue("Tracking:Enabled", true)) builder.Services.AddHostedService<App.Tracking.Watching.WatchWorker>();
builder.Services.AddInspecting().AddTranscribing(builder.Configuration);
SignedIn.Add(builder.Services);
SignIn.Add(builder.Services);
if (settings.IsNode) FirstStart.Add(builder.Services);
Pen.Add(builder.Services);
LiveNotices.Add(builder.Services, builder.Configuration);
Mailer.Add(builder.Services, builder.Configuration);
Pusher.Add(builder.Services, builder.Configuration);
builder.Services.AddScoped<Waiting>().AddScoped<IFrames, DeskFrames>();
builder.Services.AddSingleton<Intake>().AddSingleton<Sounds>().AddSingleton<AddressBooks>().AddSingleton(DirectiveHold.Of(builder.Configuration));
WebShell.Add(builder.Services);
OpenApi.Add(builder.Services);
JoinAxis.Add(builder.Services, settings, builder.Configuration);
DemoGovernment.Add(builder.Services, settings, builder.Configuration);
if (settings.IsHub) Axis.Add(builder.Services, HubSettings.Of(settings, builder.Configuration));
builder.Services.AddScoped(services =>
{
    var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
    var actor = http.User.Identities.OfType<SignedIn>().SingleOrDefault()?.Who ?? Actor.Nobody;
    return new Work(services.GetRequiredService<AppDb>(), actor, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<WriteGate>(), http.RequestAborted) { IsForCopy = http.Request.IsOffline() };
});

var app = builder.Build();
app.Services.GetRequiredService<DataFolder>(); // From here on it ends with the program.
if (settings.IsNode) Migrator.Start(settings.Node.Database);

WebShell.Use(app);
Gate.Use(app);
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

var routes = new Routes(
    app.MapGroup("").RequireAuthorization(SignedIn.By(SignedIn.Cookie)),
    app.MapGroup("/api/v1").RequireAuthorization(SignedIn.By(SignedIn.Bearer)).ProducesProblem(401).ProducesProblem(403));
if (settings.IsNode) foreach (var area in Areas.All) area.Map(routes);
if (settings.IsNode) WebShell.Map(routes);
if (settings.IsHub) Axis.Map(app);
Health.Map(routes, settings);
HttpsCertificate.Map(routes, settings);
app.MapOpenApi("/openapi/{documentName}.json").Public();
if (settings.IsNode) ApiPage.Map(app);
app.Run();
return Environment.ExitCode;

public partial class Program;
