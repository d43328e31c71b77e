namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Charge that the last discharge delivers.</summary>
internal static class DischargeCapacity
{
    public static readonly RunFigure Figure = new(
        "discharge-capacity",
        Capacities.Kind,
        static (result, basis) => basis.Related(Stretch.Last(result, discharge: true).Capacity, result.Cell));
}
