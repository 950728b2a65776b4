using App.Web.Parts;
using static App.Shell.Texts;

namespace App.Directing.Following;

/// <summary>Assignments as the shared parts draw them.</summary>
static class Nodes
{
    public static IReadOnlyList<AssignmentTree.Node> Of(IReadOnlyList<AssignmentNode> assignments) => [.. assignments.Select(Of)];

    public static Standing Standing(AssignmentState state, bool isLate) => state switch
    {
        AssignmentState.Accepted or AssignmentState.Read => Web.Parts.Standing.Done,
        AssignmentState.Cancelled or AssignmentState.Closed => Web.Parts.Standing.Held,
        AssignmentState.SentBack or AssignmentState.Refused => Web.Parts.Standing.Returned,
        _ when isLate => Web.Parts.Standing.Late,
        AssignmentState.Given => Web.Parts.Standing.Waiting,
        _ => Web.Parts.Standing.Doing,
    };

    /// <summary>The state in words, and that it is late.</summary>
    public static string Told(AssignmentState state, bool isLate, AssignmentRole role) => isLate ? T("{0} · quá hạn", Wording.State(state, role)) : Wording.State(state, role);

    static AssignmentTree.Node Of(AssignmentNode a) => new(a.Assignee, Wording.Role(a.Role), a.Task, Standing(a.State, a.IsLate), a.Deadline, Told(a.State, a.IsLate, a.Role))
    {
        Id = a.Id, IsUnit = a.IsUnit, Href = $"/assignments/{a.Id}", Percent = a.Role == AssignmentRole.Inform ? null : a.Progress, Below = Of(a.Parts),
    };
}
