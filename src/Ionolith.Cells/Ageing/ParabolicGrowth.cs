using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing;

/// <summary>Interphase growth limited by diffusion through the layer that has grown: the parabolic law.</summary>
/// <remarks>
/// dL/dt = k(T)/L, L = sqrt(L_0^2 + 2 k t), k(T) = k exp[-E/R (1/T - 1/298.15 K)]; the layer conducts lithium with sigma, so that it
/// adds L/sigma. It grows only where the electrode is below the potential at which the electrolyte is reduced: k is multiplied by
/// 1/(1 + exp[F (phi - phi_on)/(R T)]). Lithium goes into it as L/V_Li mol/m2, V_Li the volume of interphase for each mole of lithium.
/// Source: C. Wagner's law of tarnishing, Z. phys. Chem. B 21 (1933) 25; found for Li | Li6PS5Cl by S. Wenzel, S. J. Sedlmaier,
/// C. Dietrich, W. G. Zeier, J. Janek, Solid State Ionics 318 (2018) 102, doi:10.1016/j.ssi.2017.07.005.
/// </remarks>
public sealed record ParabolicGrowth : AgeingMechanism
{
    private const double ReferenceTemperature = 298.15;

    /// <summary>Rate constant k at 298.15 K, m2/s.</summary>
    public required double RateConstant { get; init; }

    /// <summary>Activation energy E of k, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>Ionic conductivity of the layer, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>Volume of interphase for each mole of lithium in it, m3/mol; infinite: it takes none.</summary>
    public double VolumePerLithium { get; init; } = double.PositiveInfinity;

    /// <summary>Potential phi_on against lithium below which the layer grows, V; infinite: it grows at any.</summary>
    public double OnsetPotential { get; init; } = double.PositiveInfinity;

    /// <summary>Thickness of the fresh layer, m; positive.</summary>
    public double InitialThickness { get; init; } = 1e-9;

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "parabolic-growth",
        "interphase growth limited by diffusion through it, L ~ t^1/2",
        "C. Wagner, Z. phys. Chem. B 21 (1933) 25; S. Wenzel et al., Solid State Ionics 318 (2018) 102, doi:10.1016/j.ssi.2017.07.005",
        AgeingPlaces.Lithium | AgeingPlaces.Host | AgeingPlaces.Contact,
        [
            new("rate-constant", QuantityKinds.Diffusivity, m => ((ParabolicGrowth)m).RateConstant),
            new("activation-energy", QuantityKinds.MolarEnergy, m => ((ParabolicGrowth)m).ActivationEnergy, 0),
            new("conductivity", QuantityKinds.Conductivity, m => ((ParabolicGrowth)m).Conductivity, Least: 1e-15),
            new("volume-per-lithium", QuantityKinds.MolarVolume, m => ((ParabolicGrowth)m).VolumePerLithium, double.PositiveInfinity, Least: 1e-7),
            new("initial-thickness", QuantityKinds.Length, m => ((ParabolicGrowth)m).InitialThickness, 1e-9, Least: 1e-11),
            new("onset-potential", QuantityKinds.Voltage, m => ((ParabolicGrowth)m).OnsetPotential, double.PositiveInfinity, Least: -10),
        ],
        v => new ParabolicGrowth { RateConstant = v[0], ActivationEnergy = v[1], Conductivity = v[2], VolumePerLithium = v[3], InitialThickness = v[4], OnsetPotential = v[5] });

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("interphase thickness", QuantityKinds.Length, InitialThickness, InitialThickness)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        double k = RateConstant * Math.Exp(-ActivationEnergy / PhysicalConstants.GasConstant * ((1 / at.Temperature) - (1 / ReferenceTemperature)));
        double drive = double.IsFinite(OnsetPotential)
            ? 1 / (1 + Math.Exp(PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * at.Temperature) * (at.Potential - OnsetPotential)))
            : 1;
        rates[0] = k * drive / states[0];
    }

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        effect.Resistance += states[0] / Conductivity;
        effect.LithiumConsumed += (states[0] - InitialThickness) / VolumePerLithium;
    }
}
