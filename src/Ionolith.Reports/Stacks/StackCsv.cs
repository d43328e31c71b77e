using Ionolith.Cells.Design;

namespace Ionolith.Reports.Stacks;

/// <summary>Writes series.csv of a stack: as that of a cell, and the voltage of each cell.</summary>
public static class StackCsv
{
    /// <summary>Writes the rows; positive current charges, as in the Battery Data Format.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">The run.</param>
    public static void Write(TextWriter writer, SeriesResult result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        writer.Write("Test Time / s,Voltage / V,Current / A,Cycle Count / 1,Step Count / 1,Net Capacity / Ah");
        for (int k = 0; k < result.Cells.Count; k++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $",Cell {k + 1} Voltage / V"));
        }

        writer.Write('\n');
        var (first, stack) = (result.Cells[0], result.StackVoltage());
        for (int i = 0; i < stack.Count; i++)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"{first.Time[i]:G12},{stack[i]:G12},{0 - first.Current[i]:G12},{first.Cycle[i]},{first.Step[i]},{0 - (first.Capacity[i] / 3600):G12}"));
            foreach (var cell in result.Cells)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $",{cell.Voltage[i]:G12}"));
            }

            writer.Write('\n');
        }
    }
}
