using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>Growth of a layer that passivates, such as one rich in LiF: it stops at a thickness, and is repaired where plating breaks it.</summary>
/// <remarks>
/// dL/dt = v (1 - L/L_max): L = L_max - (L_max - L_0) exp(-v t/L_max). Plating breaks the layer: a plated charge q_r breaks and regrows all
/// of it once, which takes L/V_Li more lithium and leaves the thickness as it is; without q_r nothing breaks. Empirical: that growth stops is
/// what LiF-rich layers show, because LiF is a wide-gap insulator for electrons; the form of the approach is the simplest one.
/// </remarks>
public sealed record SelfLimitingGrowth : Interphase
{
    /// <summary>Rate v of growth of a layer of no thickness at 298.15 K, m/s.</summary>
    public required double Rate { get; init; }

    /// <summary>Thickness L_max at which growth stops, m.</summary>
    public required double FinalThickness { get; init; }

    /// <summary>Plated charge q_r that breaks and regrows the layer once, C/m2; infinite: plating does not break it.</summary>
    public double RenewalCapacity { get; init; } = double.PositiveInfinity;

    /// <summary>Ionic conductivity of the layer, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "self-limiting-growth",
        "growth of a passivating layer that stops at a thickness (rich in LiF), with repair where plating breaks it",
        "empirical; simplest law of a layer that passivates",
        AgeingPlaces.Lithium | AgeingPlaces.Host,
        [
            new("rate", QuantityKinds.GrowthRate, m => ((SelfLimitingGrowth)m).Rate, Meaning: "v, rate of growth of a thin layer"),
            new("final-thickness", QuantityKinds.Length, m => ((SelfLimitingGrowth)m).FinalThickness, Least: 1e-11, Meaning: "L_max, where growth stops"),
            new("renewal-capacity", QuantityKinds.ArealCapacity, m => ((SelfLimitingGrowth)m).RenewalCapacity, double.PositiveInfinity, Least: 1, Meaning: "q_r, plated charge that breaks and regrows the layer once; none given: it does not break"),
            ActivationEnergyKey,
            new("conductivity", QuantityKinds.Conductivity, m => ((SelfLimitingGrowth)m).Conductivity, Least: 1e-15, Meaning: "ionic conductivity of the layer"),
            VolumePerLithiumKey,
            InitialThicknessKey,
            OnsetPotentialKey,
        ],
        v => new SelfLimitingGrowth
        {
            Rate = v[0],
            FinalThickness = v[1],
            RenewalCapacity = v[2],
            ActivationEnergy = v[3],
            Conductivity = v[4],
            VolumePerLithium = v[5],
            InitialThickness = v[6],
            OnsetPotential = v[7],
        })
    {
        Validity = "layers that let no electrons through once they are closed; how they get there is assumed to be exponential",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [.. base.States, new("layers renewed", QuantityKinds.Number, 0, 1)];

    /// <inheritdoc/>
    protected override double LayerConductivity => Conductivity;

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        base.Rates(at, states, rates);

        // Counted in final layers, so that the lithium in them stays a function of the states.
        rates[1] = Math.Max(0, -at.Current) / RenewalCapacity * states[0] / FinalThickness;
    }

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        base.Act(at, states, ref effect);
        effect.LithiumConsumed += states[1] * FinalThickness / VolumePerLithium;
    }

    /// <inheritdoc/>
    protected override double GrowthRate(in InterfaceConditions at, double thickness) => Rate * (1 - (thickness / FinalThickness));
}
