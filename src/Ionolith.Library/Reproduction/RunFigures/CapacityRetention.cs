using Ionolith.Cells.Simulation;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Capacity of the last discharge over that of the first full one.</summary>
internal static class CapacityRetention
{
    public static readonly RunFigure Figure = new("capacity-retention", static _ => QuantityKinds.Number, static (result, _) =>
    {
        var stretches = Stretch.Of(result);
        var discharges = stretches.Where(s => s.IsDischarge).ToList();
        int first = discharges.Count > 2 && stretches[0].IsDischarge && !FullDischarge.IsFull(discharges[0].Capacity, discharges[1].Capacity) ? 1 : 0;
        return discharges.Count > 1
            ? discharges[^1].Capacity / discharges[first].Capacity
            : throw new MeasurementException($"the run of {result.Cell.Id} has fewer than two discharges: {result.Reason}");
    });
}
