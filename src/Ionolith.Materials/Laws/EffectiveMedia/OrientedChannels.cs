namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Layers or channels through the volume, more or less along the current: s = P s_parallel + (1 - P) s_series.</summary>
/// <remarks>
/// O. Wiener, Abh. Math.-Phys. Kl. Koenigl. Saechs. Ges. Wiss. 32 (1912) 509: the two means bound every mixture. The orientation factor P
/// is the mean of cos^2 of the angle between the channels and the current: 1 along it, 0 across, 1/3 for layers' normals or tubes in all
/// directions. Linear in P for laminates that are stacked without disturbing each other's field. Phases: in the order of the fractions.
/// </remarks>
public sealed class OrientedChannels : IMixingRule
{
    private readonly double[] _fractions;

    /// <summary>Takes the geometry.</summary>
    /// <param name="orientation">Orientation factor P, 0 to 1.</param>
    /// <param name="fractions">Volume fraction of each phase; they add up to 1.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range, or the fractions do not add up to 1.</exception>
    public OrientedChannels(double orientation, params ReadOnlySpan<double> fractions)
    {
        Orientation = Valid.Fraction(orientation, "The orientation factor");
        _fractions = MixingRules.CheckFractions(fractions);
    }

    /// <summary>Orientation factor P.</summary>
    public double Orientation { get; }

    /// <summary>Volume fraction of each phase.</summary>
    public IReadOnlyList<double> Fractions => _fractions;

    /// <inheritdoc/>
    public int PhaseCount => _fractions.Length;

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        MixingRules.CheckPhases(phases, PhaseCount);
        double parallel = WienerBounds.Upper(_fractions, phases);
        double series = WienerBounds.Lower(_fractions, phases);
        for (int i = 0; i < phases.Length; i++)
        {
            double ratio = phases[i] == 0 ? 0 : series / phases[i];
            gradient[i] = _fractions[i] * (Orientation + ((1 - Orientation) * ratio * ratio));
        }

        return (Orientation * parallel) + ((1 - Orientation) * series);
    }
}
