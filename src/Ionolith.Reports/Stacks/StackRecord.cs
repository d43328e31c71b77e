using Ionolith.Cells.Design;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Reports.Stacks;

/// <summary>A run of cells in series together with what is needed to repeat it.</summary>
/// <param name="Cell">The mean cell.</param>
/// <param name="Result">The result.</param>
/// <param name="Spread">How much the cells differ.</param>
/// <param name="Input">What the run follows from.</param>
/// <param name="Program">Name and version of the program ("Ionolith 0.1.0").</param>
public sealed record StackRecord(CellDescription Cell, SeriesResult Result, CellSpread Spread, RunInput Input, string Program)
{
    /// <summary>Number of cells.</summary>
    public int Count => Result.Cells.Count;

    /// <summary>The last cycle that discharges, or that charges where none does; null where nothing flowed.</summary>
    public CycleResult? LastCycle => Result.Cycles.LastOrDefault(c => c.Discharge > 0) ?? Result.Cycles.LastOrDefault(c => c.Charge > 0);

    /// <summary>What the stack did, in a sentence or two.</summary>
    public string Summary
    {
        get
        {
            if (LastCycle is not { } cycle || Result.Steps.LastOrDefault(s => s.Capacity != 0) is not { } step)
            {
                return "No charge was moved.";
            }

            bool delivers = cycle.Discharge > 0;
            string moved = Numbers.Text((delivers ? cycle.Discharge : cycle.Charge) / Cell.Area / Numbers.PerArealCapacity);
            string leaked = Result.ImbalanceBy(Result.Steps.Count - 1) is > 0 and var imbalance
                ? $" Leaks have driven the cells apart by {Numbers.Text(100 * imbalance / Cell.NominalCapacity, 3)} % of the nominal capacity."
                : "";
            string weakest = Count == 1 || step.VoltageSpread == 0
                ? "Its cells are alike."
                : string.Create(CultureInfo.InvariantCulture, $"Cell {step.Weakest} ended its last step ({step.EndedBy}), when the cells lay {Numbers.Text(step.VoltageSpread * 1e3, 3)} mV apart.");
            return string.Create(CultureInfo.InvariantCulture, $"The stack of {Count} {(delivers ? "delivers" : "takes")} {moved} mAh/cm2 through each cell. {weakest}{leaked}");
        }
    }
}
