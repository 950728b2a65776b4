using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;

namespace App.Tests.Cast;

static class Answers
{
    public static async Task IsRefused(this HttpResponseMessage answer, string code, int status = 409)
    {
        var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>();
        Assert.Equal(("application/problem+json", $"urn:lienthong:{code}", (HttpStatusCode)status), (answer.Content.Headers.ContentType?.MediaType, problem?.Type, answer.StatusCode));
    }

    public static async Task Has(this HttpResponseMessage answer, params string[] texts)
    {
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var text in texts) Assert.Contains(text, page, StringComparison.Ordinal);
    }

    public static async Task Lacks(this HttpResponseMessage answer, params string[] texts)
    {
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var text in texts) Assert.DoesNotContain(text, page, StringComparison.Ordinal);
    }
}
