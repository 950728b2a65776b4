namespace App.Directing.Inking;

/// <summary>The edge of a stroke as closed lines to be filled, wide where the hand pressed; what overlaps is filled once.</summary>
static class Outline
{
    const double Follow = 0.75, NearMin = 0.15, Thinning = 0.5;
    const int RoundSides = 10;

    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Of(Stroke stroke)
    {
        var spine = Spine(stroke);
        if (spine.Count == 1) return [Circle(spine[0].X, spine[0].Y, spine[0].Radius)];
        var (left, right, parts) = (new List<(double, double)>(), new List<(double, double)>(), new List<IReadOnlyList<(double X, double Y)>>());
        for (var i = 0; i < spine.Count; i++)
        {
            var (x, y, radius) = spine[i];
            var (dx, dy) = Direction(spine[Math.Max(0, i - 1)], spine[Math.Min(spine.Count - 1, i + 1)]);
            left.Add((x + dy * radius, y - dx * radius));
            right.Add((x - dy * radius, y + dx * radius));
            if (i == 0 || i == spine.Count - 1 || IsSharp(spine[i - 1], spine[i], spine[i + 1])) parts.Add(Circle(x, y, radius));
        }
        right.Reverse();
        return [[.. left, .. right], .. parts];
    }

    /// <summary>The middle of the stroke, the trembling of the hand and of the screen's raster taken out.</summary>
    static List<(double X, double Y, double Radius)> Spine(Stroke stroke)
    {
        var spine = new List<(double X, double Y, double Radius)>();
        var last = stroke.Points.Count - Stroke.NumbersAPoint;
        for (var i = 0; i <= last; i += Stroke.NumbersAPoint)
        {
            var (x, y) = (stroke.Points[i], stroke.Points[i + 1]);
            var radius = stroke.Width * (stroke.Tool == Stroke.Highlighter ? 0.5 : 0.5 - Thinning * (0.5 - stroke.Points[i + 2]));
            if (spine is [.., var before])
            {
                if (i < last) (x, y) = (before.X + (x - before.X) * Follow, before.Y + (y - before.Y) * Follow);
                if (Math.Abs(x - before.X) + Math.Abs(y - before.Y) < NearMin) continue;
                radius = (before.Radius + radius) / 2;
            }
            spine.Add((x, y, radius));
        }
        return spine;
    }

    static (double X, double Y) Direction((double X, double Y, double) from, (double X, double Y, double) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        return length < 1e-9 ? (1, 0) : (dx / length, dy / length);
    }

    static bool IsSharp((double X, double Y, double) a, (double X, double Y, double) b, (double X, double Y, double) c)
    {
        var (from, to) = (Direction(a, b), Direction(b, c));
        return from.X * to.X + from.Y * to.Y < 0.4;
    }

    /// <summary>In the direction in which the edge goes round, so that no overlap becomes a hole.</summary>
    static IReadOnlyList<(double X, double Y)> Circle(double x, double y, double radius) =>
        [.. Enumerable.Range(0, RoundSides).Select(i => (x + radius * Math.Cos(Math.Tau * i / RoundSides), y + radius * Math.Sin(Math.Tau * i / RoundSides)))];
}
