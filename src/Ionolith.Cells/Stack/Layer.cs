using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Light;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Stack;

/// <summary>One layer of a cell.</summary>
public abstract record Layer
{
    /// <summary>Name by which the layer is called in files, messages and results; unique in its cell.</summary>
    public required string Name { get; init; }

    /// <summary>Thickness, m.</summary>
    public required double Thickness { get; init; }
}

/// <summary>A metal foil or mesh that carries the current to the terminal.</summary>
public sealed record CurrentCollector : Layer
{
    /// <summary>The metal; its conductivity may be NaN, which counts as no resistance.</summary>
    public required InertMaterial Material { get; init; }
}

/// <summary>A lithium-metal electrode whose thickness follows the charge that has passed.</summary>
public sealed record LithiumMetal : Layer
{
    /// <summary>Mass density of lithium, kg/m3.</summary>
    public double Density { get; init; } = 534;

    /// <summary>Molar volume of lithium, m3/mol.</summary>
    public double MolarVolume { get; init; } = LithiumConstants.MolarVolume;

    /// <summary>Kinetics of stripping and plating.</summary>
    public required InterfaceKinetics Kinetics { get; init; }

    /// <summary>What changes slowly at its surface; empty: nothing.</summary>
    public IReadOnlyList<AgeingMechanism> Ageing { get; init; } = [];
}

/// <summary>A layer of electrolyte without active material: separator, solid electrolyte, polymer, gel.</summary>
public sealed record ElectrolyteLayer : Layer
{
    /// <summary>The conductor.</summary>
    public required Electrolyte Electrolyte { get; init; }

    /// <summary>Volume fraction of the conductor, 1; below one for a soaked separator or a filled membrane.</summary>
    public double VolumeFraction { get; init; } = 1;

    /// <summary>Effective over pure transport coefficient, 1: volume fraction over tortuosity factor.</summary>
    public double TransportEfficiency { get; init; } = 1;

    /// <summary>Modulus M by which it is compressed through its thickness with its sides held, Pa; infinite: it is rigid.</summary>
    public double CompressionModulus { get; init; } = double.PositiveInfinity;

    /// <summary>What fills the rest of the layer; null: void or unknown.</summary>
    public InertMaterial? Frame { get; init; }
}

/// <summary>An electrode of active particles in a conductor: composite cathode, graphite anode.</summary>
public sealed record PorousElectrode : Layer
{
    /// <summary>Active materials; at least one.</summary>
    public required IReadOnlyList<ActivePhase> ActivePhases { get; init; }

    /// <summary>The conductor between the particles (catholyte, or the liquid in the pores).</summary>
    public required Electrolyte Electrolyte { get; init; }

    /// <summary>Volume fraction of the conductor, 1.</summary>
    public required double ElectrolyteFraction { get; init; }

    /// <summary>Effective over pure ionic transport coefficient, 1: volume fraction over tortuosity factor.</summary>
    public required double TransportEfficiency { get; init; }

    /// <summary>Effective electronic conductivity of the electrode, S/m, of temperature.</summary>
    public required IPropertyFunction ElectronicConductivity { get; init; }

    /// <summary>Inert solids (carbon, binder, filler) and their volume fractions.</summary>
    public IReadOnlyList<InertPhase> InertPhases { get; init; } = [];

    /// <summary>Modulus M by which it is compressed through its thickness with its sides held, Pa; infinite: it is rigid.</summary>
    public double CompressionModulus { get; init; } = double.PositiveInfinity;

    /// <summary>What light does in it; null: nothing. Only of the positive electrode.</summary>
    public Photocathode? Light { get; init; }
}

/// <summary>An inert solid in a porous electrode.</summary>
/// <param name="Material">The solid.</param>
/// <param name="VolumeFraction">Volume fraction in the electrode, 1.</param>
public sealed record InertPhase(InertMaterial Material, double VolumeFraction);
