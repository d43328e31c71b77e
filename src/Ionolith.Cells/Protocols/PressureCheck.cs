using Ionolith.Cells.Ageing;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Protocols;

/// <summary>Whether a cell can answer to the pressures of a protocol, and has the pressure that its laws need.</summary>
public static class PressureCheck
{
    private const double Mega = 1e6;

    /// <summary>What stands against running a protocol, as far as pressure goes.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="protocol">The protocol.</param>
    /// <returns>
    /// Sentences with advice, all of them: nothing knows the pressure that is set, a soft layer has no modulus or is pressed flat, a law that works by pressure has none. Empty: nothing.
    /// </returns>
    public static IReadOnlyList<string> Problems(CellDescription cell, Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(protocol);
        ProtocolStep[] steps = [.. protocol.Cycles.SelectMany(c => c.Steps)];
        List<string> problems = [];
        if (steps.FirstOrDefault(s => s.Pressure is not null) is { } first)
        {
            problems.AddRange(Unheard(cell, first));
            ProtocolStep hardest = steps.Where(s => s.Pressure is not null).MaxBy(s => s.Pressure)!;
            problems.AddRange(SoftLayers(cell, hardest.Pressure!.Value).Select(p => $"'{hardest.Text}': {p}"));
        }

        problems.AddRange(Unpressed(cell, steps));
        return problems;
    }

    /// <summary>Layers that cannot take a pressure, or of which nobody said how they do.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="pressure">Pressure, Pa.</param>
    /// <returns>Sentences with advice; empty: none.</returns>
    public static IEnumerable<string> SoftLayers(CellDescription cell, double pressure)
    {
        ArgumentNullException.ThrowIfNull(cell);
        foreach (ElectrolyteLayer layer in cell.Layers.OfType<ElectrolyteLayer>().Where(l => l.Electrolyte.Salt is not null && pressure > 0))
        {
            if (double.IsInfinity(layer.CompressionModulus))
            {
                yield return $"'{layer.Name}' holds a salt, so that it is a polymer, a gel or a liquid, and has no modulus: whether it bears a pressure nobody can tell; give the layer compression-modulus: \"10 MPa\"";
            }
            else if (pressure >= layer.CompressionModulus)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{pressure / Mega:G4} MPa would press '{layer.Name}' flat: its compression-modulus is {layer.CompressionModulus / Mega:G4} MPa, and a strain of 1 leaves nothing");
            }
        }
    }

    private static IEnumerable<string> Unheard(CellDescription cell, ProtocolStep step)
    {
        (string Place, AgeingMechanism Law)[] laws = [.. LawsOf(cell)];
        if (laws.Any(l => l.Law.FollowsPressure))
        {
            yield break;
        }

        // A law that could, but for a value that it was not given, is closer at hand than another law.
        string able = string.Join("; ", laws.Where(l => l.Law.Card.FollowsPressure).Select(l => $"{l.Law.Card.Law} at '{l.Place}' would with {Lacking(l.Law)}"));
        string names = string.Join(", ", AgeingLaws.All.Where(c => c.FollowsPressure).Select(c => c.Law));
        yield return $"'{step.Text}': nothing in '{cell.Id}' knows the pressure, so that pressing would change nothing; "
            + (able.Length > 0 ? able : $"give an interface one of the laws that do ({names}) under ageing:");
    }

    private static string Lacking(AgeingMechanism law) => law is Ageing.Hosts.ContactLoss ? "a holding-pressure" : "an exponent of the pressure above zero";

    private static IEnumerable<string> Unpressed(CellDescription cell, ProtocolStep[] steps)
    {
        double pressure = cell.StackPressure;
        foreach (ProtocolStep step in steps)
        {
            pressure = step.Pressure ?? pressure;
            if (step.Duration > 0 || pressure > 0)
            {
                break;
            }
        }

        return pressure > 0 ? [] : LawsOf(cell).Where(l => l.Law.NeedsPressure).Select(l =>
            $"{l.Law.Card.Law} at '{l.Place}' works by the stack pressure, and there is none: give the cell stack-pressure: \"5 MPa\" or begin the protocol with \"Press at 5 MPa\"");
    }

    private static IEnumerable<(string Place, AgeingMechanism Law)> LawsOf(CellDescription cell) =>
    [
        .. cell.Layers.OfType<LithiumMetal>().SelectMany(l => l.Ageing.Select(m => (l.Name, m))),
        .. cell.Layers.OfType<PorousElectrode>().SelectMany(e => e.ActivePhases.SelectMany(p => p.Ageing.Select(m => ($"{e.Name}.{p.Material.Id}", m)))),
        .. cell.Contacts.SelectMany(c => c.Ageing.Select(m => ($"{c.Between} | {c.And}", m))),
    ];
}
