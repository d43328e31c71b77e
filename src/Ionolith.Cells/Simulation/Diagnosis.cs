using Ionolith.Cells.Light;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>What limits the cell, in plain words.</summary>
internal static class Diagnosis
{
    // Less than this share of the nominal capacity is not told: it is rounding, or no loss that anybody sees.
    private const double Nothing = 1e-9;
    private const double SmallLeak = 1e-3;

    // Relative difference below which two charges are the same one.
    private const double Alike = 1e-6;

    /// <summary>What has passed beside the terminals in the dark; empty where next to nothing has.</summary>
    /// <param name="result">The run.</param>
    public static string OfLeak(SimulationResult result)
    {
        double share = result.Leaked / result.Cell.NominalCapacity;
        return result.Light is not null || Math.Abs(share) < SmallLeak ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $" {result.Leaked / result.Cell.Area / 36_000:0.####} mAh/cm2 passed beside the terminals, through the leak: {share * 100:0.#} % of the nominal capacity.");
    }

    /// <summary>One or two sentences on the largest current of the run: which loss costs most on average, and what ended it.</summary>
    /// <param name="result">The run, with all its rows.</param>
    /// <param name="ofLastCycle">Whether it is said of the last cycle that discharges, as of a run that tells of the life of a cell.</param>
    public static string Of(SimulationResult result, bool ofLastCycle)
    {
        int last = ofLastCycle ? result.Steps.Where(s => s.Capacity > 0).Select(s => s.Cycle).DefaultIfEmpty(0).Max() : 0;
        IReadOnlyList<StepResult> steps = last == 0 ? result.Steps : [.. result.Steps.Where(s => s.Cycle == last)];
        string electrical = OfCurrent(result.Cell, result.Series, result.Options.Rows == OutputRows.Every ? result.Losses : null, steps);
        return result.Light is not { Steps.Count: > 0 } light ? electrical
            : result.Steps.All(s => s.Capacity == 0) ? LightWords.Sentence(result.Cell, light)
            : $"{electrical} {LightWords.Sentence(result.Cell, light)}";
    }

    private static string OfCurrent(CellDescription cell, TimeSeries series, LossSeries? losses, IReadOnlyList<StepResult> steps)
    {
        StepResult? main = Main(cell, steps);
        if (main is null)
        {
            return "No charge was moved at the terminals.";
        }

        int[] rows = [.. Enumerable.Range(0, series.Count).Where(i => series.Step[i] == main.Number)];
        if (rows.Length < 2 || losses is null)
        {
            return $"{Delivered(cell, main, steps)}.";
        }

        double sign = main.Capacity > 0 ? 1 : -1;
        (string Name, double Mean, double End)[] ranked = [.. losses.Names.Select((name, i) =>
            (name, sign * Mean(series, losses.Values[i], rows), sign * losses.Values[i][rows[^1]])).OrderByDescending(l => l.Item2)];
        double total = ranked.Sum(l => l.Mean);
        (string Name, double Mean, double End) first = ranked[0];
        string share = total > 0 ? $" of {total * 1e3:0.#} mV" : "";
        string sentence = $"{Delivered(cell, main, steps)}; its largest loss is {LossWords.Plain(first.Name)}, {first.Mean * 1e3:0.#} mV{share} on average";
        (string Name, double Mean, double End) last = ranked.OrderByDescending(l => l.End).First();
        double open = series.OpenCircuitVoltage[rows[^1]], allEnd = ranked.Sum(l => l.End);
        if (main.EndedBy.Contains("voltage", StringComparison.Ordinal) && allEnd > 0)
        {
            string cause = allEnd < 0.1
                ? $"the hosts had nothing more to give at this voltage: {allEnd * 1e3:0} mV from equilibrium"
                : $"{LossWords.Plain(last.Name)} had grown to {last.End * 1e3:0} mV, with {Math.Abs(open - main.Voltage.End) * 1e3:0} mV between open-circuit and terminal voltage";
            sentence += $". It ended because {cause}";
        }

        return $"{sentence}.";
    }

    // The step that moved most; of those that moved as much, a discharge first, and the first one, so that rounding decides nothing.
    private static StepResult? Main(CellDescription cell, IReadOnlyList<StepResult> steps)
    {
        StepResult[] moving = [.. steps.Where(s => s.Time.End > s.Time.Start && Math.Abs(s.Capacity) > Nothing * cell.NominalCapacity)];
        double most = moving.Select(s => Math.Abs(s.Capacity)).DefaultIfEmpty(0).Max();
        return moving.Where(s => Math.Abs(s.Capacity) >= (1 - Alike) * most).OrderBy(s => s.Capacity < 0).ThenBy(s => s.Number).FirstOrDefault();
    }

    private static string Delivered(CellDescription cell, StepResult step, IReadOnlyList<StepResult> steps)
    {
        double share = Math.Abs(step.Capacity) / cell.NominalCapacity, hours = (step.Time.End - step.Time.Start) / 3600;
        double rate = share / hours;
        string verb = step.Capacity > 0 ? "delivers" : "takes";
        string when = step.Cycle > 1 || steps[^1].Cycle > 1 ? $"In cycle {step.Cycle}, at" : "At";
        return $"{when} a mean of {rate:0.##}C the cell {verb} {share * 100:0.#} % of its nominal capacity";
    }

    private static double Mean(TimeSeries series, double[] values, int[] rows)
    {
        double sum = 0;
        for (int k = 1; k < rows.Length; k++)
        {
            sum += 0.5 * (values[rows[k]] + values[rows[k - 1]]) * (series.Time[rows[k]] - series.Time[rows[k - 1]]);
        }

        return sum / (series.Time[rows[^1]] - series.Time[rows[0]]);
    }
}
