namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>All figures that a claim can ask of a run.</summary>
internal static class KnownFigures
{
    public static IReadOnlyList<RunFigure> All { get; } =
    [
        DischargeCapacity.Figure, ChargeCapacity.Figure, CapacityRetention.Figure, CycleLife.Figure, MeanDischargeVoltage.Figure, StartVoltage.Figure, DischargeEnergy.Figure,
        LithiumShare.Figure, StateOfCharge.Figure,
    ];
}
