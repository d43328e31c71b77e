using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Protocols;

/// <summary>The voltages that "lower cutoff" and "upper cutoff" stand for in a protocol.</summary>
/// <param name="Lower">Lower cut-off voltage, V.</param>
/// <param name="Upper">Upper cut-off voltage, V.</param>
public sealed record CutoffVoltages(double Lower, double Upper)
{
    /// <summary>The cut-off voltages of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The voltages.</returns>
    public static CutoffVoltages Of(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return new CutoffVoltages(cell.LowerCutoffVoltage, cell.UpperCutoffVoltage);
    }

    /// <summary>Reads "lower cutoff" or "upper cutoff".</summary>
    /// <param name="scanner">Where to read.</param>
    /// <param name="cutoffs">The voltages; null: there is no cell.</param>
    /// <returns>The voltage; null where something else stands there.</returns>
    internal static (double Value, Measure Measure)? TryRead(Scanner scanner, CutoffVoltages? cutoffs)
    {
        int at = scanner.SkipSpace();
        bool lower = scanner.TryWord("lower");
        if (!lower && !scanner.TryWord("upper"))
        {
            return null;
        }

        if (!scanner.TryWord("cutoff") && !(scanner.TryWord("cut") && scanner.TryChar('-') && scanner.TryWord("off")))
        {
            scanner.Fail(at, $"expected '{(lower ? "lower" : "upper")} cutoff', the cell's own voltage");
        }
        else if (cutoffs is null)
        {
            scanner.Fail(at, $"'{scanner.Since(at)}' is that of a cell, and there is none here: write a voltage, such as 2.5 V");
        }

        return (lower ? cutoffs?.Lower ?? double.NaN : cutoffs?.Upper ?? double.NaN, Measure.Voltage);
    }
}
