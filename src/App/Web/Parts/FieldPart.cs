using Microsoft.AspNetCore.Components;

namespace App.Web.Parts;

/// <summary>A value a person may choose: what is posted, what is read, and a second line.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>What every field has: a name, a label, a value as typed, and the problem that the last refusal found in it.</summary>
public abstract class FieldPart : ComponentBase
{
    /// <summary>Posted under this name; also the id, so that the problem summary can link here.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Value { get; set; }
    [Parameter] public string? Hint { get; set; }
    [Parameter] public bool IsRequired { get; set; }

    /// <summary>Says where a value that was filled in comes from, as in "lấy từ gói tin"; shown as a mark at the label.</summary>
    [Parameter] public string? Source { get; set; }

    /// <summary>How many of the twelve columns of a FieldGrid it takes.</summary>
    [Parameter] public int Span { get; set; } = 12;
    [CascadingParameter] public Refusal? Refusal { get; set; }

    public FormattableString? Problem => Refusal?.Problems.GetValueOrDefault(Name);

    public string? DescribedBy => (Problem, Hint) switch
    {
        (null, null) => null,
        (null, _) => $"{Name}-hint",
        (_, null) => $"{Name}-problem",
        _ => $"{Name}-problem {Name}-hint",
    };

    protected string Control(string kind) => Problem is null ? kind : $"{kind} is-wrong";
}
