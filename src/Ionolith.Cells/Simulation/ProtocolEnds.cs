using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;

namespace Ionolith.Cells.Simulation;

/// <summary>Ends of a whole protocol.</summary>
internal static class ProtocolEnds
{
    /// <summary>Those that watch the voltage of a cell.</summary>
    /// <param name="model">The cell.</param>
    /// <param name="protocol">The protocol.</param>
    public static IEnumerable<LimitMonitor> OfVoltage(CellModel model, Protocol protocol)
    {
        foreach (Termination end in protocol.Termination.Where(t => t.Kind is TerminationKind.Voltage or TerminationKind.VoltageRise))
        {
            bool rises = end.Kind == TerminationKind.VoltageRise;
            yield return LimitMonitor.General(StepEnd.Terminated, $"voltage {(rises ? "rose" : "fell")} to {end.Text}", model.Parts.Layout.Voltage, end.Value, rises);
        }
    }

    /// <summary>Time at which it ends, s; infinite: never.</summary>
    /// <param name="protocol">The protocol.</param>
    public static double TotalTime(Protocol protocol) =>
        protocol.Termination.Where(t => t.Kind == TerminationKind.Time).Select(t => t.Value).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>The end that a cycle has reached: its discharge against the first one's or against a value.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="first">Charge of the first discharge, C; NaN before it.</param>
    /// <param name="discharge">Charge of this one, C.</param>
    /// <param name="energy">Its energy, J.</param>
    /// <returns>The end; null: none.</returns>
    public static Termination? OfCycle(Protocol protocol, double first, double discharge, double energy) => protocol.Termination.FirstOrDefault(end => end.Kind switch
    {
        TerminationKind.CapacityShare => discharge > 0 && discharge <= end.Value * first,
        TerminationKind.Capacity => discharge > 0 && discharge <= end.Value,
        TerminationKind.Energy => energy > 0 && energy <= end.Value,
        _ => false,
    });
}
