using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Hosts;

/// <summary>Slow decay of a host's potential with cycles, as of lithium-rich layered oxides whose layers turn spinel-like.</summary>
/// <remarks>
/// A share f of the host is transformed, df/dt = k |dx/dt|/2 (1 - f) while the potential is above phi_on, f = 1 - exp(-k N) after N full cycles; the
/// open-circuit potential falls by f dU. Empirical, one state for a change that moves through the particle and changes the shape of the curve too. That voltage
/// decays with cycling at high potential, without as much loss of capacity: J. R. Croy, M. Balasubramanian, K. G. Gallagher, A. K. Burrell, Acc. Chem. Res.
/// 48 (2015) 2813, doi:10.1021/acs.accounts.5b00277.
/// </remarks>
public sealed record VoltageDecay : AgeingMechanism
{
    /// <summary>Fall dU of the potential once all is transformed, V.</summary>
    public required double Fall { get; init; }

    /// <summary>Rate k of transformation for each full cycle, 1.</summary>
    public required double RatePerCycle { get; init; }

    /// <summary>Potential phi_on above which the host is transformed, V; minus infinite: at any.</summary>
    public double OnsetPotential { get; init; } = double.NegativeInfinity;

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "voltage-decay",
        "slow fall of the host's potential with cycles (lithium-rich layered oxides)",
        "empirical; J. R. Croy et al., Acc. Chem. Res. 48 (2015) 2813, doi:10.1021/acs.accounts.5b00277",
        AgeingPlaces.Host,
        [
            new("fall", QuantityKinds.Voltage, m => ((VoltageDecay)m).Fall, Most: 5, Meaning: "dU, fall of the potential once all is transformed"),
            new("rate-per-cycle", QuantityKinds.Number, m => ((VoltageDecay)m).RatePerCycle, Most: 10, Meaning: "k, transformed share for each full cycle"),
            new("onset-potential", QuantityKinds.Voltage, m => ((VoltageDecay)m).OnsetPotential, double.NegativeInfinity, Least: -10, Meaning: "phi_on, potential above which it happens; none given: at any"),
        ],
        v => new VoltageDecay { Fall = v[0], RatePerCycle = v[1], OnsetPotential = v[2] })
    {
        Validity = "the hundreds of cycles that it was fitted to",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("transformed share", QuantityKinds.Number, 0, 1)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) =>
        rates[0] = at.SurfacePotential > OnsetPotential ? 0.5 * RatePerCycle * Math.Abs(at.StoichiometryRate) * (1 - states[0]) : 0;

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect) => effect.PotentialShift -= Fall * states[0];
}
