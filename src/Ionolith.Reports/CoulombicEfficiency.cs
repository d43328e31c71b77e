using Ionolith.Cells.Simulation;

namespace Ionolith.Reports;

/// <summary>Coulombic efficiency: charge delivered over the charge that was taken before.</summary>
public static class CoulombicEfficiency
{
    private const double Topping = 0.5;

    /// <summary>Efficiency of each cycle.</summary>
    /// <param name="result">The result.</param>
    /// <returns>Efficiency by cycle number, 1; cycles without a charge before their discharge are not in it.</returns>
    /// <remarks>
    /// A cycle that charges first is measured by its own charge; one that discharges first by the charge of the cycle before it,
    /// so that the first discharge of a fresh cell has none. A charge of less than half of what is then delivered has only topped up a
    /// cell that was charged before, and tells no efficiency.
    /// </remarks>
    public static IReadOnlyDictionary<int, double> Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var dischargesFirst = result.Steps.Where(s => s.Capacity != 0).GroupBy(s => s.Cycle).ToDictionary(g => g.Key, g => g.First().Capacity > 0);
        var efficiencies = new Dictionary<int, double>();
        var before = 0.0;
        var first = true;
        foreach (var cycle in KeyFigures.DischargingCycles(result))
        {
            // The steps of the cycles in the middle of a long run may not have been kept; those are like the last that was.
            first = dischargesFirst.GetValueOrDefault(cycle.Number, first);
            var taken = first ? before : cycle.Charge;
            if (taken > Topping * cycle.Discharge)
            {
                efficiencies[cycle.Number] = cycle.Discharge / taken;
            }

            before = cycle.Charge;
        }

        return efficiencies;
    }
}
