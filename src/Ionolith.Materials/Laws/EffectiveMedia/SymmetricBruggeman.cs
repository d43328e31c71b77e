namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Grains of several phases, none of which is the matrix: sum of f_i (s_i - s)/(s_i + 2 s) = 0.</summary>
/// <remarks>
/// D. A. G. Bruggeman, Ann. Phys. 416 (1935) 636. Any number of phases, all on the same footing. A single conducting phase percolates
/// above one third of the volume. Real powders percolate earlier or later than that: <see cref="GeneralEffectiveMedium"/> has the
/// threshold as a parameter. Phases: in the order of the fractions.
/// </remarks>
public sealed class SymmetricBruggeman : SelfConsistentRule
{
    private readonly double[] _fractions;

    /// <summary>Takes the volume fractions.</summary>
    /// <param name="fractions">Volume fraction of each phase; they add up to 1.</param>
    /// <exception cref="ArgumentException">A fraction is out of its range, or they do not add up to 1.</exception>
    public SymmetricBruggeman(params ReadOnlySpan<double> fractions) => _fractions = MixingRules.CheckFractions(fractions);

    /// <summary>Volume fraction of each phase.</summary>
    public IReadOnlyList<double> Fractions => _fractions;

    /// <inheritdoc/>
    public override int PhaseCount => _fractions.Length;

    /// <inheritdoc/>
    protected override (double Value, double Slope) Residual(double effective, double[] phases)
    {
        double value = 0, slope = 0;
        for (int i = 0; i < phases.Length; i++)
        {
            double below = phases[i] + (2 * effective);
            value += _fractions[i] * (phases[i] - effective) / below;
            slope -= _fractions[i] * 3 * phases[i] / (below * below);
        }

        return (value, slope);
    }

    /// <inheritdoc/>
    protected override void PhaseSlopes(double effective, double[] phases, Span<double> slopes)
    {
        for (int i = 0; i < phases.Length; i++)
        {
            double below = phases[i] + (2 * effective);
            slopes[i] = _fractions[i] * 3 * effective / (below * below);
        }
    }
}
