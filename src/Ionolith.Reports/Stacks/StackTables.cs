using Ionolith.Cells.Design;
using Ionolith.Cells.Simulation;
using Ionolith.Reports.LongRuns;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.Stacks;

/// <summary>Prints a run of cells in series to a terminal.</summary>
public static class StackTables
{
    /// <summary>Prints the run.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="record">The run.</param>
    public static void Write(IAnsiConsole console, StackRecord record)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(record);
        var (cell, result) = (record.Cell, record.Result);
        console.MarkupLine($"[bold]{Markup.Escape(cell.Title)}[/] [grey]({Markup.Escape(cell.Id)}, {record.Count.ToString(CultureInfo.InvariantCulture)} in series)[/]");
        console.MarkupLine($"{Markup.Escape(StatusWords.Text(result.Status))}: {Markup.Escape(result.Reason)}");
        console.MarkupLine($"[bold]{Markup.Escape(record.Summary)}[/]");
        console.WriteLine(Differences(record));
        console.WriteLine();
        var steps = PlainTable.New("step", "#duration", "#mAh/cm2", "#stack V", "#cells V", "#apart mV", "#imbalance %", "#weakest", "ended by");
        foreach (var step in ResultTables.Ends(result.Steps, steps, 9, ResultTables.MostRows))
        {
            steps.AddRow([.. StepRow(record, step).Select(Markup.Escape)]);
        }

        console.Write(steps);
        if (result.Rows == OutputRows.Summary && result.CycleCount > 2)
        {
            console.WriteLine("(steps of the first and the last cycle)");
        }

        ResultTables.WriteCycles(console, KeyFigures.DischargingCycles(result.Cycles, result.Status), record.Cell.Area, result.CycleCount);
        if (LifeRows.Acceleration(result.Acceleration) is { Length: > 0 } line)
        {
            console.WriteLine(line);
            console.WriteLine();
        }

        var balances = PlainTable.New("cell", "conserved", "#relative error");
        foreach (var (cellBalances, number) in result.Balances.Select((b, i) => (b, i + 1)))
        {
            foreach (var balance in cellBalances)
            {
                balances.AddRow(number.ToString(CultureInfo.InvariantCulture), Markup.Escape(balance.Name), Numbers.Text(balance.RelativeError, 2));
            }
        }

        console.Write(balances);
    }

    /// <summary>How the cells differ, in words.</summary>
    /// <param name="record">The run.</param>
    /// <returns>The words.</returns>
    public static string Differences(StackRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var spread = record.Spread;
        string leak = double.IsPositiveInfinity(record.Cell.LeakResistance) ? "no leak"
            : $"leak of {Numbers.Text(record.Cell.LeakResistance * 1e4)} ohm cm2 with {Numbers.Text(100 * spread.Leak, 3)} % of spread";
        return string.Create(CultureInfo.InvariantCulture,
            $"spread of the cells: {Numbers.Text(100 * spread.Capacity, 3)} % in loading, {Numbers.Text(100 * spread.Resistance, 3)} % in resistance (standard deviation, seed {spread.Seed}); {leak}");
    }

    /// <summary>A step as a row: text, duration, charge, voltages, spread, imbalance, weakest cell, end.</summary>
    internal static IReadOnlyList<string> StepRow(StackRecord record, SeriesStep step)
    {
        return
        [
            step.Text, Numbers.Duration(step.End - step.Start), Numbers.Text(step.Capacity / record.Cell.Area / Numbers.PerArealCapacity), Numbers.Text(step.Voltages.Sum()),
            $"{Numbers.Text(step.Voltages.Min())} to {Numbers.Text(step.Voltages.Max())}", Numbers.Fixed(step.VoltageSpread * 1e3),
            Numbers.Text(100 * step.Imbalance / record.Cell.NominalCapacity, 3), step.Weakest.ToString(CultureInfo.InvariantCulture), step.EndedBy,
        ];
    }
}
