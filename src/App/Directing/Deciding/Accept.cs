using App.Directing.Following;
using App.Web;

namespace App.Directing.Deciding;

/// <summary>Lets the giver accept what was reported and say how good it is (nghiệm thu); when the lead is accepted, the document is done.</summary>
public static class Accept
{
    public sealed record Input
    {
        /// <summary>good, acceptable or poor; may be left out.</summary>
        public string? Quality { get; init; }

        /// <summary>The evaluation in words; needed when it is poor.</summary>
        public string? Evaluation { get; init; }
    }

    public static void Map(Routes routes)
    {
        routes.MapDeed<Input>("acceptance", Right.Assign, Run);
        routes.MapSeveral("/assignments/acceptances", new(Right.Assign, Doing.Name, (work, id) => work.OnDocument(id, "acceptance", Run)));
    }

    public static Task Run(Work work, Guid id) => Run(work, id, new());

    public static Task Run(Work work, Guid id, Input input) => work.Deed(Right.Assign, id, async (opened, assignment, mandate) =>
    {
        var problems = new Problems();
        var known = Enum.TryParse<Quality>(input.Quality, ignoreCase: true, out var quality) && Enum.IsDefined(quality);
        problems.Check(known || string.IsNullOrWhiteSpace(input.Quality), "Quality", $"Chọn tốt, đạt hay chưa đạt.");
        var words = known && quality == Quality.Poor
            ? problems.Need("Evaluation", input.Evaluation, Assignment.ReasonLengthMax, $"Ghi vì sao chưa đạt.")
            : problems.Most("Evaluation", input.Evaluation, Assignment.ReasonLengthMax);
        problems.ThrowIfAny();
        await opened.Do("assignment-accepted", assignment, a => a.Accept(work.Stamp, mandate, known ? quality : null, words));
    });
}
