namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Bounds of any isotropic mixture of known volume fractions: 1 / [sum f_i/(s_i + 2 s_b)] - 2 s_b.</summary>
/// <remarks>Z. Hashin, S. Shtrikman, J. Appl. Phys. 33 (1962) 3125. s_b is the poorest phase for the lower and the best for the upper bound.</remarks>
public static class HashinShtrikmanBounds
{
    /// <summary>Lower bound.</summary>
    /// <param name="fractions">Volume fractions; they add up to 1.</param>
    /// <param name="phases">Property of each phase, zero or more.</param>
    /// <returns>The bound; zero if a phase insulates.</returns>
    public static double Lower(ReadOnlySpan<double> fractions, ReadOnlySpan<double> phases)
    {
        double lowest = double.PositiveInfinity;
        foreach (double p in phases)
        {
            lowest = Math.Min(lowest, p);
        }

        return Around(lowest, fractions, phases);
    }

    /// <summary>Upper bound.</summary>
    /// <param name="fractions">Volume fractions; they add up to 1.</param>
    /// <param name="phases">Property of each phase, zero or more.</param>
    /// <returns>The bound.</returns>
    public static double Upper(ReadOnlySpan<double> fractions, ReadOnlySpan<double> phases)
    {
        double highest = 0;
        foreach (double p in phases)
        {
            highest = Math.Max(highest, p);
        }

        return Around(highest, fractions, phases);
    }

    private static double Around(double reference, ReadOnlySpan<double> fractions, ReadOnlySpan<double> phases)
    {
        MixingRules.CheckPhases(phases, fractions.Length);
        double sum = 0;
        for (int i = 0; i < phases.Length; i++)
        {
            sum += fractions[i] == 0 ? 0 : fractions[i] / (phases[i] + (2 * reference));
        }

        return (1 / sum) - (2 * reference);
    }
}
