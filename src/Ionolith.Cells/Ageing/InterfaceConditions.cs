using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Materials.Laws.Interfaces;

namespace Ionolith.Cells.Ageing;

/// <summary>What a mechanism sees of its interface at one moment.</summary>
public readonly record struct InterfaceConditions
{
    /// <summary>No current, no salt depleted.</summary>
    public InterfaceConditions()
    {
    }

    /// <summary>Current density per nominal area of the interface, A/m2; positive when lithium leaves the electrode (stripping, delithiation).</summary>
    public double Current { get; init; }

    /// <summary>Potential of the electrode against lithium in the electrolyte next to it, V; the overpotential at lithium metal.</summary>
    public double Potential { get; init; }

    /// <summary>Part of <see cref="Potential"/> that drives charge transfer, V; its sign is that of the current.</summary>
    public double Overpotential { get; init; }

    /// <summary>Open-circuit potential of the host at its surface, with its hysteresis, V; at lithium metal the shift that ageing has brought, NaN at a contact of two electrolytes.</summary>
    public double EquilibriumPotential { get; init; }

    /// <summary>Potential of the electrode against lithium on its own side of all films, V: what drives a reaction at its surface; NaN at a contact of two electrolytes.</summary>
    public double SurfacePotential => EquilibriumPotential + Overpotential;

    /// <summary>Mean stoichiometry of the host, 1; NaN at lithium metal and at a contact of two electrolytes.</summary>
    public double Stoichiometry { get; init; }

    /// <summary>Rate of change of the mean stoichiometry, 1/s; positive on lithiation; zero where there is no host.</summary>
    public double StoichiometryRate { get; init; }

    /// <summary>Stoichiometry at the surface of the particles less their mean, 1; positive on lithiation; zero where there is no host.</summary>
    public double StoichiometryDifference { get; init; }

    /// <summary>Change of the host's volume with its stoichiometry over the volume of the empty host, 1; zero where it is not known or there is no host.</summary>
    public double VolumeSlope { get; init; }

    /// <summary>Temperature, K.</summary>
    public double Temperature { get; init; }

    /// <summary>Stack pressure, Pa.</summary>
    public double Pressure { get; init; }

    /// <summary>Share of the nominal area that is in contact, all mechanisms together, 1.</summary>
    public double ContactedShare { get; init; }

    /// <summary>Salt next to the interface over that of the fresh cell, 1; one where no salt can be depleted.</summary>
    public double SaltShare { get; init; } = 1;

    /// <summary>Thickness of the electrolyte between the electrodes, m.</summary>
    public double ElectrolyteThickness { get; init; }

    /// <summary>Molar volume of the lithium metal at the interface, m3/mol.</summary>
    public double LithiumMolarVolume { get; init; } = LithiumConstants.MolarVolume;

    /// <summary>Stability window of the electrolyte at the interface; null where it is not known.</summary>
    public StabilityWindow? Window { get; init; }

    /// <summary>Conditions between two moments.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The second moment.</param>
    /// <param name="share">Where between them, 0 to 1.</param>
    /// <returns>Each quantity on the straight line between its two values.</returns>
    public static InterfaceConditions Between(in InterfaceConditions from, in InterfaceConditions to, double share) => new()
    {
        Current = from.Current + (share * (to.Current - from.Current)),
        Potential = from.Potential + (share * (to.Potential - from.Potential)),
        Overpotential = from.Overpotential + (share * (to.Overpotential - from.Overpotential)),
        EquilibriumPotential = from.EquilibriumPotential + (share * (to.EquilibriumPotential - from.EquilibriumPotential)),
        Stoichiometry = from.Stoichiometry + (share * (to.Stoichiometry - from.Stoichiometry)),
        StoichiometryRate = from.StoichiometryRate + (share * (to.StoichiometryRate - from.StoichiometryRate)),
        StoichiometryDifference = from.StoichiometryDifference + (share * (to.StoichiometryDifference - from.StoichiometryDifference)),
        VolumeSlope = from.VolumeSlope + (share * (to.VolumeSlope - from.VolumeSlope)),
        Temperature = from.Temperature + (share * (to.Temperature - from.Temperature)),
        Pressure = from.Pressure + (share * (to.Pressure - from.Pressure)),
        ContactedShare = from.ContactedShare + (share * (to.ContactedShare - from.ContactedShare)),
        SaltShare = from.SaltShare + (share * (to.SaltShare - from.SaltShare)),
        ElectrolyteThickness = from.ElectrolyteThickness,
        LithiumMolarVolume = from.LithiumMolarVolume,
        Window = from.Window,
    };
}
