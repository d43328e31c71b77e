using Ionolith.Materials.Laws;

namespace Ionolith.Materials.Substances;

/// <summary>A host that stores lithium: open-circuit potential, solid diffusion and capacity.</summary>
public sealed record ActiveMaterial
{
    /// <summary>Library id or a name of the user's.</summary>
    public required string Id { get; init; }

    /// <summary>Name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Mass density, kg/m3; NaN if unknown.</summary>
    public double Density { get; init; } = double.NaN;

    /// <summary>Concentration of lithium at stoichiometry 1, mol/m3.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Open-circuit potential against lithium at the reference temperature, V, of stoichiometry.</summary>
    public required IPropertyFunction OpenCircuitPotential { get; init; }

    /// <summary>Hysteresis around <see cref="OpenCircuitPotential"/>, which then is the middle of the branches; null: none.</summary>
    public PotentialHysteresis? Hysteresis { get; init; }

    /// <summary>Entropic coefficient dU/dT, V/K, of stoichiometry.</summary>
    public IPropertyFunction EntropicCoefficient { get; init; } = new ConstantFunction(0);

    /// <summary>Temperature at which <see cref="OpenCircuitPotential"/> holds, K.</summary>
    public double ReferenceTemperature { get; init; } = 298.15;

    /// <summary>Solid diffusivity of lithium, m2/s, of stoichiometry and temperature.</summary>
    public required IPropertyFunction Diffusivity { get; init; }

    /// <summary>Volume over stoichiometry; null: it is not known, and taken as constant.</summary>
    public HostVolume? VolumeChange { get; init; }

    /// <summary>Energy by which the host binds lithium more strongly than lithium metal does, J/mol; NaN if unknown.</summary>
    public double BindingEnergy { get; init; } = double.NaN;

    /// <summary>Stoichiometry range in which the material is used; the open-circuit potential covers it.</summary>
    public (double Lower, double Upper) StoichiometryWindow { get; init; } = (0, 1);
}
