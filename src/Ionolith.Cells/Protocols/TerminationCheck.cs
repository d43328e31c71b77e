using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Protocols;

/// <summary>Whether the ends of a protocol, and of its steps, can come.</summary>
public static class TerminationCheck
{
    /// <summary>Ends that never come, whatever the cell does, and ends that come at once.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="protocol">The protocol.</param>
    /// <returns>Sentences with advice, all of them; empty: none.</returns>
    public static IReadOnlyList<string> Problems(CellDescription cell, Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(protocol);
        return [.. protocol.Termination.Select(end => Problem(cell, protocol, end)).OfType<string>(), .. Temperatures(cell, protocol)];
    }

    // The temperature of a cell without a balance of heat is what the protocol says.
    private static IEnumerable<string> Temperatures(CellDescription cell, Protocol protocol) => cell.Heat is not null ? [] : protocol.Cycles.SelectMany(c => c.Steps)
        .SelectMany(step => step.Limits.Where(l => l.Kind == LimitKind.Temperature).Select(limit => (step.Text, Limit: limit.Text))).Distinct()
        .Select(s => $"'{s.Text}': the cell never comes to {s.Limit}, because '{cell.Id}' is isothermal: give it heat: with capacity and transfer, or the step another end");

    private static string? Problem(CellDescription cell, Protocol protocol, Termination end)
    {
        bool ofCycles = end.Kind is TerminationKind.CapacityShare or TerminationKind.Capacity or TerminationKind.Energy;
        if (ofCycles && !protocol.Cycles.Any(Discharges))
        {
            return $"the end '{end.Text}' never comes: it looks at what a cycle discharges, and no step of the protocol discharges";
        }

        return end.Kind switch
        {
            TerminationKind.CapacityShare when end.Value >= 1 => $"the end '{end.Text}' comes with the first cycle: it is a share of what that discharges; give one below 100 %, such as '80 % capacity'",
            TerminationKind.CapacityShare when protocol.Cycles.Where(Discharges).Sum(c => (long)c.Repetitions) < 2 =>
                $"the end '{end.Text}' never comes: it compares cycles with the first one, and the protocol discharges only once; repeat it, such as 'Repeat 500 times: Discharge at 1C until 2.5 V; Charge at 1C until 4.2 V'",
            TerminationKind.Short when !cell.Layers.OfType<LithiumMetal>().Any(l => l.Ageing.OfType<FilamentLaw>().Any()) =>
                $"the end '{end.Text}' never comes: nothing in '{cell.Id}' can short it; give a lithium-metal layer filament-fracture (ceramic, glass) or filament-polymer (polymer, gel) under ageing:",
            _ => null,
        };
    }

    private static bool Discharges(Cycle cycle) => cycle.Steps.Any(s => s.Control.Kind switch
    {
        ControlKind.Rest => false,
        ControlKind.Current or ControlKind.CRate or ControlKind.ArealCurrent or ControlKind.Power => s.Control.Profile is not null || s.Control.Value > 0,
        _ => true,
    });
}
