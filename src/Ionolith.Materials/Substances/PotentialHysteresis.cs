using Ionolith.Materials.Laws;

namespace Ionolith.Materials.Substances;

/// <summary>Hysteresis of a host's open-circuit potential: one state between two branches.</summary>
/// <remarks>
/// The potential is U(x) + h; h tends to the branch of the present direction, dh/dx = -g (M + h) on lithiation and g (h - M) on delithiation of the mean
/// stoichiometry x: minus M on lithiation, plus M on delithiation, and it stays where it is at rest. Source: G. L. Plett, J. Power Sources 134 (2004)
/// 262, doi:10.1016/j.jpowsour.2004.02.032, with stoichiometry for charge. Empirical: minor loops are those of one relaxation; that conversion electrodes and
/// two-phase hosts show such branches is old knowledge (W. Dreyer et al., Nat. Mater. 9 (2010) 448, doi:10.1038/nmat2730, for LiFePO4).
/// </remarks>
public sealed record PotentialHysteresis
{
    /// <summary>Takes the branches.</summary>
    /// <param name="halfGap">Half M of the gap between the branches, V; zero or more.</param>
    /// <param name="decayRate">Rate g at which a new branch is approached, for each unit of stoichiometry; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public PotentialHysteresis(double halfGap, double decayRate)
    {
        HalfGap = Valid.NotNegative(halfGap, "Half the gap of the hysteresis", "V");
        DecayRate = Valid.Positive(decayRate, "The decay rate of the hysteresis", "");
    }

    /// <summary>Half M of the gap between the branches, V.</summary>
    public double HalfGap { get; }

    /// <summary>Rate g at which a new branch is approached, for each unit of stoichiometry.</summary>
    public double DecayRate { get; }
}
