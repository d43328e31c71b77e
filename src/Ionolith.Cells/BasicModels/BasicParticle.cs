namespace Ionolith.Cells.BasicModels;

/// <summary>Diffusion in a sphere on shells, as plain as possible.</summary>
/// <param name="shells">Number of shells; at least two.</param>
/// <param name="grading">Thickness of a shell over that of the next one outwards.</param>
internal sealed class BasicParticle(int shells, double grading)
{
    private readonly double[] _faces = Faces(shells, grading);

    /// <summary>Number of shells.</summary>
    public int Shells => shells;

    /// <summary>dx/dt of all shells: D/R^2 (1/r^2) d(r^2 dx/dr)/dr with the slope given at r = 1.</summary>
    /// <param name="x">Means of the shells from the centre.</param>
    /// <param name="diffusion">D/R^2, 1/s.</param>
    /// <param name="slope">Slope at the surface per radius.</param>
    /// <param name="shell">Which shell.</param>
    /// <returns>Its rate, 1/s.</returns>
    public double Rate(ReadOnlySpan<double> x, double diffusion, double slope, int shell)
    {
        double volume = (Math.Pow(_faces[shell + 1], 3) - Math.Pow(_faces[shell], 3)) / 3;
        double inner = shell == 0 ? 0 : Flux(x, shell), outer = shell == shells - 1 ? slope : Flux(x, shell + 1);
        return diffusion * (outer - inner) / volume;
    }

    /// <summary>Value at the surface: the even polynomial of fourth degree through two shell means and the slope.</summary>
    /// <param name="x">Means of the shells.</param>
    /// <param name="slope">Slope at the surface per radius.</param>
    /// <returns>Value at r = 1.</returns>
    public double Surface(ReadOnlySpan<double> x, double slope)
    {
        // x(r) = p + q r^2 + s r^4 with means x_N, x_(N-1) and 2 q + 4 s = slope.
        double m2 = Mean(shells - 1, 2), m4 = Mean(shells - 1, 4), n2 = Mean(shells - 2, 2), n4 = Mean(shells - 2, 4);
        double difference = x[shells - 1] - x[shells - 2];
        double s = (difference - (slope / 2 * (m2 - n2))) / (m4 - n4 - (2 * (m2 - n2))), q = (slope / 2) - (2 * s);
        return x[shells - 1] + (q * (1 - m2)) + (s * (1 - m4));
    }

    // r^2 dx/dr at an inner face, exact for a parabola: dx/d(r^2) times 2 r.
    private double Flux(ReadOnlySpan<double> x, int face) =>
        2 * Math.Pow(_faces[face], 3) * (x[face] - x[face - 1]) / (Mean(face, 2) - Mean(face - 1, 2));

    private double Mean(int shell, int power) => 3.0 / (power + 3)
        * (Math.Pow(_faces[shell + 1], power + 3) - Math.Pow(_faces[shell], power + 3))
        / (Math.Pow(_faces[shell + 1], 3) - Math.Pow(_faces[shell], 3));

    private static double[] Faces(int shells, double grading)
    {
        double[] widths = [.. Enumerable.Range(0, shells).Select(k => Math.Pow(grading, -k))];
        return [.. Enumerable.Range(0, shells + 1).Select(k => widths.Take(k).Sum() / widths.Sum())];
    }
}
