using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>A layer that grows on an interface: what all laws of growth have in common.</summary>
/// <remarks>
/// The layer conducts lithium with sigma, so that it adds L/sigma, and holds lithium, L/V_Li mol/m2 with V_Li the volume of interphase
/// for each mole of lithium. Rates go with exp[-E/R (1/T - 1/298.15 K)], and with 1/(1 + exp[F (phi - phi_on)/(R T)]) where the layer
/// forms by reduction below phi_on only.
/// </remarks>
public abstract record Interphase : AgeingMechanism
{
    /// <summary>Activation energy E of growth, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>Volume of interphase for each mole of lithium in it, m3/mol; infinite: it takes none.</summary>
    public double VolumePerLithium { get; init; } = double.PositiveInfinity;

    /// <summary>Potential phi_on against lithium below which the layer grows, V; infinite: it grows at any.</summary>
    public double OnsetPotential { get; init; } = double.PositiveInfinity;

    /// <summary>Thickness of the fresh layer, m; positive.</summary>
    public double InitialThickness { get; init; } = 1e-9;

    /// <summary>Ionic conductivity of the layer as a whole, S/m.</summary>
    protected abstract double LayerConductivity { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("interphase thickness", QuantityKinds.Length, InitialThickness, InitialThickness)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) =>
        rates[0] = GrowthRate(at, states[0]) * Activation(ActivationEnergy, at.Temperature) * Drive(at);

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        effect.Resistance += states[0] / LayerConductivity;
        effect.LithiumConsumed += (states[0] - InitialThickness) / VolumePerLithium;
    }

    /// <summary>Rate of growth at 298.15 K where nothing holds it back, m/s.</summary>
    /// <param name="at">Conditions at the interface.</param>
    /// <param name="thickness">Thickness L, m.</param>
    /// <returns>dL/dt.</returns>
    protected abstract double GrowthRate(in InterfaceConditions at, double thickness);

    /// <summary>The key "activation-energy".</summary>
    protected static MechanismParameter ActivationEnergyKey { get; } =
        new("activation-energy", QuantityKinds.MolarEnergy, m => ((Interphase)m).ActivationEnergy, 0, Meaning: "E of growth, against 25 degC");

    /// <summary>The key "volume-per-lithium".</summary>
    protected static MechanismParameter VolumePerLithiumKey { get; } = new(
        "volume-per-lithium", QuantityKinds.MolarVolume, m => ((Interphase)m).VolumePerLithium, double.PositiveInfinity, Least: 1e-7,
        Meaning: "V_Li, interphase for each mole of lithium that it takes; none given: it takes none");

    /// <summary>The key "initial-thickness".</summary>
    protected static MechanismParameter InitialThicknessKey { get; } = new(
        "initial-thickness", QuantityKinds.Length, m => ((Interphase)m).InitialThickness, 1e-9, Least: 1e-11, Meaning: "L_0, thickness of the fresh layer");

    /// <summary>The key "onset-potential".</summary>
    protected static MechanismParameter OnsetPotentialKey { get; } = new(
        "onset-potential", QuantityKinds.Voltage, m => ((Interphase)m).OnsetPotential, double.PositiveInfinity, Least: -10,
        Meaning: "phi_on, potential against lithium below which it grows; none given: at any");

    // At a contact of two electrolytes there is no electrode whose potential could matter.
    private double Drive(in InterfaceConditions at) => double.IsFinite(OnsetPotential) && double.IsFinite(at.SurfacePotential)
        ? 1 / (1 + Math.Exp(PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * at.Temperature) * (at.SurfacePotential - OnsetPotential)))
        : 1;
}
