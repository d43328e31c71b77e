using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Model;

/// <summary>The parts of a cell model, laid out by the builder.</summary>
/// <remarks>Arrays, not lists: they are walked in every Newton iteration, where an enumerator would be an allocation.</remarks>
internal sealed record ModelParts
{
    /// <summary>The description.</summary>
    public required CellDescription Cell { get; init; }

    /// <summary>Where the unknowns stand.</summary>
    public required StateLayout Layout { get; init; }

    /// <summary>Control volumes.</summary>
    public required TransportGrid Grid { get; init; }

    /// <summary>Ionic transport.</summary>
    public required Transport Transport { get; init; }

    /// <summary>Runs of nodes with the same conductor.</summary>
    public required ElectrolyteRun[] Runs { get; init; }

    /// <summary>Porous electrodes, negative first; none to two.</summary>
    public required ElectrodeModel[] Electrodes { get; init; }

    /// <summary>Lithium at the negative terminal.</summary>
    public LithiumSurface? NegativeLithium { get; init; }

    /// <summary>Lithium at the positive terminal.</summary>
    public LithiumSurface? PositiveLithium { get; init; }

    /// <summary>Planes where the salt ends but the current goes on.</summary>
    public required SaltEnd[] SaltEnds { get; init; }

    /// <summary>Resistances in series.</summary>
    public required SeriesResistance[] Series { get; init; }

    /// <summary>Junction of a photocathode; null: nothing takes up light.</summary>
    public Photojunction? Junction { get; init; }

    /// <summary>Heat balance; null: isothermal.</summary>
    public HeatBalance? Heat { get; init; }

    /// <summary>Whether any conductor holds a salt.</summary>
    public required bool HasSalt { get; init; }

    /// <summary>Number of nodes with salt.</summary>
    public required int SaltNodes { get; init; }

    /// <summary>Scale of salt concentrations, mol/m3.</summary>
    public required double ReferenceConcentration { get; init; }

    /// <summary>Scale of current densities: 1C, A/m2.</summary>
    public required double ReferenceCurrent { get; init; }

    /// <summary>Number of unknowns without padding.</summary>
    public required int Unknowns { get; init; }

    /// <summary>The negative porous electrode, if any.</summary>
    public ElectrodeModel? Negative => Electrodes.Length > 0 && Electrodes[0].Negative ? Electrodes[0] : null;

    /// <summary>The positive porous electrode, if any.</summary>
    public ElectrodeModel? Positive => Electrodes.Length > 0 && !Electrodes[^1].Negative ? Electrodes[^1] : null;
}
