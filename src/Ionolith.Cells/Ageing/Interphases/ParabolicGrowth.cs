using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>Interphase growth limited by diffusion through the layer that has grown: the parabolic law.</summary>
/// <remarks>
/// dL/dt = k/L, L = sqrt(L_0^2 + 2 k t); what the layer does: <see cref="Interphase"/>. Derived for diffusion across a layer in a fixed
/// difference of potential; its constant is measured. Source: C. Wagner's law of tarnishing, Z. phys. Chem. B 21 (1933) 25; found for
/// Li | Li6PS5Cl by S. Wenzel, S. J. Sedlmaier, C. Dietrich, W. G. Zeier, J. Janek, Solid State Ionics 318 (2018) 102,
/// doi:10.1016/j.ssi.2017.07.005.
/// </remarks>
public sealed record ParabolicGrowth : Interphase
{
    /// <summary>Rate constant k at 298.15 K, m2/s.</summary>
    public required double RateConstant { get; init; }

    /// <summary>Ionic conductivity of the layer, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "parabolic-growth",
        "interphase growth limited by diffusion through it, L ~ t^1/2",
        "derived; C. Wagner, Z. phys. Chem. B 21 (1933) 25; S. Wenzel et al., Solid State Ionics 318 (2018) 102, doi:10.1016/j.ssi.2017.07.005",
        AgeingPlaces.Lithium | AgeingPlaces.Host | AgeingPlaces.Contact,
        [
            new("rate-constant", QuantityKinds.Diffusivity, m => ((ParabolicGrowth)m).RateConstant, Meaning: "k in dL/dt = k/L"),
            ActivationEnergyKey,
            new("conductivity", QuantityKinds.Conductivity, m => ((ParabolicGrowth)m).Conductivity, Least: 1e-15, Meaning: "ionic conductivity of the layer"),
            VolumePerLithiumKey,
            InitialThicknessKey,
            OnsetPotentialKey,
        ],
        v => new ParabolicGrowth { RateConstant = v[0], ActivationEnergy = v[1], Conductivity = v[2], VolumePerLithium = v[3], InitialThickness = v[4], OnsetPotential = v[5] })
    {
        Validity = "a dense, even layer through which lithium and electrons diffuse; not its first nanometre, and not a layer that cracks",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    protected override double LayerConductivity => Conductivity;

    /// <inheritdoc/>
    protected override double GrowthRate(in InterfaceConditions at, double thickness) => RateConstant / thickness;
}
