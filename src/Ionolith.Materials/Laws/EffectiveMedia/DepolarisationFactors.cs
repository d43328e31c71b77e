namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Depolarisation factors of a spheroid along its axis and across; axis + 2 across = 1.</summary>
/// <remarks>
/// J. A. Osborn, Phys. Rev. 67 (1945) 351. A sphere has 1/3 and 1/3, a flat disc 1 and 0, a long needle 0 and 1/2.
/// </remarks>
/// <param name="Axis">Factor along the axis of rotation, 0 to 1.</param>
/// <param name="Across">Factor across it, 0 to 1/2.</param>
public readonly record struct DepolarisationFactors(double Axis, double Across)
{
    /// <summary>Factors of a spheroid.</summary>
    /// <param name="aspect">Extent along the axis over that across: below 1 for a platelet, above 1 for a tube; positive.</param>
    /// <returns>The factors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The aspect ratio is out of its range.</exception>
    public static DepolarisationFactors Spheroid(double aspect)
    {
        Valid.Positive(aspect, "The aspect ratio", "");
        double axis = AlongAxis(aspect);
        return new DepolarisationFactors(axis, 0.5 * (1 - axis));
    }

    private static double AlongAxis(double aspect)
    {
        double deviation = aspect - 1;
        if (Math.Abs(deviation) < 1e-3)
        {
            // Near a sphere the closed forms lose all digits; this series is good to 1e-10 there.
            return (1.0 / 3) - (4.0 / 15 * deviation) + (6.0 / 35 * deviation * deviation) - (32.0 / 315 * deviation * deviation * deviation);
        }

        if (aspect > 1)
        {
            double e = Math.Sqrt(1 - (1 / (aspect * aspect)));
            return (1 - (e * e)) / (e * e * e) * (Math.Atanh(e) - e);
        }

        double k = Math.Sqrt((1 / (aspect * aspect)) - 1);
        return (1 + (k * k)) / (k * k * k) * (k - Math.Atan(k));
    }
}
