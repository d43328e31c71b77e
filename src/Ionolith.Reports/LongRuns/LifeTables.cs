using Ionolith.Cells.Simulation;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.LongRuns;

/// <summary>Prints what has aged, why the capacity falls, and heat against its limit.</summary>
internal static class LifeTables
{
    /// <summary>Prints what the run says of its ageing.</summary>
    public static void WriteAgeing(IAnsiConsole console, SimulationResult result)
    {
        if (result.Ageing is not null)
        {
            Write(console, LifeRows.StateHeadings, LifeRows.States(result));
        }

        if (result.Attribution is not null)
        {
            Write(console, LifeRows.CauseHeadings, LifeRows.Causes(result));
        }

        if (LifeRows.Acceleration(result.Acceleration) is { Length: > 0 } line)
        {
            console.WriteLine(line);
            console.WriteLine();
        }
    }

    /// <summary>Prints heat against its limit.</summary>
    public static void WriteHeat(IAnsiConsole console, SimulationResult result)
    {
        if (result.Thermal is { } heat)
        {
            Write(console, LifeRows.HeatHeadings, LifeRows.Heat(heat));
        }
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var table = PlainTable.New([.. headings]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }
}
