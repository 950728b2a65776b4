using System.Net;
using System.Text.RegularExpressions;
using App.Tests.Cast;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests.Rules;

/// <summary>Every route against people who must not get through; made from the routes, so that none is forgotten.</summary>
public class RouteTests
{
    [Theory, OnEachDatabase]
    public async Task No_route_lets_somebody_in_who_has_no_business_there(string database)
    {
        var home = await World.On(database);
        var document = await home.Clerk.Registers();
        var away = await World.On(database);

        foreach (var (name, right, send) in Routes(home.Host, document.Id))
        {
            Assert.True(right is not null, $"{name} states neither a right nor Public.");
            if (right.Right is null) continue;
            var without = away.Everybody.Where(o => !Areas.RightsOf(o.Role.Code).Contains(right.Right)).ToList();
            var with = away.Everybody.Where(o => Areas.RightsOf(o.Role.Code).Contains(right.Right)).ToList();
            Assert.True(with.Count > 0 && without.Count > 0, $"{right.Right} is held by everybody or by nobody.");
            foreach (var unentitled in without)
                Assert.True((await send(unentitled)).StatusCode == HttpStatusCode.Forbidden, $"{name} does not ask for {right.Right}.");
            if (name.Contains("{id", StringComparison.Ordinal))
                foreach (var stranger in with)
                    Assert.True((await send(stranger)).StatusCode == HttpStatusCode.NotFound, $"{name} shows what another institution holds.");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_gets_in_without_signing_in_and_the_API_does_not_know_the_cookie(string database)
    {
        var world = await World.On(database);
        var nobody = world.Host.CreateClient(new() { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync("/documents/incoming", TestContext.Current.CancellationToken)).StatusCode);
        await (await nobody.GetAsync("/api/v1/documents/incoming", TestContext.Current.CancellationToken)).IsRefused("not-signed-in", 401);
        await (await world.Clerk.Opens("/api/v1/documents/incoming")).IsRefused("not-signed-in", 401);
        await (await world.Clerk.Asks("/api/v1/nothing")).IsRefused("not-found", 404);
    }

    [Theory, OnEachDatabase]
    public async Task A_route_that_authenticates_itself_refuses_every_call_without_a_proof_of_its_own(string database)
    {
        var host = AxisHost.Of(database);
        var member = await host.Joins("000.00.00.{0}");
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.Metadata.GetMetadata<Admission>() is { BringsItsProof: true }).ToList();
        Assert.Equal(13, routes.Count);
        Assert.All(routes, r => Assert.StartsWith("/XrdAdapter/adapter/", $"/{r.RoutePattern.RawText!.TrimStart('/')}", StringComparison.Ordinal));

        foreach (var route in routes)
        {
            var method = new HttpMethod(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single());
            var operation = route.RoutePattern.RawText!.Split('/')[^1];
            HttpRequestMessage Request() => member.Request(operation, [("docId", "x")], method);
            (string Name, Action<HttpRequestMessage> Spoil)[] attacks =
            [
                ("nothing", r => r.Headers.Clear()),
                ("no proof", r => r.Headers.Remove("XroadVnpt-hash-header")),
                ("another's name", r => Set(r, "XroadVnpt-systemid", "00.Z99.W00")),
                ("a changed parameter", r => Set(r, "XroadVnpt-docId", "y")),
                ("a parameter taken away", r => r.Headers.Remove("XroadVnpt-docId")),
                ("changed signed text", r => Set(r, "XroadVnpt-sign-header", r.Headers.GetValues("XroadVnpt-sign-header").Single().Replace(",", ", ", StringComparison.Ordinal))),
                ("an empty proof", r => Set(r, "XroadVnpt-hash-header", "")),
            ];
            foreach (var (name, spoil) in attacks)
            {
                var request = Request();
                spoil(request);
                var answer = await AxisPlayer.Sends(request);
                Assert.True(AxisPlayer.Text(answer, "ErrorCode") == "15", $"{operation} with {name}: {answer}");
            }
            Assert.NotEqual("15", AxisPlayer.Text(await AxisPlayer.Sends(Request()), "ErrorCode"));
        }

        static void Set(HttpRequestMessage request, string header, string value)
        {
            request.Headers.Remove(header);
            request.Headers.TryAddWithoutValidation(header, value);
        }
    }

    static IEnumerable<(string Name, Admission? Right, Func<Official, Task<HttpResponseMessage>> Send)> Routes(Host host, Guid id)
    {
        foreach (var route in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var url = Regex.Replace(route.RoutePattern.RawText!, @"\{(\w+)[^}]*\}", m => m.Groups[1].Value == "id" ? $"{id}" : "2026-11-24");
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                yield return ($"{method} {route.RoutePattern.RawText}", route.Metadata.GetMetadata<Admission>(), official => (method, url.StartsWith("/api", StringComparison.Ordinal)) switch
                {
                    ("GET", true) => official.Asks(url),
                    ("GET", false) => official.Opens(url),
                    ("DELETE", true) => official.Deletes(url),
                    (_, true) when IsForFiles(route) => official.PostsFiles(url, [("Code", "")], []),
                    (_, true) => official.Posts(url, new { }),
                    _ => official.Submits(url),
                });
        }
    }

    static bool IsForFiles(RouteEndpoint route) => route.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: ["multipart/form-data"] };
}
