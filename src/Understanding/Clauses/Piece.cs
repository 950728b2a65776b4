using Understanding.Deadlines;
using Understanding.Names;
using Understanding.Wording;

namespace Understanding.Clauses;

enum PieceKind
{
    Text,
    Mark,
    Name,
    Time,
    /// <summary>A document by its number, with its day and issuer.</summary>
    Citation,
    /// <summary>An expression of the vocabulary.</summary>
    Role,
}

/// <summary>One thing that a directive says, in the words from <paramref name="From"/> until before <paramref name="To"/>.</summary>
sealed record Piece(PieceKind Kind, int From, int To)
{
    public Role? Role { get; init; }
    public Mention? Mention { get; init; }
    public TimeSaid? Time { get; init; }

    /// <summary>The sign of a mark.</summary>
    public char Sign { get; init; }

    public bool Is(Role role) => Role == role;

    public bool IsSign(char sign) => Kind == PieceKind.Mark && Sign == sign;
}
