using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.CriticalCurrent;

/// <summary>What the laws of a symmetric cell say by themselves, in closed form.</summary>
public static class InterfaceBounds
{
    private const string Overpotential = "critical overpotential";
    private const string Onset = "onset of voids at full contact";
    private const string Steady = "largest current of a steady contact";

    /// <summary>Bounds of the lithium, where its sides differ of the weaker one, and of the electrolyte.</summary>
    /// <param name="cell">The cell, at its own pressure and temperature.</param>
    /// <returns>Name, value in SI, kind of quantity, and where it is from; empty where no law has one, or none that is finite.</returns>
    public static IReadOnlyList<InterfaceBound> Of(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        LithiumMetal[] sides = [.. cell.Layers.OfType<LithiumMetal>()];
        List<InterfaceBound> bounds = [.. sides.SelectMany(s => OfSide(cell, s)).GroupBy(b => b.Bound.Name, StringComparer.Ordinal).Select(g => Weaker([.. g], sides.Length))];
        if (cell.Layers.OfType<ElectrolyteLayer>().ToList() is [{ Electrolyte.Salt: { } salt } layer])
        {
            bounds.Add(new("limiting current", LimitingCurrent(layer, salt, cell.Temperature), QuantityKinds.CurrentDensity, "transport of salt"));
        }

        return [.. bounds.Where(b => double.IsFinite(b.Value))];
    }

    private static IEnumerable<(LithiumMetal Side, InterfaceBound Bound)> OfSide(CellDescription cell, LithiumMetal metal)
    {
        foreach (AgeingMechanism law in metal.Ageing)
        {
            switch (law)
            {
                case FilamentFracture fracture:
                    yield return (metal, new(Overpotential, fracture.CriticalOverpotential(fracture.FlawLength, metal.MolarVolume), QuantityKinds.Voltage, fracture.Card.Law));
                    break;
                case ContactLaw contact:
                    double onset = contact.VoidOnset(cell.StackPressure, cell.Temperature, metal.MolarVolume);
                    double steady = contact.CriticalCurrent(cell.StackPressure, cell.Temperature, metal.MolarVolume);
                    yield return (metal, new(Onset, onset, QuantityKinds.CurrentDensity, contact.Card.Law));
                    if (steady > onset)
                    {
                        yield return (metal, new(Steady, steady, QuantityKinds.CurrentDensity, contact.Card.Law));
                    }

                    break;
            }
        }
    }

    // The side is named where the other one has another bound or none.
    private static InterfaceBound Weaker((LithiumMetal Side, InterfaceBound Bound)[] sides, int count)
    {
        (LithiumMetal side, InterfaceBound bound) = sides.MinBy(s => s.Bound.Value);
        bool alike = sides.Length == count && sides.All(s => s.Bound == bound);
        return alike ? bound : bound with { From = $"{bound.From} at '{side.Name}'" };
    }

    /// <summary>Current that a layer carries in steady state before the salt on one side has run out, A/m2.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="salt">Its salt.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>i_L = 2 F c_0 D/[(1 - t+) L] with the properties at the initial concentration.</returns>
    public static double LimitingCurrent(ElectrolyteLayer layer, SaltTransport salt, double temperature)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(salt);
        double c = salt.InitialConcentration, d = salt.Diffusivity.Evaluate(c, temperature).Value * layer.TransportEfficiency;
        return 2 * PhysicalConstants.Faraday * c * d / ((1 - salt.TransferenceNumber.Evaluate(c, temperature).Value) * layer.Thickness);
    }
}

/// <summary>A bound in closed form.</summary>
/// <param name="Name">What it is: "critical overpotential", "limiting current".</param>
/// <param name="Value">Value, SI.</param>
/// <param name="Kind">Kind of quantity.</param>
/// <param name="From">Law that gives it.</param>
public sealed record InterfaceBound(string Name, double Value, QuantityKind Kind, string From);
