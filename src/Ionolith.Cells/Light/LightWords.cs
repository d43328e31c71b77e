using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Light;

/// <summary>What light did, in plain words.</summary>
public static class LightWords
{
    /// <summary>A sentence or two on charge, energy and whether light alone can charge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="light">What light did; at least one step.</param>
    /// <returns>The words.</returns>
    public static string Sentence(CellDescription cell, LightResult light)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(light);
        double areal = light.Photocharge / cell.Area / 36_000, share = light.Photocharge / cell.NominalCapacity;
        string moved = light.Photocharge > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Light charges the cell by {areal:0.####} mAh/cm2, {share * 100:0.##} % of its nominal capacity, and {light.Efficiency * 100:0.###} % of its energy is gained")
            : string.Create(CultureInfo.InvariantCulture, $"Light does not charge the cell: its junction takes {-share * 100:0.###} % of the nominal capacity out of it");
        return $"{moved}. At first {light.Steps[0].Feasibility.Sentence}.";
    }
}
