namespace App.Tests.Rules;

public class ArchitectureTests
{
    static readonly Dictionary<string, string[]> MayUse = Areas.All.ToDictionary(a => a.Name, a => a.MayUse);
    static readonly (string From, string To)[] All = [.. References.In(typeof(Areas).Assembly)];

    /// <summary>The demo plays the people of the government, so it does what they do: it runs the use cases themselves.</summary>
    const string PlaysPeople = "Demo";

    [Fact]
    public void An_area_uses_only_the_root_of_the_areas_it_declares() => Assert.Empty(
        from r in All
        let area = Area(r.From)
        let other = Area(r.To)
        where area is not null && other is not null && area != other
        where !MayUse[area].Contains(other) || r.To.Split('.').Length > 3 && area != PlaysPeople
        select $"{r.From} -> {r.To}");

    [Fact]
    public void The_model_knows_nothing_of_HTTP() => Assert.Empty(
        from r in All
        where Area(r.From) is not null && r.From.Split('.').Length == 3
        where r.To.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && !r.To.StartsWith("Microsoft.AspNetCore.Identity.", StringComparison.Ordinal) || r.To.StartsWith("App.Web.", StringComparison.Ordinal)
        select $"{r.From} -> {r.To}");

    [Fact]
    public void What_all_areas_stand_on_knows_none_of_them() => Assert.Empty(
        from r in All
        where r.From.StartsWith("App.Shell.", StringComparison.Ordinal) || r.From.StartsWith("App.Storage.", StringComparison.Ordinal)
        where Area(r.To) is not null
        select $"{r.From} -> {r.To}");

    [Fact]
    public void An_entity_has_no_public_setter() => Assert.Empty(
        from type in typeof(Areas).Assembly.GetTypes()
        where Area(type.FullName!) is not null && type.GetNestedType("Mapping", System.Reflection.BindingFlags.NonPublic) is not null
        from property in type.GetProperties()
        where property.SetMethod?.IsPublic == true
        select $"{type.FullName}.{property.Name}");

    static string? Area(string type) => type.Split('.') is ["App", var area, _, ..] && MayUse.ContainsKey(area) ? area : null;
}
