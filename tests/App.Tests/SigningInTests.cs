using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using App.Access;
using App.Organisation.Administering;
using App.Organisation.Founding;
using App.Tests.Cast;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests;

public partial class SigningInTests
{
    const string Password = "mot mat khau du dai";

    [Theory, OnEachDatabase]
    public async Task A_person_taken_in_chooses_a_password_by_the_link_once_and_signs_in_with_it(string database)
    {
        var world = await World.On(database);
        var (userName, link) = await Employs(world);
        var browser = new Browser(world.Host);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fills(link, link, ("Password", "ngan"), ("Again", "ngan"))).StatusCode);
        Assert.Equal("/sign-in", $"{(await browser.Fills(link, link, ("Password", Password), ("Again", Password))).Headers.Location}");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Opens(link)).StatusCode);

        await (await browser.SignsIn(userName, "mot mat khau khac han")).Has("Tên đăng nhập hoặc mật khẩu không đúng.");
        await (await browser.SignsIn("khong-co-ai", Password)).Has("Tên đăng nhập hoặc mật khẩu không đúng.");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignsIn(userName, Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Opens("/documents/incoming")).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task A_restart_ends_no_session_and_spoils_no_link(string database)
    {
        var world = await World.On(database);
        var (userName, link) = await Employs(world);
        var jar = new CookieContainer();
        var before = new Browser(world.Host, jar);
        await before.Fills(link, link, ("Password", Password), ("Again", Password));
        await before.SignsIn(userName, Password);
        var (_, other) = await Employs(world, "nguoi-nua");

        await using var restarted = world.Host.Restarted(after: TimeSpan.FromHours(1));
        var after = new Browser(restarted, jar);

        Assert.Equal(HttpStatusCode.OK, (await after.Opens("/documents/incoming")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await after.Opens(other)).StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one(string database)
    {
        var world = await World.On(database);
        var (userName, link) = await Employs(world);
        var browser = new Browser(world.Host);
        await browser.Fills(link, link, ("Password", Password), ("Again", Password));

        for (var i = 0; i < 5; i++) await browser.SignsIn(userName, $"mot mat khau sai {i}");

        await (await browser.SignsIn(userName, Password)).Has("Tài khoản tạm khóa 15 phút");
    }

    [Theory, OnEachDatabase]
    public async Task Who_left_their_only_position_is_out_at_once_with_cookie_and_token(string database)
    {
        var world = await World.On(database);
        await world.Specialist.Opens("/documents/incoming");
        var people = (await world.Administrator.Sees<Administration.View>("/api/v1/organisation")).People;

        await world.Administrator.Posts($"/api/v1/organisation/positions/{people.Single(p => p.Id == world.Specialist.Id).PositionId}/end", new { });

        Assert.Equal(HttpStatusCode.Redirect, (await world.Specialist.Opens("/documents/incoming")).StatusCode);
        await (await world.Specialist.Asks("/api/v1/documents/incoming")).IsRefused("not-signed-in", 401);
    }

    [Theory, OnEachDatabase]
    public async Task The_link_of_the_first_start_founds_an_institution_once(string database)
    {
        var host = Host.Alone(database);
        var path = host.Services.GetRequiredService<FirstStart>().Path;
        var browser = new Browser(host);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Opens("/first/0123456789abcdef0123456789abcdef")).StatusCode);
        var founded = await browser.Fills(path, path, ("Code", "000.00.00.G13"), ("Name", "Bộ Thử"), ("ShortName", "BT"), ("Place", "Hà Nội"), ("PersonName", "Bùi Quản Trị"), ("UserName", "Quan-Tri"));
        var link = $"{founded.Headers.Location}";
        await browser.Fills(link, link, ("Password", Password), ("Again", Password));
        await browser.SignsIn("quan-tri", Password);

        await (await browser.Opens("/admin")).Has("Quản trị: Bộ Thử", "Văn thư");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Opens(path)).StatusCode);
    }

    [Fact]
    public async Task Without_the_demonstration_nobody_is_let_in_by_a_click_or_given_a_token()
    {
        var host = Host.Alone("SQLite");
        var browser = new Browser(host);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.Fills("/sign-in", "/sign-in", ("Person", "bo-truong-g13"))).StatusCode); // Only the page is there.
        Assert.Equal(HttpStatusCode.NotFound, (await host.CreateClient().PostAsJsonAsync("/demo/tokens", new { Person = "bo-truong-g13" }, TestContext.Current.CancellationToken)).StatusCode);
    }

    static async Task<(string UserName, string Link)> Employs(World world, string name = "nguoi-moi")
    {
        var userName = $"{name}-{world.Institution.Code}".ToLowerInvariant();
        var answer = await world.Administrator.Posts("/api/v1/organisation/people",
            new { PersonName = "Ngô Người Mới", Title = "Chuyên viên", UnitId = world.Department.Id, Role = "specialist", UserName = userName });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (userName, (await answer.Content.ReadFromJsonAsync<EmployPerson.Employed>())!.PasswordLink);
    }

    /// <param name="jar">Its cookies, so that they outlive the host.</param>
    sealed partial class Browser(Host host, CookieContainer? jar = null)
    {
        readonly HttpClient client = host.CreateDefaultClient(new CookieContainerHandler(jar ?? new()));

        public Task<HttpResponseMessage> Opens(string url) => client.GetAsync(url, TestContext.Current.CancellationToken);

        public Task<HttpResponseMessage> SignsIn(string userName, string password) =>
            Fills("/sign-in", "/sign-in/password", ("UserName", userName), ("Password", password));

        public async Task<HttpResponseMessage> Fills(string page, string url, params (string Name, string Value)[] fields)
        {
            var form = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
            var secret = Secret().Match(form).Groups[1].Value;
            return await client.PostAsync(url, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", secret)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
                TestContext.Current.CancellationToken);
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex Secret();
    }
}
