using App.Directing;
using App.Directing.Following;
using App.Directing.Steering;
using App.Documents;
using App.Organisation;
using App.Tests.Cast;

namespace App.Tests.Directing;

/// <summary>What the giver asks while the work is under way.</summary>
public class SteeringTests
{
    [Theory, OnEachDatabase]
    public async Task Work_is_urged_on_by_its_giver_once_in_a_working_hour_and_its_holder_sees_it(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");

        var urged = await world.Leader.Does("urging", lead);
        Assert.Equal((1, Host.Noon.UtcDateTime), (urged.Steered.Urges, urged.Steered.UrgedAt));
        await (await world.Leader.Tries("urging", lead)).IsRefused("urged-lately");
        // Noon to 13:30 is no working time; at 14:00 half an hour has passed, at 14:30 the hour.
        var soon = await Assert.ThrowsAsync<Refusal>(() => Later(TimeSpan.FromHours(2)));
        Assert.Equal("Đã đôn đốc việc này lúc 12:00 24/11. Mỗi giờ làm việc chỉ đôn đốc một lần.", soon.Message);
        await Later(TimeSpan.FromHours(2.5));

        await (await world.Head.Opens("/desk")).Has("Được đôn đốc 2 lần");
        await (await world.Leader.Opens($"/documents/{document}?tab=way")).Has("đôn đốc");
        await (await world.Leader.Opens($"/documents/{document}")).Has("Được đôn đốc 2 lần", $"action=\"/assignments/{lead}/urging?back=/documents/{document}\"");
        Assert.Equal(2, (await world.Journal(document)).Count(d => d == "assignment-urged"));
        Assert.Equal(2, (await world.Leader.Case(document)).Assignments[0].Steered.Urges);

        async Task<bool> Later(TimeSpan after) => await world.Host.InWork(await world.Leader.Actor(), async work =>
        {
            await Urge.Run(work, lead);
            return true;
        }, after);
    }

    [Theory, OnEachDatabase]
    public async Task A_report_that_was_asked_for_is_answered_by_words_on_the_progress(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");

        await (await world.Leader.Tries("report-request", lead, new { })).IsRefused("invalid", 422);
        await (await world.Leader.Tries("report-request", lead, new { Until = "2026-11-20" })).IsRefused("invalid", 422);
        var asked = await world.Leader.Does("report-request", lead, new { Until = "2026-11-26", Wanted = "Số liệu quan trắc" });
        Assert.Equal((new DateOnly(2026, 11, 26), "Số liệu quan trắc"), (asked.Steered.ReportBy, asked.Steered.ReportWanted));
        await (await world.Head.Opens("/desk")).Has("Cần báo cáo trước 26/11/2026");
        await (await world.Head.Opens($"/assignments/{lead}?deed=progress")).Has("Số liệu quan trắc", "người giao cần trước 26/11/2026");

        Assert.Equal(new DateOnly(2026, 11, 26), (await world.Head.Does("progress", lead, new { Progress = 20 })).Steered.ReportBy);
        var answered = await world.Head.Does("progress", lead, new { Progress = 40, Report = "Đã có số liệu 3 trạm" });

        Assert.Equal((null, "Đã có số liệu 3 trạm", 40), (answered.Steered.ReportBy, answered.Report, answered.Progress));
        await (await world.Head.Opens("/desk")).Lacks("Cần báo cáo trước");
        await (await world.Leader.Opens($"/documents/{document}?tab=way")).Has("yêu cầu báo cáo", "Đã có số liệu 3 trạm");
        await world.Leader.Does("report-request", lead, new { Until = "2026-11-27" });
        Assert.Null((await world.Head.Does("report", lead, new { Report = "Xong" })).Steered.ReportBy);
    }

    [Theory, OnEachDatabase]
    public async Task A_deadline_moves_with_a_reason_within_the_whole_and_not_before_its_parts(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        var part = (await world.Head.Assigns(lead, new Part(world.Specialist.Id, Due: "2026-11-30"))).Parts[0].Id;
        Task<HttpResponseMessage> Moves(Official who, Guid id, string until, string? reason = "Nơi gửi đổi yêu cầu") => who.Tries("deadline", id, new { Until = until, Reason = reason });

        await (await Moves(world.Leader, lead, "2026-11-27", null)).IsRefused("invalid", 422);
        await (await Moves(world.Leader, lead, "2026-11-20")).IsRefused("invalid", 422);
        await (await Moves(world.Leader, lead, "2026-12-01")).IsRefused("same-deadline");
        await (await Moves(world.Leader, lead, "2026-11-27")).IsRefused("before-part");
        await (await Moves(world.Head, part, "2026-12-02")).IsRefused("after-parent");
        (await Moves(world.Head, part, "2026-11-26")).EnsureSuccessStatusCode();
        var moved = await (await Moves(world.Leader, lead, "2026-11-27")).Read<ReadAssignment.View>();

        Assert.Equal((new DateOnly(2026, 11, 27), "đổi từ 01/12/2026: Nơi gửi đổi yêu cầu", "Nơi gửi đổi yêu cầu"), (moved.Deadline, moved.DueRule, moved.Reason));
        Assert.Equal(new DateOnly(2026, 11, 27), (await world.Leader.Document(document)).Deadline);
        Assert.Equal([(DeskTask.Handle, new DateOnly(2026, 11, 27))], await world.Desk(document, world.Department.Id));
        Assert.Equal(2, (await world.Journal(document)).Count(d => d == "assignment-deadline-moved"));
    }

    [Theory, OnEachDatabase]
    public async Task Moving_the_deadline_answers_who_asked_for_more_time(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        await world.Head.Does("extension", lead, new { Until = "2026-12-04", Reason = "Chờ số liệu" });

        var moved = await world.Leader.Does("deadline", lead, new { Until = "2026-12-03", Reason = "Chỉ thêm hai ngày" });

        Assert.Null(moved.AskedUntil);
        Assert.Empty(await world.Desk(document, world.Leader.Id));
    }

    [Theory, OnEachDatabase]
    public async Task A_result_is_accepted_with_its_quality_and_whether_it_was_on_time(string database)
    {
        var world = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        await world.Head.Does("report", lead, new { Report = "Đã trả lời" });

        await (await world.Leader.Tries("acceptance", lead, new { Quality = "excellent" })).IsRefused("invalid", 422);
        await (await world.Leader.Tries("acceptance", lead, new { Quality = "poor" })).IsRefused("invalid", 422);
        await (await world.Leader.Opens($"/assignments/{lead}")).Has("báo cáo đúng hạn", "name=\"Quality\"");
        var accepted = await world.Leader.Does("acceptance", lead, new { Quality = "acceptable", Evaluation = "Cần gọn hơn" });

        Assert.Equal((AssignmentState.Accepted, Quality.Acceptable, "Cần gọn hơn", false), (accepted.State, accepted.Steered.Quality, accepted.Steered.Evaluation, accepted.IsLate));
        await (await world.Head.Opens($"/assignments/{lead}")).Has("Nghiệm thu", "Đạt", "đúng hạn", "Cần gọn hơn");
        await (await world.Head.Opens($"/documents/{document}?tab=way")).Has("nghiệm thu");
        await world.Leader.Does("sending-back", lead, new { Reason = "Nơi gửi hỏi lại" });
        Assert.Null((await world.Leader.Sees<ReadAssignment.View>($"/api/v1/assignments/{lead}")).Steered.Quality);
    }

    [Theory, OnEachDatabase]
    public async Task Only_the_giver_steers_and_only_what_is_in_hand(string database)
    {
        var world = await World.On(database);
        var stranger = await World.On(database);
        var (document, lead) = await world.Directed("2026-12-01");
        var told = (await world.Leader.Directs(document, new Part(world.OtherDepartment.Id, "inform"))).Assignments[1].Id;
        var input = new { Until = "2026-11-30", Reason = "Lý do" };

        foreach (var deed in new[] { "urging", "report-request", "deadline" })
        {
            await (await world.Head.Tries(deed, lead, input)).IsRefused("not-the-giver", 403);
            await (await world.Specialist.Tries(deed, lead, input)).IsRefused("not-permitted", 403);
            await (await stranger.Leader.Tries(deed, lead, input)).IsRefused("not-found", 404);
            await (await world.Leader.Tries(deed, told, input)).IsRefused("only-to-read");
        }
        await world.Head.Does("report", lead, new { Report = "Xong" });
        foreach (var deed in new[] { "urging", "report-request" }) await (await world.Leader.Tries(deed, lead, input)).IsRefused("not-in-hand");
        await world.Leader.Does("acceptance", lead);
        await (await world.Leader.Tries("deadline", lead, input)).IsRefused("assignment-closed");
    }

    [Theory, OnEachDatabase]
    public async Task What_was_asked_of_one_is_not_asked_of_the_next(string database)
    {
        var world = await World.On(database);
        var (_, lead) = await world.Directed("2026-12-01");
        await world.Leader.Does("urging", lead);
        await world.Leader.Does("report-request", lead, new { Until = "2026-11-26" });

        var moved = await world.Leader.Does("holder", lead, new { To = world.OtherDepartment.Id, Reason = "Đổi đơn vị" });

        Assert.Equal(Steered.Nothing, moved.Steered);
    }
}
