using Ionolith.Cells.Ageing;
using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.LongRuns;

/// <summary>What has become of a cell in a long run, in plain words.</summary>
internal static class LongRunDiagnosis
{
    private const double Percent = 100;
    private const double SmallestLoss = 1e-4;
    private const double SmallestShare = 0.02;

    /// <summary>One or a few sentences; empty where the run is not long or nothing ages.</summary>
    /// <param name="result">The run, without its diagnosis.</param>
    public static string Of(SimulationResult result)
    {
        if (result.Ageing is not { Cycle.Count: > 1 } ageing)
        {
            return "";
        }

        CycleResult[] discharging = [.. result.Cycles.Where(c => c.Discharge > 0)];
        if (discharging.Length == 0)
        {
            return $"In {TimeText.Of(ageing.Time[^1])} at rest {Grown(ageing)}.";
        }

        if (discharging.Length > 1 && discharging[^1] == result.Cycles[^1] && (result.Status != SimulationStatus.Completed || !discharging[^1].IsWhole))
        {
            // The run broke off in it.
            discharging = discharging[..^1];
        }

        return discharging.Length < 2 || !FullDischarge.IsWorthwhile(FullDischarge.First(discharging)!.Discharge, result.Cell.NominalCapacity) ? "" : Retention(result, discharging) + Causes(result.Attribution) + Error(result.Acceleration);
    }

    private static string Retention(SimulationResult result, CycleResult[] cycles)
    {
        (CycleResult first, CycleResult last) = (FullDischarge.First(cycles)!, cycles[^1]);
        string which = first == cycles[0] ? "first discharge" : string.Create(CultureInfo.InvariantCulture, $"first full discharge, that of cycle {first.Number}");
        double area = result.Cell.Area * 36_000, ohms = result.Cell.Area * 1e4;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"After {last.Number} cycles the cell delivers {last.Discharge / first.Discharge * Percent:0.0#} % of its {which} ({first.Discharge / area:0.###} to {last.Discharge / area:0.###} mAh/cm2)");

        // The first discharge begins from the cell as described, the others from a charge: their resistances are at other stoichiometries.
        CycleResult early = cycles[1];
        return cycles.Length > 2 && double.IsFinite(early.Resistance) && double.IsFinite(last.Resistance)
            ? string.Create(CultureInfo.InvariantCulture, $"{text}; its resistance went from {early.Resistance * ohms:0.#} (cycle {early.Number}) to {last.Resistance * ohms:0.#} ohm cm2")
            : text;
    }

    private static string Causes(CapacityAttribution? why)
    {
        if (why is null || Math.Abs(why.Lost) < SmallestLoss * why.Fresh)
        {
            return why is null ? "." : ". Ageing has not cost it any capacity.";
        }

        string parts = string.Join(", ", why.Causes.Where(c => Math.Abs(c.Gain / why.Lost) >= SmallestShare).Select(c => $"{Points(c.Gain)} by {c.Effect} at '{c.Place}'"));
        string rest = Math.Abs(why.Together / why.Lost) >= SmallestShare ? $", {Points(why.Together)} because these act together" : "";
        return why.Lost < 0
            ? $". In cycle {why.Cycle} it delivers {Points(-why.Lost)} % more than a fresh cell would."
            : $". Ageing costs {Points(why.Lost)} % of what the fresh cell would deliver in cycle {why.Cycle}{(parts.Length + rest.Length > 0 ? ": " : "")}{parts}{(parts.Length > 0 ? rest : rest.TrimStart(',', ' '))}.";

        string Points(double charge) => (charge / why.Fresh * Percent).ToString("0.0#", CultureInfo.InvariantCulture);
    }

    private static string Error(AccelerationReport? acceleration)
    {
        if (acceleration is not { Extrapolated: > 0 } a)
        {
            return "";
        }

        string more = a.EstimatedError > a.AllowedError ? string.Create(CultureInfo.InvariantCulture, $", more than the {a.AllowedError * Percent:0.##} % that were aimed at") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $" {a.Extrapolated} of {a.Extrapolated + a.Simulated} cycles were extrapolated; the capacity at the end may be off by {a.EstimatedError * Percent:0.0##} % of the first discharge, the course by {Cycles(a.EstimatedShift)}{more}.");
    }

    private static string Cycles(double count) => count.ToString("0.#", CultureInfo.InvariantCulture) is var text && text is "1" ? "1 cycle" : $"{text} cycles";

    private static string Grown(AgeingSeries ageing)
    {
        IEnumerable<string> grown = ageing.Columns.Where(c => c.Values[^1] != c.Values[0])
            .Select(c => $"the {c.Name} at '{c.Place}' went from {QuantityFormat.ToText(c.Values[0], c.Kind)} to {QuantityFormat.ToText(c.Values[^1], c.Kind)}");
        return string.Join(", ", grown) is { Length: > 0 } text ? text : "nothing has aged";
    }
}
