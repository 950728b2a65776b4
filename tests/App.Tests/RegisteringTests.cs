using System.Net;
using System.Text.Json;
using App.Tests.Cast;

namespace App.Tests;

public class RegisteringTests
{
    [Theory, OnEachDatabase]
    public async Task Sixty_four_registrations_at_once_get_numbers_without_gaps_and_refusals_give_theirs_back(string database)
    {
        var clerk = (await World.On(database)).Clerk;

        var refused = Enumerable.Range(0, 16).Select(_ => clerk.TriesToRegister(promulgatedOn: "2026-11-25")).ToList();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ => (await clerk.Registers()).Number!.Value));

        Assert.Equal(Enumerable.Range(1, 64), numbers.Order());
        foreach (var answer in await Task.WhenAll(refused)) await answer.IsRefused("signed-in-future");
        Assert.Equal(65, (await clerk.Registers()).Number!.Value);
    }

    [Fact]
    public async Task A_writer_on_SQLite_waits_for_its_turn_without_holding_a_thread()
    {
        var host = Host.Of("SQLite");
        var second = Task.FromResult(false);
        var waited = await host.InWork(Actor.Nobody, async first =>
        {
            await using var change = await first.Begin();
            second = host.InWork(Actor.Nobody, TakesTurn);
            return !second.IsCompleted; // Without the gate it would by now have polled in vain until SQLite gave up.
        });
        Assert.True(waited);
        Assert.True(await second);

        static async Task<bool> TakesTurn(Work work)
        {
            await using var change = await work.Begin();
            return true;
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_book_of_the_year_turns_at_midnight_in_Vietnam(string database)
    {
        var evening = (await World.On(database, new(2026, 12, 31, 16, 59, 59, TimeSpan.Zero))).Clerk;
        var morning = (await World.On(database, new(2026, 12, 31, 17, 0, 0, TimeSpan.Zero))).Clerk;

        Assert.Equal(2026, (await evening.Registers()).Year);
        Assert.Equal(2027, (await morning.Registers(promulgatedOn: "2027-01-01")).Year);
    }

    [Theory, OnEachDatabase]
    public async Task A_time_read_back_is_UTC(string database)
    {
        var at = (await (await World.On(database)).Clerk.Registers()).RegisteredAt!.Value;
        Assert.Equal((Host.Noon.UtcDateTime, DateTimeKind.Utc), (at, at.Kind));
    }

    [Theory, OnEachDatabase]
    public async Task The_same_request_sent_many_times_registers_once(string database)
    {
        var clerk = (await World.On(database)).Clerk;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => clerk.Registers(key: "k1")));

        Assert.Single(answers.Select(a => a.Id).Distinct());
        Assert.Equal(2, (await clerk.Registers()).Number!.Value);
        await (await clerk.TriesToRegister(subject: "Việc khác", key: "k1")).IsRefused("key-reused", 422);
        await (await clerk.TriesToRegister(key: "")).IsRefused("key-missing", 400);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_with_problems_comes_back_as_typed_with_all_of_them_and_the_known_senders(string database)
    {
        var clerk = (await World.On(database)).Clerk;
        await clerk.Registers();

        var answer = await clerk.Submits("/documents/incoming", ("IssuerName", "Sở <Nội vụ>"), ("PromulgatedOn", "hôm qua"), ("Deadline", "2026-02-30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await answer.Has("Có 4 mục cần xem lại.", "Ghi trích yếu như trên văn bản.", "Ghi ngày của văn bản.", "Ghi hạn xử lý bằng một ngày có thật.",
            "value=\"Sở &lt;Nội vụ&gt;\"", "value=\"hôm qua\"", "<option value=\"Bộ Tài chính\">");
    }

    [Theory, OnEachDatabase]
    public async Task A_registered_document_is_shown_with_its_history_in_either_language(string database)
    {
        var clerk = (await World.On(database)).Clerk;

        var answer = await clerk.Submits("/documents/incoming", ("Code", "77/BYT-KCB"), ("IssuerName", "Bộ Y tế"), ("Subject", "Về việc khám bệnh"), ("PromulgatedOn", "2026-11-23"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await (await clerk.Opens($"{answer.Headers.Location}")).Has("Văn bản đến số 1/2026", "Về việc khám bệnh", "24/11/2026 12:00");
        await (await clerk.Opens($"{answer.Headers.Location}?tab=way")).Has("Nguyễn Thị Lan · Văn thư", "vào sổ");
        await (await clerk.Opens($"{answer.Headers.Location}?ui-culture=en")).Has("Incoming document 1/2026", "lang=\"en\"");
    }

    [Fact]
    public void What_a_program_enters_as_a_number_counts_like_what_a_person_types()
    {
        Assert.Equal(5, JsonSerializer.Deserialize<Entered<int>>("5").Value);
        Assert.Equal(5, JsonSerializer.Deserialize<Entered<int>>("\"5\"").Value);
        Assert.Null(JsonSerializer.Deserialize<Entered<int>>("5.5").Value);
    }
}
