using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>Whether a cell can take the light of a protocol.</summary>
public static class Illumination
{
    /// <summary>What is wrong; null: nothing.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="protocol">The protocol.</param>
    public static string? Problem(CellDescription cell, Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(protocol);
        ProtocolStep? lit = protocol.Cycles.SelectMany(c => c.Steps).FirstOrDefault(s => s.Irradiance > 0);
        if (lit is null || cell.Layers.OfType<PorousElectrode>().LastOrDefault() is { Light: not null })
        {
            return null;
        }

        string electrode = cell.Layers.LastOrDefault(l => l is PorousElectrode or LithiumMetal)?.Name ?? "positive electrode";
        return $"the step '{lit.Text}' needs a photocathode, but '{electrode}' of {cell.Id} says nothing of light: describe it with a section light: in the positive electrode";
    }
}
