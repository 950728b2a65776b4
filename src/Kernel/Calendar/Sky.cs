namespace Kernel.Calendar;

/// <summary>
/// The two things of the sky a lunisolar calendar needs: new moons (J. Meeus, Astronomical Algorithms, 2nd ed., ch. 49) and the sun's
/// apparent longitude (ch. 25). Times are Julian days of UTC, good to about a minute for the moon and a quarter of an hour for the sun.
/// </summary>
static class Sky
{
    public const double LunationDays = 29.530588861, FirstNewMoon = 2451550.09766; // Of 6 January 2000, lunation 0.

    // Coefficient, power of the eccentricity, multiples of the sun's anomaly, the moon's anomaly and the moon's latitude argument.
    static readonly (double Days, int E, int M, int Moon, int F)[] MoonTerms =
    [
        (-0.40720, 0, 0, 1, 0), (0.17241, 1, 1, 0, 0), (0.01608, 0, 0, 2, 0), (0.01039, 0, 0, 0, 2), (0.00739, 1, -1, 1, 0),
        (-0.00514, 1, 1, 1, 0), (0.00208, 2, 2, 0, 0), (-0.00111, 0, 0, 1, -2), (-0.00057, 0, 0, 1, 2), (0.00056, 1, 1, 2, 0),
        (-0.00042, 0, 0, 3, 0), (0.00042, 1, 1, 0, 2), (0.00038, 1, 1, 0, -2), (-0.00024, 1, -1, 2, 0), (-0.00007, 0, 2, 1, 0),
        (0.00004, 0, 0, 2, -2), (0.00004, 0, 3, 0, 0), (0.00003, 0, 1, 1, -2), (0.00003, 0, 0, 2, 2), (-0.00003, 0, 1, 1, 2),
        (0.00003, 0, -1, 1, 2), (-0.00002, 0, -1, 1, -2), (-0.00002, 0, 1, 3, 0), (0.00002, 0, 0, 4, 0),
    ];

    // The planets' pull: phase and rate in degrees, size in millionths of a day.
    static readonly (double Phase, double Rate, double Size)[] PlanetTerms =
    [
        (299.77, 0.107408, 325), (251.88, 0.016321, 165), (251.83, 26.651886, 164), (349.42, 36.412478, 126), (84.66, 18.206239, 110),
        (141.74, 53.303771, 62), (207.14, 2.453732, 60), (154.84, 7.306860, 56), (34.52, 27.261239, 47), (207.19, 0.121824, 42),
        (291.34, 1.844379, 40), (161.72, 24.198154, 37), (239.56, 25.513099, 35), (331.55, 3.592518, 23),
    ];

    /// <summary>The instant of a new moon, counted from that of 6 January 2000.</summary>
    public static double NewMoon(int lunation)
    {
        double k = lunation, t = k / 1236.85, t2 = t * t, t3 = t2 * t, t4 = t3 * t;
        var e = 1 - 0.002516 * t - 0.0000074 * t2;
        var m = 2.5534 + 29.10535670 * k - 0.0000014 * t2 - 0.00000011 * t3;
        var moon = 201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4;
        var f = 160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4;
        var node = 124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t3;

        var time = FirstNewMoon + LunationDays * k + 0.00015437 * t2 - 0.000000150 * t3 + 0.00000000073 * t4;
        time += MoonTerms.Sum(term => term.Days * Math.Pow(e, term.E) * Sin(term.M * m + term.Moon * moon + term.F * f));
        time += PlanetTerms.Sum(term => term.Size * 1e-6 * Sin(term.Phase + term.Rate * k)) - 0.00017 * Sin(node);
        return time - DeltaDays(t);
    }

    /// <summary>The sun's apparent longitude in degrees from the spring equinox, 0 to 360.</summary>
    public static double SunLongitude(double julianDay)
    {
        var t = (julianDay - 2451545.0) / 36525;
        t += DeltaDays(t) / 36525;
        var mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
        var m = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
        var centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * Sin(m) + (0.019993 - 0.000101 * t) * Sin(2 * m) + 0.000289 * Sin(3 * m);
        var apparent = mean + centre - 0.00569 - 0.00478 * Sin(125.04 - 1934.136 * t);
        return (apparent % 360 + 360) % 360;
    }

    /// <summary>Terrestrial time minus universal time; within half a minute from 1968 to 2100 (Espenak and Meeus, 2006).</summary>
    static double DeltaDays(double centuries) => (62.92 + 32.217 * centuries + 55.89 * centuries * centuries) / 86400;

    static double Sin(double degrees) => Math.Sin(degrees % 360 * Math.PI / 180);
}
