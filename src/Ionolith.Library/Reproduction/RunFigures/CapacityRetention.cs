using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Capacity of the last discharge over that of the first.</summary>
internal static class CapacityRetention
{
    public static readonly RunFigure Figure = new("capacity-retention", static _ => QuantityKinds.Number, static (result, _) =>
    {
        var discharges = Stretch.Of(result).Where(s => s.IsDischarge).ToList();
        return discharges.Count > 1
            ? discharges[^1].Capacity / discharges[0].Capacity
            : throw new MeasurementException($"the run of {result.Cell.Id} has fewer than two discharges: {result.Reason}");
    });
}
