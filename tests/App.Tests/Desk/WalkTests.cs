using System.Net;
using App.Documents;
using App.Tests.Cast;
using App.Tests.Directing;

namespace App.Tests.Desk;

/// <summary>From one thing on the desk to the next without going back to it.</summary>
public class WalkTests
{
    [Theory, OnEachDatabase]
    public async Task After_a_directive_from_the_desk_the_next_one_opens_until_the_desk_is_clear(string database)
    {
        var world = await World.On(database);
        var documents = new List<Guid>();
        foreach (var due in new[] { "2026-11-26", "2026-11-27", "2026-11-30" }) documents.Add((await world.Clerk.Registers(deadline: due)).Id);
        string At(int i) => $"/documents/{documents[i]}/directive?desk=Direct";
        (string, string)[] form = [("Words", "Giao Vụ."), ("Rows[0].To", "Vụ Môi trường"), ("Rows[0].Role", "Lead")];

        await (await world.Leader.Opens("/desk?only=Direct")).Has($"href=\"{At(0)}\"", $"href=\"/documents/{documents[0]}?desk=Direct\"");
        var second = await world.Leader.Opens(At(1));
        await second.Has("2/3", $"rel=\"prev\" data-key=\",\"", $"href=\"{At(0)}\"", $"href=\"{At(2)}\"", $"action=\"/documents/{documents[1]}/directive?desk=Direct&amp;then={documents[2]}\"");

        var wrong = await world.Leader.Submits($"{At(1)}&then={documents[2]}", ("Words", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        await wrong.Has("2/3");
        Assert.Equal(At(2), await Next(await world.Leader.Submits($"{At(1)}&then={documents[2]}", form)));
        Assert.Equal(At(0), await Next(await world.Leader.Submits(At(2), form)));
        Assert.Equal("/desk?only=Direct", await Next(await world.Leader.Submits(At(0), form)));

        async Task<string> Next(HttpResponseMessage sent)
        {
            Assert.StartsWith("/desk/next?desk=Direct", $"{sent.Headers.Location}", StringComparison.Ordinal);
            return $"{(await world.Leader.Opens($"{sent.Headers.Location}")).Headers.Location}";
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_page_that_was_not_opened_from_the_desk_goes_nowhere_else(string database)
    {
        var world = await World.On(database);
        var (document, _) = await world.Directed("2026-12-01");

        await (await world.Leader.Opens($"/documents/{document}")).Lacks("rel=\"next\"", "class=\"walk\"");
        await (await world.Head.Opens($"/documents/{document}?desk=all")).Has("class=\"walk\"", "1/1");
        await (await world.Head.Opens($"/documents/{document}?desk=%22%3E%3Cscript%3E")).Lacks("<script>");
        Assert.Equal(DocumentState.Directed, (await world.Leader.Document(document)).State);
    }
}
