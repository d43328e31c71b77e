namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Bounds of any mixture of known volume fractions: all phases in series, all in parallel.</summary>
/// <remarks>O. Wiener, Abh. Math.-Phys. Kl. Koenigl. Saechs. Ges. Wiss. 32 (1912) 509.</remarks>
public static class WienerBounds
{
    /// <summary>Phases in series: 1 / sum f_i/s_i.</summary>
    /// <param name="fractions">Volume fractions; they add up to 1.</param>
    /// <param name="phases">Property of each phase, zero or more.</param>
    /// <returns>The lower bound; zero if a phase that is there insulates.</returns>
    public static double Lower(ReadOnlySpan<double> fractions, ReadOnlySpan<double> phases)
    {
        MixingRules.CheckPhases(phases, fractions.Length);
        double sum = 0;
        for (int i = 0; i < phases.Length; i++)
        {
            sum += fractions[i] == 0 ? 0 : fractions[i] / phases[i];
        }

        return 1 / sum;
    }

    /// <summary>Phases in parallel: sum f_i s_i.</summary>
    /// <param name="fractions">Volume fractions; they add up to 1.</param>
    /// <param name="phases">Property of each phase, zero or more.</param>
    /// <returns>The upper bound.</returns>
    public static double Upper(ReadOnlySpan<double> fractions, ReadOnlySpan<double> phases)
    {
        MixingRules.CheckPhases(phases, fractions.Length);
        double sum = 0;
        for (int i = 0; i < phases.Length; i++)
        {
            sum += fractions[i] * phases[i];
        }

        return sum;
    }
}
