namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Separate spheres in a matrix: s = s_m [2 s_m + s_f - 2 f (s_m - s_f)] / [2 s_m + s_f + f (s_m - s_f)].</summary>
/// <remarks>
/// J. C. Maxwell, A Treatise on Electricity and Magnetism (1873), art. 314; in this form A. Eucken (1940). Exact for few spheres far
/// apart (f below about 0.2); at any f it is a Hashin-Shtrikman bound. The matrix percolates always, the filler never.
/// Phases: matrix, filler.
/// </remarks>
public sealed class MaxwellEucken : IMixingRule
{
    /// <summary>Takes the volume fraction.</summary>
    /// <param name="fillerFraction">Volume fraction f of the spheres, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is out of its range.</exception>
    public MaxwellEucken(double fillerFraction) => FillerFraction = Valid.Fraction(fillerFraction, "The volume fraction of the filler");

    /// <summary>Volume fraction of the spheres.</summary>
    public double FillerFraction { get; }

    /// <inheritdoc/>
    public int PhaseCount => 2;

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        MixingRules.CheckPhases(phases, PhaseCount);
        double f = FillerFraction;
        double m = phases[0];
        double p = phases[1];
        double numerator = ((2 - (2 * f)) * m) + ((1 + (2 * f)) * p);
        double denominator = ((2 + f) * m) + ((1 - f) * p);
        if (denominator == 0)
        {
            // Nothing but the filler, or a matrix that insulates around a filler that does.
            gradient[0] = 0;
            gradient[1] = f == 1 ? 1 : 0;
            return f == 1 ? p : 0;
        }

        double ratio = numerator / denominator;
        gradient[0] = ratio + (m * ((2 - (2 * f)) - (ratio * (2 + f))) / denominator);
        gradient[1] = m * ((1 + (2 * f)) - (ratio * (1 - f))) / denominator;
        return m * ratio;
    }
}
