using Ionolith.Cells.Ageing;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;

namespace Ionolith.Reports.LongRuns;

/// <summary>What a run says of ageing and heat, as rows of words for a terminal and for a page.</summary>
internal static class LifeRows
{
    private const double SmallestGain = 1e-5;
    private const double SmallestState = 1e-6;

    /// <summary>Headings of <see cref="States"/>.</summary>
    public static IReadOnlyList<string> StateHeadings => ["what ages", "where", "#fresh", "#at the end"];

    /// <summary>Headings of <see cref="Causes"/>.</summary>
    public static IReadOnlyList<string> CauseHeadings => ["why the capacity falls", "where", "#mAh/cm2", "#% of fresh"];

    /// <summary>Headings of <see cref="Heat"/>.</summary>
    public static IReadOnlyList<string> HeatHeadings => ["heat and its limit", "#value", "meaning"];

    /// <summary>Each slow state and what it does, fresh and at the end.</summary>
    public static IEnumerable<string[]> States(SimulationResult result) => (result.Ageing?.Columns ?? []).Select(c => (string[])
        [c.Name, c.Place, State(c, c.Values[0]), State(c, c.Values[^1])]);

    /// <summary>Each cause of the loss of capacity.</summary>
    public static IEnumerable<string[]> Causes(SimulationResult result)
    {
        if (result.Attribution is not { } why)
        {
            yield break;
        }

        foreach (var cause in why.Causes)
        {
            yield return [cause.Effect, cause.Place, PerArea(cause.Gain), Share(cause.Gain)];
        }

        if (why.Causes.Count > 1)
        {
            yield return ["acting together", "", PerArea(why.Together), Share(why.Together)];
        }

        yield return ["all of it", "", PerArea(why.Lost), Share(why.Lost)];

        // The ends of the discharges that are compared are known to so much.
        double Gain(double charge) => Math.Abs(charge) < SmallestGain * why.Fresh ? 0 : charge;
        string PerArea(double charge) => Numbers.Text(Gain(charge) / result.Cell.Area / Numbers.PerArealCapacity, 3);
        string Share(double charge) => Numbers.Text(100 * Gain(charge) / why.Fresh, 3);
    }

    // Where nothing in the column is larger than this, in SI, all of it is what rounding left.
    private static string State(AgeingColumn column, double value) =>
        QuantityFormat.ToText(Numbers.WithoutResidue(value, Math.Max(column.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max(), SmallestState)), column.Kind);

    /// <summary>What was compared to find the causes.</summary>
    public static string CauseNote(CapacityAttribution why) => string.Create(
        CultureInfo.InvariantCulture,
        $"Cycle {why.Cycle} was run again with each effect of ageing switched back in turn, ageing standing still, twice: once to settle, once to count. A row is what the cell delivers more then.");

    /// <summary>What an accelerated run has skipped; empty where nobody asked.</summary>
    public static string Acceleration(AccelerationReport? report) => report switch
    {
        null => "",
        { Refusal.Length: > 0 } => $"--accelerate: {report.Refusal}.",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Simulated} cycles were simulated and {report.Extrapolated} extrapolated, in {report.Spans.Count} jumps; {report.Tried} more were simulated for jumps that were not taken. Estimated error of the capacity at the end: {Numbers.Text(100 * report.EstimatedError, 2)} % of the first discharge (aim {Numbers.Text(100 * report.AllowedError, 2)} %), {Numbers.Text(report.EstimatedShift, 2)} cycles."),
    };

    /// <summary>Heat released against heat shed.</summary>
    public static IEnumerable<string[]> Heat(ThermalSummary heat)
    {
        yield return ["highest temperature", Celsius(heat.PeakTemperature), $"after {Numbers.Duration(heat.PeakTime)}"];
        yield return ["most heat released", $"{Numbers.Text(heat.PeakHeat / 10, 3)} mW/cm2", "mean over a time step"];
        yield return ["limit", Celsius(heat.LimitTemperature), heat.LimitReason];
        if (double.IsNaN(heat.LimitTemperature))
        {
            yield break;
        }

        yield return ["heat shed at the limit", $"{Numbers.Text(heat.HeatShed / 10, 3)} mW/cm2", "to the surroundings"];
        yield return ["abuse index", Number(heat.AbuseIndex), heat.AbuseIndex > 1 ? "most heat released over heat shed at the limit: held, it passes the limit" : "most heat released over heat shed at the limit: held for ever, it stays below"];
        yield return ["settles at", Celsius(heat.SettlingTemperature), "if it released its most heat for ever"];
        yield return ["time to the limit", double.IsInfinity(heat.TimeToLimit) ? "never" : Numbers.Duration(heat.TimeToLimit), "from the surroundings' temperature, at its most heat"];
        yield return ["limit reached in the run", double.IsNaN(heat.ReachedAt) ? "no" : $"after {Numbers.Duration(heat.ReachedAt)}", ""];
        yield return ["rise without cooling", double.IsNaN(heat.AdiabaticRise) ? "-" : $"{Numbers.Text(heat.AdiabaticRise, 3)} K", "if all energy of the largest discharge stayed in the cell as heat"];
    }

    private static string Celsius(double kelvin) => double.IsInfinity(kelvin) ? "no end" : double.IsNaN(kelvin) ? "-" : $"{Numbers.Text(kelvin - 273.15)} degC";

    private static string Number(double value) => double.IsInfinity(value) ? "no end" : Numbers.Text(value, 3);
}
