using Ionolith.Cells.Ageing;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Protocols;

/// <summary>Whether a cell can answer to the pressures of a protocol.</summary>
public static class PressureCheck
{
    /// <summary>What stands against pressing a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="protocol">The protocol.</param>
    /// <returns>Sentences with advice; empty where the protocol does not press, or the cell has a law that knows the pressure.</returns>
    public static IReadOnlyList<string> Problems(CellDescription cell, Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(protocol);
        if (protocol.Cycles.SelectMany(c => c.Steps).FirstOrDefault(s => s.Pressure is not null) is not { } step
            || LawsOf(cell).Any(law => law.Card.FollowsPressure))
        {
            return [];
        }

        string laws = string.Join(", ", AgeingLaws.All.Where(c => c.FollowsPressure).Select(c => c.Law));
        return [$"'{step.Text}': nothing in '{cell.Id}' knows the pressure, so that pressing would change nothing; give an interface one of the laws that do ({laws}) under ageing:"];
    }

    private static IEnumerable<AgeingMechanism> LawsOf(CellDescription cell) =>
    [
        .. cell.Layers.OfType<LithiumMetal>().SelectMany(l => l.Ageing),
        .. cell.Layers.OfType<PorousElectrode>().SelectMany(e => e.ActivePhases).SelectMany(p => p.Ageing),
        .. cell.Contacts.SelectMany(c => c.Ageing),
    ];
}
