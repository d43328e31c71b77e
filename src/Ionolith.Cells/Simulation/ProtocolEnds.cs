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

    /// <summary>One sentence on a protocol that has come to its own end.</summary>
    /// <param name="where">Where in the protocol.</param>
    /// <param name="end">The end.</param>
    public static string Told(string where, string end) => $"The protocol's own end was reached {where}: {end}.";

    /// <summary>One sentence on a protocol that has come to its own end after a cycle.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="first">Charge of the first full discharge, C; NaN before it.</param>
    /// <param name="cycle">The cycle.</param>
    /// <returns>The sentence; null: it goes on.</returns>
    public static string? After(Protocol protocol, double first, CycleResult cycle) => OfCycle(protocol, first, cycle.Discharge, cycle.DischargeEnergy) is { } end
        ? Told(string.Create(CultureInfo.InvariantCulture, $"after cycle {cycle.Number}"), end.Text)
        : null;

    // The discharge of a cycle against the first full one or against a value.
    private static Termination? OfCycle(Protocol protocol, double first, double discharge, double energy) => protocol.Termination.FirstOrDefault(end => end.Kind switch
    {
        TerminationKind.CapacityShare => discharge > 0 && discharge <= end.Value * first,
        TerminationKind.Capacity => discharge > 0 && discharge <= end.Value,
        TerminationKind.Energy => energy > 0 && energy <= end.Value,
        _ => false,
    });
}
