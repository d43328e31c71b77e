using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Reports.LongRuns;
using Spectre.Console;

namespace Ionolith.Reports.Terminal;

/// <summary>Prints a result to a terminal: diagnosis, key figures, steps, cycles, losses, balances, assumptions.</summary>
public static class ResultTables
{
    /// <summary>Most rows of a table of steps or cycles.</summary>
    internal const int MostRows = 24;

    private const int FewRows = 6;
    private const int MostEvents = 5;

    /// <summary>Prints a result.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="result">The result.</param>
    public static void Write(IAnsiConsole console, SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        WriteHead(console, result);
        WriteSteps(console, result);
        WriteCycles(console, KeyFigures.DischargingCycles(result), result.Cell.Area, result.CycleCount);
        LifeTables.WriteAgeing(console, result);
        LifeTables.WriteHeat(console, result);
        WriteLight(console, result);
        WriteLosses(console, result);
        WriteBalances(console, result);
        WriteAssumptions(console, result.Cell);
    }

    private static void WriteHead(IAnsiConsole console, SimulationResult result)
    {
        var color = result.Status switch
        {
            SimulationStatus.Completed => "green",
            SimulationStatus.Failed => "red",
            _ => "yellow",
        };
        console.MarkupLine($"[bold]{Markup.Escape(result.Cell.Title)}[/] [grey]({Markup.Escape(result.Cell.Id)})[/]");
        console.MarkupLine($"[{color}]{Markup.Escape(StatusWords.Text(result.Status))}[/]: {Markup.Escape(result.Reason)}");
        console.MarkupLine($"[bold]{Markup.Escape(result.Diagnosis)}[/]");
        var figures = KeyFigures.Of(result);
        var side = figures.IsDischarge ? "delivered" : "taken";
        console.WriteLine(
            $"capacity {side} {Numbers.Text(figures.ArealCapacity(result.Cell) / Numbers.PerArealCapacity)} mAh/cm2 ({Numbers.Text(figures.Capacity / 3.6)} mAh), " +
            $"energy {Numbers.Text(figures.Energy / 3.6)} mWh, mean voltage {Numbers.Text(figures.MeanVoltage)} V, " +
            $"{Numbers.Duration(figures.Duration)}, mean temperature {Numbers.Text(figures.MeanTemperature - 273.15)} degC");
        foreach (var sudden in result.Ageing?.Events.Take(MostEvents) ?? [])
        {
            console.WriteLine(AgeingWords.Line(sudden));
        }

        console.WriteLine();
    }

    private static void WriteSteps(IAnsiConsole console, SimulationResult result)
    {
        var table = PlainTable.New("step", "#duration", "#V", "#mA/cm2", "#mAh/cm2", "ended by");

        // Of many cycles the table of cycles tells more.
        int most = result.Cycles.Count > MostRows ? FewRows : MostRows;
        foreach (var step in Ends(result.Steps, table, 6, most))
        {
            table.AddRow(
                Markup.Escape(step.Text),
                Numbers.Duration(step.Time.End - step.Time.Start),
                $"{Numbers.Text(step.Voltage.Start)} > {Numbers.Text(step.Voltage.End)}",
                $"{Numbers.Text(step.Current.Start / result.Cell.Area / 10, 3)} > {Numbers.Text(step.Current.End / result.Cell.Area / 10, 3)}",
                Numbers.Text(step.Capacity / result.Cell.Area / Numbers.PerArealCapacity),
                Markup.Escape(step.EndedBy));
        }

        console.Write(table);
    }

    /// <summary>Prints cycles that discharge, of many some; nothing where there is only one.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="cycles">The cycles, without one in which the run broke off.</param>
    /// <param name="area">Geometric area, m2.</param>
    /// <param name="count">Number of cycles of the run.</param>
    internal static void WriteCycles(IAnsiConsole console, IReadOnlyList<CycleResult> cycles, double area, int count)
    {
        if (cycles.Count < 2)
        {
            return;
        }

        // None is told of a stack.
        var hasResistance = cycles.Any(c => double.IsFinite(c.Resistance));
        var table = PlainTable.New(["#cycle", "#discharge / mAh/cm2", "#charge / mAh/cm2", "#energy / mWh/cm2", "#efficiency / %", .. hasResistance ? ["#R / ohm cm2"] : Array.Empty<string>(), "#end / V"]);
        foreach (var cycle in Spread(cycles))
        {
            table.AddRow([
                cycle.Number.ToString(CultureInfo.InvariantCulture) + (cycle.IsSimulated ? "" : " *"),
                Numbers.Text(cycle.Discharge / area / Numbers.PerArealCapacity),
                Numbers.Text(cycle.Charge / area / Numbers.PerArealCapacity),
                Numbers.Text(cycle.DischargeEnergy / area / Numbers.PerArealCapacity),
                Numbers.Text(100 * cycle.CoulombicEfficiency, 5),
                .. hasResistance ? [Numbers.Text(cycle.Resistance * area * 1e4)] : Array.Empty<string>(),
                Numbers.Text(cycle.EndVoltage),
            ]);
        }

        console.Write(table);
        if (cycles.Count > MostRows)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"({count} cycles; all of them in cycles.csv: --out)"));
        }
    }

    private static void WriteLight(IAnsiConsole console, SimulationResult result)
    {
        if (result.Light is not { Steps.Count: > 0 } light)
        {
            return;
        }

        var table = PlainTable.New("where the light went", "#mWh/cm2", "#share / %");
        foreach (var flow in LightFlows.Of(light))
        {
            table.AddRow(flow.Name, Numbers.Text(flow.Energy / result.Cell.Area / Numbers.PerArealCapacity), Numbers.Text(100 * flow.Energy / light.LightEnergy, 3));
        }

        console.Write(table);
    }

    private static void WriteLosses(IAnsiConsole console, SimulationResult result)
    {
        var losses = LossSummary.Of(result);
        if (losses.Count == 0)
        {
            return;
        }

        string when = result.LastCycle is { } last ? $" in cycle {last.Cycles[^1].Number}" : "";
        var table = PlainTable.New($"what costs voltage{when}", "#mean / mV", "#at the end / mV", "#share / %");
        foreach (var loss in losses.OrderByDescending(l => l.Energy))
        {
            table.AddRow(
                Markup.Escape(loss.Name),
                Numbers.Fixed(loss.Mean * 1000),
                Numbers.Fixed(loss.End * 1000),
                Numbers.Fixed(loss.Share * 100));
        }

        console.Write(table);
    }

    private static void WriteBalances(IAnsiConsole console, SimulationResult result)
    {
        var table = PlainTable.New("conserved", "#at the start", "#at the end", "unit", "#relative error");
        foreach (var balance in result.Balances)
        {
            table.AddRow(
                Markup.Escape(balance.Name), Numbers.Text(balance.Start, 7), Numbers.Text(balance.End, 7), Markup.Escape(balance.Unit), Numbers.Text(balance.RelativeError, 2));
            foreach (var pool in LithiumPools.Of(result, balance))
            {
                table.AddRow($"  {Markup.Escape(pool.Name)}", Numbers.Text(Numbers.WithoutResidue(pool.Start, balance.Start), 7), Numbers.Text(Numbers.WithoutResidue(pool.End, balance.End), 7), Markup.Escape(balance.Unit), "");
            }
        }

        console.Write(table);
    }

    private static void WriteAssumptions(IAnsiConsole console, CellDescription cell)
    {
        var assumed = cell.Values.Where(v => v.Role == ValueRole.Assumed).ToList();
        if (assumed.Count > 0)
        {
            const int Named = 5;
            var names = string.Join(", ", assumed.Take(Named).Select(v => $"{v.Path} = {v.Text}"));
            var more = assumed.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {assumed.Count - Named} more (all in the report: --out)") : "";
            console.WriteLine($"{assumed.Count} assumed value{(assumed.Count == 1 ? "" : "s")}: {names}{more}");
        }
    }

    /// <summary>All items of a short list; of a long one its ends, with a row of dots that tells how many are left out.</summary>
    internal static IEnumerable<T> Ends<T>(IReadOnlyList<T> items, Table table, int columns, int most)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items.Count > most && i == most / 2)
            {
                var skipped = items.Count - most;
                table.AddRow([string.Create(CultureInfo.InvariantCulture, $"... {skipped} more"), .. Enumerable.Repeat("", columns - 1)]);
                i += skipped;
            }

            yield return items[i];
        }
    }

    /// <summary>All cycles of a short run; of a long one the first two, the last two, and those at or after round numbers between.</summary>
    private static IEnumerable<CycleResult> Spread(IReadOnlyList<CycleResult> cycles)
    {
        if (cycles.Count <= MostRows)
        {
            return cycles;
        }

        int last = cycles[^1].Number;
        long stride = RoundSteps().First(s => last / s <= MostRows - 4);
        return cycles.Where((c, i) => i < 2 || i >= cycles.Count - 2 || c.Number / stride > cycles[i - 1].Number / stride);
    }

    // 1, 2, 5, 10, 20, 50 ...
    private static IEnumerable<long> RoundSteps()
    {
        for (long ten = 1; ; ten *= 10)
        {
            yield return ten;
            yield return 2 * ten;
            yield return 5 * ten;
        }
    }
}
