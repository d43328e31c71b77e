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
        double[] capacities = [.. result.Cycles.Where(c => c.Discharge > 0).Select(c => c.Discharge)];
        if (capacities.Length == 0)
        {
            throw new MeasurementException($"the run of {result.Cell.Id} has no discharge: {result.Reason}");
        }

        double end = EndOfLife * capacities[0];
        int below = Array.FindIndex(capacities, c => c < end);
        return below < 0 ? capacities.Length : below + ((capacities[below - 1] - end) / (capacities[below - 1] - capacities[below]));
    })
    {
        OfShortRuns = true,
    };
}
