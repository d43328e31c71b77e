using Ionolith.Cells.Stack;
using Ionolith.Materials;

namespace Ionolith.Cells.CriticalCurrent;

/// <summary>Symmetric cells: lithium on both sides of an electrolyte.</summary>
public static class SymmetricCell
{
    // C/m2 in a mAh/cm2.
    private const double ArealCapacityUnit = 36_000;

    /// <summary>What stands against a test of critical current on a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Sentences with advice; empty: nothing.</returns>
    public static IReadOnlyList<string> Problems(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        List<string> problems = [];
        foreach (PorousElectrode porous in cell.Layers.OfType<PorousElectrode>())
        {
            problems.Add($"'{cell.Id}' is no symmetric cell: its layer '{porous.Name}' is an electrode with active material; "
                + "a critical current is measured between two lithium-metal layers, so copy the file and put kind: lithium-metal in its place");
        }

        if (problems.Count == 0 && !cell.Layers.OfType<LithiumMetal>().Any(l => l.Ageing.Count > 0))
        {
            problems.Add($"nothing in '{cell.Id}' can lose contact or short: give its lithium-metal layers laws under ageing:, "
                + "such as filament-fracture and contact-creep for a ceramic or filament-polymer for a gel");
        }

        return problems;
    }

    /// <summary>Whether the lithium that is stripped first lasts for a half-cycle.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="current">Current density, A/m2.</param>
    /// <param name="time">Duration of the half-cycle, s.</param>
    /// <returns>A sentence with advice; null: it lasts.</returns>
    public static string? ThinFoil(CellDescription cell, double current, double time)
    {
        ArgumentNullException.ThrowIfNull(cell);
        LithiumMetal? foil = cell.Layers.OfType<LithiumMetal>().FirstOrDefault();
        double charge = foil is null ? double.PositiveInfinity : foil.Thickness * PhysicalConstants.Faraday / foil.MolarVolume;
        return current * time <= charge ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the lithium of '{foil!.Name}', {charge / ArealCapacityUnit:G4} mAh/cm2 in {foil.Thickness * 1e6:G4} um, does not last for one half-cycle of {current / 10:G4} mA/cm2 and {time / 3600:G4} h ({current * time / ArealCapacityUnit:G4} mAh/cm2): give it more thickness, or take a lower current or shorter steps");
    }

    /// <summary>Thickness of the electrolyte between the electrodes, m.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Sum of its electrolyte layers.</returns>
    public static double Thickness(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Layers.OfType<ElectrolyteLayer>().Sum(l => l.Thickness);
    }

    /// <summary>The cell with an electrolyte of another thickness; several layers keep their proportions.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="thickness">Thickness of all electrolyte layers together, m; positive.</param>
    /// <returns>The changed cell.</returns>
    public static CellDescription WithThickness(CellDescription cell, double thickness)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(thickness);
        double factor = thickness / Thickness(cell);
        return factor == 1 ? cell : cell with { Layers = [.. cell.Layers.Select(l => l is ElectrolyteLayer e ? e with { Thickness = e.Thickness * factor } : l)] };
    }
}
