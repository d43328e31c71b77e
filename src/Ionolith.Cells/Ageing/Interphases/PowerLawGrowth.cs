using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>Interphase growth by a power of time, as fits to measurements and molecular dynamics give it.</summary>
/// <remarks>
/// dL/dt = (n/t_ref) L (L_ref/L)^(1/n), so that L^(1/n) = L_0^(1/n) + L_ref^(1/n) t/t_ref and L = L_ref (t/t_ref)^n once the fresh layer
/// is small against it. n = 1/2 is the parabolic, n = 1 the linear law. Empirical: n between them or below has no single derivation
/// (grains that coarsen, paths that close). Warmth multiplies the rate at a given thickness.
/// </remarks>
public sealed record PowerLawGrowth : Interphase
{
    /// <summary>Thickness L_ref after the reference time, m.</summary>
    public required double ReferenceThickness { get; init; }

    /// <summary>Reference time t_ref, s.</summary>
    public double ReferenceTime { get; init; } = 3600;

    /// <summary>Exponent n, 1.</summary>
    public required double Exponent { get; init; }

    /// <summary>Ionic conductivity of the layer, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "power-law-growth",
        "interphase growth by a power of time, L ~ t^n",
        "empirical; form of a fit",
        AgeingPlaces.Lithium | AgeingPlaces.Host | AgeingPlaces.Contact,
        [
            new("reference-thickness", QuantityKinds.Length, m => ((PowerLawGrowth)m).ReferenceThickness, Meaning: "L_ref, thickness after the reference time"),
            new("reference-time", QuantityKinds.Time, m => ((PowerLawGrowth)m).ReferenceTime, 3600, Least: 1e-3, Meaning: "t_ref"),
            new("exponent", QuantityKinds.Number, m => ((PowerLawGrowth)m).Exponent, Least: 0.05, Most: 2, Meaning: "n"),
            ActivationEnergyKey,
            new("conductivity", QuantityKinds.Conductivity, m => ((PowerLawGrowth)m).Conductivity, Least: 1e-15, Meaning: "ionic conductivity of the layer"),
            VolumePerLithiumKey,
            InitialThicknessKey,
            OnsetPotentialKey,
        ],
        v => new PowerLawGrowth
        {
            ReferenceThickness = v[0],
            ReferenceTime = v[1],
            Exponent = v[2],
            ActivationEnergy = v[3],
            Conductivity = v[4],
            VolumePerLithium = v[5],
            InitialThickness = v[6],
            OnsetPotential = v[7],
        })
    {
        Validity = "within the times that it was fitted to; it does not say why",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    protected override double LayerConductivity => Conductivity;

    /// <inheritdoc/>
    protected override double GrowthRate(in InterfaceConditions at, double thickness) =>
        Exponent / ReferenceTime * thickness * Math.Pow(ReferenceThickness / thickness, 1 / Exponent);
}
