using App.Directing.Following;

namespace App.Directing;

/// <summary>Parts of pages that other areas show as they are. Only named here: how they are drawn is the area's own, and the root knows nothing of pages.</summary>
public static class DirectingParts
{
    /// <summary>What somebody said on a document or an assignment: words, sound, strokes.</summary>
    public static Type Directive => typeof(OneDirective);

    public static IDictionary<string, object> Of(DirectiveView directive) =>
        new Dictionary<string, object> { [nameof(OneDirective.Directive)] = directive, [nameof(OneDirective.MayConfirm)] = true };
}
