namespace Understanding;

/// <summary>Who can be given work.</summary>
public enum EntryKind
{
    /// <summary>A unit: a department, an office, a commune.</summary>
    Unit,
    /// <summary>A person.</summary>
    Person,
}

/// <summary>One unit or person that a directive may name.</summary>
/// <param name="Code">What the answer calls it; also a name of its own, when it holds a letter.</param>
/// <param name="Name">The full name in Vietnamese.</param>
/// <param name="Kind">A unit or a person.</param>
/// <param name="Parent">The code of the unit above it, or of the person's unit.</param>
/// <param name="Also">Other names: abbreviations, what people say, a person's positions (<c>Chánh Văn phòng</c>).</param>
public sealed record Entry(string Code, string Name, EntryKind Kind, string? Parent = null, IReadOnlyList<string>? Also = null);
