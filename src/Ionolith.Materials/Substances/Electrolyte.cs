using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Interfaces;

namespace Ionolith.Materials.Substances;

/// <summary>A lithium-ion conductor: a binary salt in a polymer, gel or liquid, or a single-ion conductor.</summary>
/// <remarks>
/// A single-ion conductor has no <see cref="Salt"/>: its transference number is one and no salt balance is solved.
/// <see cref="Conductivity"/> is a function of salt concentration (mol/m3) and temperature; of temperature only without salt.
/// </remarks>
public sealed record Electrolyte
{
    /// <summary>Library id or a name of the user's.</summary>
    public required string Id { get; init; }

    /// <summary>Name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Mass density, kg/m3; NaN if unknown.</summary>
    public double Density { get; init; } = double.NaN;

    /// <summary>Ionic conductivity of the pure phase, S/m.</summary>
    public required IPropertyFunction Conductivity { get; init; }

    /// <summary>Transport of the dissolved salt; null for a single-ion conductor.</summary>
    public SaltTransport? Salt { get; init; }

    /// <summary>Potentials between which it is stable, V against lithium; null where they are not known.</summary>
    public StabilityWindow? StabilityWindow { get; init; }
}

/// <summary>Concentrated-solution transport of a binary salt.</summary>
public sealed record SaltTransport
{
    /// <summary>Salt concentration at the start, mol/m3.</summary>
    public required double InitialConcentration { get; init; }

    /// <summary>Salt diffusivity, m2/s, of concentration (mol/m3) and temperature.</summary>
    public required IPropertyFunction Diffusivity { get; init; }

    /// <summary>Transference number of the cation with respect to the solvent, 1.</summary>
    public required IPropertyFunction TransferenceNumber { get; init; }

    /// <summary>Thermodynamic factor 1 + dln f/dln c, 1.</summary>
    public IPropertyFunction ThermodynamicFactor { get; init; } = new ConstantFunction(1);
}
