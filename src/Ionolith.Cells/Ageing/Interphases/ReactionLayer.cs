using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>A poorly conducting layer between two solids that react, such as a halide and a sulfide, told by its resistance.</summary>
/// <remarks>
/// Parabolic growth in terms of what impedance measures: d(R^2)/dt = K^2, R = sqrt(R_0^2 + K^2 t), with K = R_ref/sqrt(t_ref). The
/// thickness drops out: only L^2 ~ t and R ~ L matter. It takes lithium of the electrolytes and none of the electrodes. The form is derived
/// (diffusion through the layer), K is measured. Halide | sulfide contacts: C. Rosenbach et al., Adv. Energy Mater. 13 (2023)
/// 2203673, doi:10.1002/aenm.202203673.
/// </remarks>
public sealed record ReactionLayer : AgeingMechanism
{
    /// <summary>Resistance R_ref of a layer that has grown from nothing for the reference time at 298.15 K, ohm m2.</summary>
    public required double ReferenceResistance { get; init; }

    /// <summary>Reference time t_ref, s.</summary>
    public required double ReferenceTime { get; init; }

    /// <summary>Activation energy of K^2, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>Resistance R_0 of the fresh layer, ohm m2; positive.</summary>
    public double InitialResistance { get; init; } = 1e-6;

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "reaction-layer",
        "reaction layer of two solids (halide | sulfide), R^2 = R_0^2 + K^2 t",
        "derived form, K measured; C. Rosenbach et al., Adv. Energy Mater. 13 (2023) 2203673, doi:10.1002/aenm.202203673",
        AgeingPlaces.Host | AgeingPlaces.Contact,
        [
            new("reference-resistance", QuantityKinds.ArealResistance, m => ((ReactionLayer)m).ReferenceResistance, Meaning: "R_ref = K t_ref^1/2, resistance of a layer that has grown from nothing for the reference time at 25 degC"),
            new("reference-time", QuantityKinds.Time, m => ((ReactionLayer)m).ReferenceTime, Least: 1, Meaning: "t_ref"),
            new("activation-energy", QuantityKinds.MolarEnergy, m => ((ReactionLayer)m).ActivationEnergy, 0, Meaning: "E of K^2, against 25 degC"),
            new("initial-resistance", QuantityKinds.ArealResistance, m => ((ReactionLayer)m).InitialResistance, 1e-6, Least: 1e-9, Meaning: "R_0 of the layer in the fresh cell"),
        ],
        v => new ReactionLayer { ReferenceResistance = v[0], ReferenceTime = v[1], ActivationEnergy = v[2], InitialResistance = v[3] })
    {
        Validity = "within the times and temperatures at which the resistance was seen to grow with the square root of time",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("reaction layer", QuantityKinds.ArealResistance, InitialResistance, InitialResistance)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) =>
        rates[0] = 0.5 * ReferenceResistance * ReferenceResistance / ReferenceTime * Activation(ActivationEnergy, at.Temperature) / states[0];

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect) => effect.Resistance += states[0];
}
