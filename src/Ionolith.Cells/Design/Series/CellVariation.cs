using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design.Series;

/// <summary>Cells that differ as those of a production, and those of them that do not.</summary>
internal static class CellVariation
{
    /// <summary>Whether two cells are alike in everything, so that what is done to one is done to the other.</summary>
    public static bool AreAlike(CellDescription a, CellDescription b) =>
        a.Layers.SequenceEqual(b.Layers) && a.Contacts.SequenceEqual(b.Contacts) && a with { Layers = b.Layers, Contacts = b.Contacts } == b;

    /// <summary>Draws a cell.</summary>
    public static CellDescription Varied(CellDescription cell, CellSpread spread, Random random)
    {
        double resistance = 1 + (spread.Resistance * Normal(random));
        Layer[] layers = [.. cell.Layers.Select(l => l switch
        {
            PorousElectrode e => e with { Thickness = e.Thickness * (1 + (spread.Capacity * Normal(random))) },
            ElectrolyteLayer e => e with { Thickness = e.Thickness * resistance },
            _ => l,
        })];
        double leak = spread.Leak > 0 ? Math.Max(0, 1 + (spread.Leak * Normal(random))) : 1;
        return cell with
        {
            Layers = layers,
            Contacts = [.. cell.Contacts.Select(c => c with { Resistance = c.Resistance * resistance })],
            LeakResistance = cell.LeakResistance / leak,
        };
    }

    // Box and Muller's transform.
    private static double Normal(Random random)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return Math.Clamp(radius * Math.Cos(2 * Math.PI * random.NextDouble()), -3, 3);
    }
}
