namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>What every mixing rule can do.</summary>
public static class MixingRules
{
    /// <summary>The effective property without its derivatives.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="phases">Property of each phase, zero or more.</param>
    /// <returns>The effective property, in the unit of the phases.</returns>
    /// <exception cref="ArgumentException">There are more or fewer phases than the rule has.</exception>
    public static double Effective(this IMixingRule rule, params ReadOnlySpan<double> phases)
    {
        ArgumentNullException.ThrowIfNull(rule);
        CheckPhases(phases, rule.PhaseCount);
        return rule.Effective(phases, stackalloc double[phases.Length]);
    }

    /// <summary>Demands a number of phases none of which is negative.</summary>
    internal static void CheckPhases(ReadOnlySpan<double> phases, int count)
    {
        if (phases.Length != count)
        {
            throw new ArgumentException($"The rule has {count} phases, but {phases.Length} properties are given.", nameof(phases));
        }
    }

    /// <summary>Demands volume fractions that add up to one.</summary>
    internal static double[] CheckFractions(ReadOnlySpan<double> fractions)
    {
        double sum = 0;
        foreach (double f in fractions)
        {
            sum += Valid.Fraction(f, "A volume fraction", nameof(fractions));
        }

        return Math.Abs(sum - 1) <= 1e-9
            ? fractions.ToArray()
            : throw new ArgumentException($"The volume fractions must add up to 1, but add up to {sum}.", nameof(fractions));
    }
}
