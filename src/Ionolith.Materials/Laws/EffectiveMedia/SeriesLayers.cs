namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>Layers that the current crosses one after the other, as in a sandwich membrane: 1/s = sum f_i/s_i.</summary>
/// <remarks>
/// f_i is the share of a layer in the thickness. O. Wiener, Abh. Math.-Phys. Kl. Koenigl. Saechs. Ges. Wiss. 32 (1912) 509: of all
/// mixtures this is the poorest. It counts the layers alone, no resistance between them. Phases: in the order of the shares.
/// </remarks>
public sealed class SeriesLayers : IMixingRule
{
    private readonly double[] _shares;

    /// <summary>Takes the shares of the thickness.</summary>
    /// <param name="shares">Share of each layer; they add up to 1.</param>
    /// <exception cref="ArgumentException">A share is out of its range, or they do not add up to 1.</exception>
    public SeriesLayers(params ReadOnlySpan<double> shares) => _shares = MixingRules.CheckFractions(shares);

    /// <summary>Share of each layer in the thickness.</summary>
    public IReadOnlyList<double> Shares => _shares;

    /// <inheritdoc/>
    public int PhaseCount => _shares.Length;

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        double s = WienerBounds.Lower(_shares, phases);
        for (int i = 0; i < phases.Length; i++)
        {
            // ds/ds_i = f_i (s/s_i)^2; a layer that insulates lets nothing through, whatever the others are.
            double ratio = phases[i] == 0 ? 0 : s / phases[i];
            gradient[i] = _shares[i] * ratio * ratio;
        }

        return s;
    }
}
