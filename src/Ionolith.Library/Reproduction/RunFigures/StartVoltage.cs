using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Voltage at which the last discharge starts, under load.</summary>
internal static class StartVoltage
{
    public static readonly RunFigure Figure =
        new("start-voltage", static _ => QuantityKinds.Voltage, static (result, _) => Stretch.Last(result, discharge: true).StartVoltage);
}
