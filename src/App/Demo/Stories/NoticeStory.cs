using App.Directing.Giving;

namespace App.Demo.Stories;

/// <summary>What asks for nothing, such as an answer: it is registered, and the leader lets a unit know of it.</summary>
sealed record NoticeStory(Agenda Agenda, Office Office, int Place, Guid Id)
{
    public void Begin(OfficeMoment at) => Agenda.Plan(at, async () =>
    {
        await Registering.Run(Office, Id);
        Agenda.Plan(at.After(0, 35 + Place * 19 % 150), Inform);
    });

    async Task Inform() => await Office.As(Office.Leader, work => GiveDirective.Run(work, Id, new()
    {
        Words = "Chuyển đơn vị để biết và lưu hồ sơ.", Rows = [new() { To = Office.UnitName(Office.Head(Place)), Role = "inform" }],
    }));
}
