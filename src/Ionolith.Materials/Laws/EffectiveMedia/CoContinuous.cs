namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>
/// Two phases that both run through the volume, as a ceramic framework filled with polymer:
/// s = a^2 s_1 + (1-a)^2 s_2 + 2 a (1-a) / [a/s_1 + (1-a)/s_2], with the bar width a from f = 3 a^2 - 2 a^3.
/// </summary>
/// <remarks>
/// G. N. Dul'nev, J. Eng. Phys. 9 (1965) 275: a cubic lattice of square bars, whose complement is such a lattice too, cut into columns
/// that exchange nothing. Both phases conduct through at every fraction and either may be exchanged for the other. The columns make it
/// a lower bound for this geometry, so that it may fall below the Hashin-Shtrikman bound of isotropic mixtures where f is small.
/// Phases: first (fraction f), second.
/// </remarks>
public sealed class CoContinuous : IMixingRule
{
    private readonly double _width;

    /// <summary>Takes the volume fraction.</summary>
    /// <param name="firstFraction">Volume fraction f of the first phase, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is out of its range.</exception>
    public CoContinuous(double firstFraction)
    {
        FirstFraction = Valid.Fraction(firstFraction, "The volume fraction of the first phase");
        _width = 0.5 - Math.Sin(Math.Asin(1 - (2 * firstFraction)) / 3);
    }

    /// <summary>Volume fraction f of the first phase.</summary>
    public double FirstFraction { get; }

    /// <inheritdoc/>
    public int PhaseCount => 2;

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        MixingRules.CheckPhases(phases, PhaseCount);
        double a = _width, b = 1 - _width;
        double first = phases[0], second = phases[1];

        // In series: s_1 s_2 / (a s_2 + b s_1), zero where either insulates.
        double below = (a * second) + (b * first);
        double series = below == 0 ? 0 : first * second / below;
        gradient[0] = (a * a) + (below == 0 ? 0 : 2 * a * b * a * second * second / (below * below));
        gradient[1] = (b * b) + (below == 0 ? 0 : 2 * a * b * b * first * first / (below * below));
        return (a * a * first) + (b * b * second) + (2 * a * b * series);
    }
}
