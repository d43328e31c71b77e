namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Charge that the last charge takes.</summary>
internal static class ChargeCapacity
{
    public static readonly RunFigure Figure = new(
        "charge-capacity",
        Capacities.Kind,
        static (result, basis) => basis.Related(Stretch.Last(result, discharge: false).Capacity, result.Cell));
}
