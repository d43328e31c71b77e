using Ionolith.Cells.Simulation;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Cycles until a discharge delivers 80 % of the first one; all that were run where none has fallen so low.</summary>
/// <remarks>Between the last discharge above and the first below, the straight line counts. A cell that ends before has lived until then.</remarks>
internal static class CycleLife
{
    private const double EndOfLife = 0.8;

    public static readonly RunFigure Figure = new("cycle-life", static _ => QuantityKinds.Number, static (result, _) =>
    {
        CycleResult[] cycles = [.. result.Cycles.Where(c => c.Discharge > 0)];
        if (cycles.Length == 0)
        {
            throw new MeasurementException($"the run of {result.Cell.Id} has no discharge: {result.Reason}");
        }

        // Of very many cycles not all are in memory.
        bool all = result.Cycles.Count == result.CycleCount;
        double end = EndOfLife * cycles[0].Discharge;
        int below = Array.FindIndex(cycles, c => c.Discharge < end);
        return below < 0 ? Count(cycles.Length - 1)
            : Count(below - 1) + ((Count(below) - Count(below - 1)) * (cycles[below - 1].Discharge - end) / (cycles[below - 1].Discharge - cycles[below].Discharge));

        double Count(int i) => all ? i + 1 : cycles[i].Number;
    })
    {
        OfShortRuns = true,
    };
}
