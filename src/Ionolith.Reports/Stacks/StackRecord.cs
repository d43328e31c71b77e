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

    /// <summary>Charge through each cell in the last cycle that discharges, C (A s); of the last that charges where none does. A cycle in which the run broke off does not count, as for a cell.</summary>
    public double Capacity => KeyFigures.Moved(Result.Cycles, Result.Status).Capacity;

    /// <summary>Energy of the stack in the same cycle, J.</summary>
    public double Energy => KeyFigures.Moved(Result.Cycles, Result.Status).Energy;

    /// <summary>Whether these are of a discharge.</summary>
    public bool Delivers => KeyFigures.Moved(Result.Cycles, Result.Status).IsDischarge;

    // Whether something in the cells has aged or leaked; their voltages tell nothing of it.
    private bool IsChanged => Result.AtCycles.Columns.Any(c => double.IsFinite(c.Values[0]) && c.Values[^1] != c.Values[0]);

    /// <summary>What the stack did, in a sentence or two.</summary>
    public string Summary
    {
        get
        {
            if (Capacity == 0 || Result.Steps.LastOrDefault(s => s.Capacity != 0) is not { } step)
            {
                return "No charge was moved.";
            }

            string moved = Numbers.Text(Capacity / Cell.Area / Numbers.PerArealCapacity);
            string leaked = Result.Imbalance is > 0 and var imbalance
                ? $" Leaks have driven the cells apart by {Numbers.Text(100 * imbalance / Cell.NominalCapacity, 3)} % of the nominal capacity."
                : "";
            string retained = KeyFigures.DischargingCycles(Result.Cycles, Result.Status) is [_, _, .., var last] cycles && IsChanged && FullDischarge.First(cycles) is { } first
                ? string.Create(CultureInfo.InvariantCulture, $" In cycle {last.Number} that is {Numbers.Text(100 * last.Discharge / first.Discharge, 3)} % of its {(first == cycles[0] ? "first discharge" : "first full discharge")}.")
                : "";
            string weakest = Count == 1 || step.VoltageSpread == 0
                ? "Its cells are alike."
                : string.Create(CultureInfo.InvariantCulture, $"Cell {step.Weakest} ended its last step ({step.EndedBy}), when the cells lay {Numbers.Text(step.VoltageSpread * 1e3, 3)} mV apart.");
            return string.Create(CultureInfo.InvariantCulture, $"The stack of {Count} {(Delivers ? "delivers" : "takes")} {moved} mAh/cm2 through each cell.{retained} {weakest}{leaked}");
        }
    }
}
