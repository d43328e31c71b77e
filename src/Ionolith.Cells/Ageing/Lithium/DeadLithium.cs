using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>Lithium that is lost whenever it is plated: the coulombic efficiency of plating.</summary>
/// <remarks>
/// Of each charge plated the share 1 - CE becomes inactive, as isolated metal or interphase: dq/dt = (1 - CE) max(0, -i). Stripping loses
/// nothing more. Bookkeeping by definition of the efficiency, B. D. Adams, J. Zheng, X. Ren, W. Xu, J.-G. Zhang, Adv. Energy Mater. 8
/// (2018) 1702097, doi:10.1002/aenm.201702097; an efficiency that does not depend on current or time is empirical. In a host it is lithium
/// that is plated into its pores: what is lost no longer counts in their stoichiometry. A host that takes lithium up as an intercalation
/// compound loses none by plating; there the law is bookkeeping of its efficiency and no more.
/// </remarks>
public sealed record DeadLithium : AgeingMechanism
{
    /// <summary>Coulombic efficiency CE of plating, 1.</summary>
    public required double CoulombicEfficiency { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "dead-lithium",
        "lithium lost for each charge that is plated",
        "empirical in its constancy; definition of the efficiency: B. D. Adams et al., Adv. Energy Mater. 8 (2018) 1702097, doi:10.1002/aenm.201702097",
        AgeingPlaces.Lithium | AgeingPlaces.Host,
        [new("coulombic-efficiency", QuantityKinds.Number, m => ((DeadLithium)m).CoulombicEfficiency, Most: 1, Meaning: "CE, share of plated lithium that can be stripped")],
        v => new DeadLithium { CoulombicEfficiency = v[0] })
    {
        Validity = "cycles alike to those at which the efficiency was measured",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("dead lithium", QuantityKinds.ArealCapacity, 0, 100)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) =>
        rates[0] = (1 - CoulombicEfficiency) * Math.Max(0, -at.Current);

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect) =>
        effect.LithiumConsumed += states[0] / PhysicalConstants.Faraday;
}
