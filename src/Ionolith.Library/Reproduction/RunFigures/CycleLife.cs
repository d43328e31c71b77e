using System.Globalization;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Cycles until a discharge delivers 80 % of the first full one; all that were run where none has fallen so low.</summary>
/// <remarks>Between the last discharge above and the first below, the straight line counts. A cell that ends before has lived until then.</remarks>
internal static class CycleLife
{
    private const double EndOfLife = 0.8;

    // Shares of the lost capacity that are not worth telling.
    private const double SmallestShare = 0.02;

    public static readonly RunFigure Figure = new("cycle-life", static _ => QuantityKinds.Number, static (result, _) =>
    {
        CycleResult[] cycles = Discharging(result);

        // Of very many cycles not all are in memory.
        bool all = result.Cycles.Count == result.CycleCount;
        double end = EndOfLife * FullDischarge.First(cycles)!.Discharge;
        int below = Below(cycles);
        return below < 0 ? Count(cycles.Length - 1)
            : Count(below - 1) + ((Count(below) - Count(below - 1)) * (cycles[below - 1].Discharge - end) / (cycles[below - 1].Discharge - cycles[below].Discharge));

        double Count(int i) => all ? i + 1 : cycles[i].Number;
    })
    {
        OfShortRuns = true,
        Detail = static result => $"{How(result)}{Why(result.Attribution)}",
    };

    private static string How(SimulationResult result)
    {
        CycleResult[] cycles = Discharging(result);
        return Below(cycles) is >= 0 and var below ? string.Create(CultureInfo.InvariantCulture, $"less than 80 % from cycle {cycles[below].Number} on")
            : result.Status == SimulationStatus.CellLimit ? $"more than 80 % to the end. {result.Reason.TrimEnd('.')}"
            : "more than 80 % to the end of the test";
    }

    // What the capacity that is missing at the end of the run is missing for.
    private static string Why(CapacityAttribution? why)
    {
        if (why is not { Lost: > 0 })
        {
            return "";
        }

        var causes = why.Causes.Where(c => c.Gain > SmallestShare * why.Lost)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Gain / why.Lost:0 %} by {c.Effect} at '{c.Place}'"));
        return string.Create(CultureInfo.InvariantCulture, $"; what is lost by cycle {why.Cycle}: {string.Join(", ", causes)}");
    }

    private static CycleResult[] Discharging(SimulationResult result)
    {
        CycleResult[] cycles = [.. result.Cycles.Where(c => c.Discharge > 0)];
        return cycles.Length > 0 ? cycles : throw new MeasurementException($"the run of {result.Cell.Id} has no discharge: {result.Reason}");
    }

    private static int Below(CycleResult[] cycles)
    {
        CycleResult first = FullDischarge.First(cycles)!;
        return Array.FindIndex(cycles, c => c.Number > first.Number && c.Discharge < EndOfLife * first.Discharge);
    }
}
