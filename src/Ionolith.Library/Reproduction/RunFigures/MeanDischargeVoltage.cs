using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Mean voltage of the last discharge over its charge: energy over capacity.</summary>
internal static class MeanDischargeVoltage
{
    public static readonly RunFigure Figure = new("mean-discharge-voltage", static _ => QuantityKinds.Voltage, static (result, _) =>
    {
        var last = Stretch.Last(result, discharge: true);
        return last.Energy / last.Capacity;
    });
}
