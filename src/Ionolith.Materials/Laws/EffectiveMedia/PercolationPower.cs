namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>A conductor in an insulator near and above its threshold: s = s_c ((f - f_c)/(1 - f_c))^t, zero at and below f_c.</summary>
/// <remarks>
/// D. Stauffer, A. Aharony, Introduction to Percolation Theory (1994). Normalised to the pure conductor at f = 1; authors who write
/// s_0 (f - f_c)^t have s_0 = s_c/(1 - f_c)^t. The exponent is universal (t about 2 in three dimensions) close to the threshold only.
/// Phases: the conductor.
/// </remarks>
public sealed class PercolationPower : IMixingRule
{
    /// <summary>Takes the geometry.</summary>
    /// <param name="fraction">Volume fraction f of the conductor, 0 to 1.</param>
    /// <param name="threshold">f_c, at least 0 and below 1.</param>
    /// <param name="exponent">t, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public PercolationPower(double fraction, double threshold, double exponent = 2)
    {
        Fraction = Valid.Fraction(fraction, "The volume fraction of the conductor");
        Threshold = threshold is >= 0 and < 1
            ? threshold
            : throw new ArgumentOutOfRangeException(nameof(threshold), threshold, $"The percolation threshold must be 0 or more and below 1, but is {threshold}.");
        Exponent = Valid.Positive(exponent, "The exponent t", "");
    }

    /// <summary>Volume fraction f of the conductor.</summary>
    public double Fraction { get; }

    /// <summary>Percolation threshold f_c.</summary>
    public double Threshold { get; }

    /// <summary>Exponent t.</summary>
    public double Exponent { get; }

    /// <inheritdoc/>
    public int PhaseCount => 1;

    /// <summary>Threshold of straight tubes in all directions that may cross, from their excluded volume: 1 - exp(-1.4 V/V_ex).</summary>
    /// <remarks>
    /// I. Balberg, C. H. Anderson, S. Alexander, N. Wagner, Phys. Rev. B 30 (1984) 3933; capped cylinders, V_ex the mean over directions.
    /// About 0.7 D/L for long tubes. Bundles and waviness raise it.
    /// </remarks>
    /// <param name="length">Length L, m; at least 10 diameters.</param>
    /// <param name="diameter">Diameter D, m.</param>
    /// <returns>The threshold as a volume fraction.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double TubeThreshold(double length, double diameter)
    {
        double d = Valid.Positive(diameter, "The diameter of a tube", "m");
        if (!(length >= 10 * d) || !double.IsFinite(length))
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, $"The length of a tube must be at least 10 diameters of {d} m, but is {length} m.");
        }

        double volume = Math.PI * d * d * ((length / 4) + (d / 6));
        double excluded = Math.PI * d * ((4 * d * d / 3) + (2 * d * length) + (length * length / 2));
        return -double.ExpM1(-1.4 * volume / excluded);
    }

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        MixingRules.CheckPhases(phases, PhaseCount);
        gradient[0] = Fraction <= Threshold ? 0 : Math.Pow((Fraction - Threshold) / (1 - Threshold), Exponent);
        return gradient[0] * phases[0];
    }
}
