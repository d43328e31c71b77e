using Ionolith.Cells.Ageing;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Tests.Ageing;

/// <summary>Cells with a random choice of all that life and safety know, and protocols for them, as text.</summary>
internal static class RandomCells
{
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 4, SeparatorVolumes = 3, Shells = 4 };

    public static CellDescription Cell(Random random)
    {
        bool Chance(int of) => random.Next(of) == 0;
        CellDescription cell = random.Next(5) switch
        {
            0 => ReferenceCells.Marquis(Mesh),
            1 => ReferenceCells.Polymer(Mesh),
            2 => SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 1e-4, 10),
            _ => SimpleCells.Composite(FormulaFunction.Polynomial(3.8, -0.6), 1, 1e-13, Mesh),
        };
        bool hysteresis = Chance(3), doubleLayer = Chance(4), swells = Chance(3);
        double thin = Chance(4) ? Chance(2) ? 0 : 1e-6 : double.NaN;
        cell = cell with
        {
            Mesh = cell.Mesh with { SingleParticle = Chance(4) },
            Heat = Chance(3) ? new(200 + (1000 * random.NextDouble()), Chance(4) ? 0 : 20 * random.NextDouble()) : null,
            LeakResistance = Chance(4) ? Math.Pow(10, -1 + (4 * random.NextDouble())) : double.PositiveInfinity,
            StackPressure = Chance(3) ? 0 : 1e5 * Math.Pow(10, 2.5 * random.NextDouble()),
            Swelling = swells ? new() { StackStiffness = Chance(2) ? 0 : 1e12 * random.NextDouble() } : null,
        };
        Layer[] layers = [.. cell.Layers.Select(l => l switch
        {
            LithiumMetal metal => metal with
            {
                Ageing = RandomLaws.At(AgeingPlaces.Lithium, 3, random),
                Thickness = double.IsNaN(thin) ? metal.Thickness : thin,
            },
            PorousElectrode electrode => electrode with
            {
                // A soaked electrode leaves room to grow into.
                ElectrolyteFraction = swells ? 0.8 * electrode.ElectrolyteFraction : electrode.ElectrolyteFraction,
                TransportEfficiency = swells ? 0.7 * electrode.TransportEfficiency : electrode.TransportEfficiency,
                ActivePhases = [.. electrode.ActivePhases.Select(p => p with
                {
                    Ageing = RandomLaws.At(AgeingPlaces.Host, 3, random),
                    Kinetics = p.Kinetics with { DoubleLayerCapacitance = doubleLayer ? 0.2 : 0 },
                    Material = p.Material with
                    {
                        // The published law of one host has no value at its very ends.
                        StoichiometryWindow = cell.Id.Equals("li-peo-tis2", StringComparison.Ordinal) ? (0.001, 0.999) : p.Material.StoichiometryWindow,
                        VolumeChange = new HostVolume(-0.1 + (0.6 * random.NextDouble())),
                        Hysteresis = hysteresis ? new(0.1 * random.NextDouble(), 1 + (50 * random.NextDouble())) : null,
                    },
                })],
            },
            ElectrolyteLayer separator => separator with { CompressionModulus = separator.Electrolyte.Salt is null ? double.PositiveInfinity : 1e9 },
            _ => l,
        })];
        string[] names = [.. layers.Select(l => l.Name)];
        return cell with
        {
            Layers = layers,
            Contacts = [.. names.Zip(names.Skip(1)).Where(_ => Chance(2)).Take(2).Select(n =>
                new ContactResistance(n.First, n.Second, 1e-4 * random.NextDouble()) { Ageing = RandomLaws.At(AgeingPlaces.Contact, 2, random) })],
        };
    }

    public static string[] Protocol(Random random, CellDescription cell)
    {
        bool symmetric = cell.Layers.OfType<LithiumMetal>().Count() == 2;
        (double low, double high) = symmetric ? (-0.5, 0.5) : (cell.LowerCutoffVoltage, cell.UpperCutoffVoltage);
        if (cell.Id.Equals("composite", StringComparison.Ordinal))
        {
            (low, high) = (3.2, 3.8);
        }

        List<string> steps = [];
        int count = random.Next(2, 7);
        for (int i = 0; i < count; i++)
        {
            double rate = 0.02 * Math.Pow(100, random.NextDouble()), hours = 0.01 * Math.Pow(2000, random.NextDouble()), volts = low + ((high - low) * random.NextDouble());
            string warm = random.Next(4) == 0 ? Text($" at {-10 + (70 * random.NextDouble()):0.0} degC") : "";
            steps.Add(random.Next(9) switch
            {
                0 or 1 => Text($"Charge at {rate:0.000}C{warm} for {hours:0.000} h or until {high:0.000} V"),
                2 or 3 => Text($"Discharge at {rate:0.000}C{warm} for {hours:0.000} h or until {low:0.000} V"),
                4 => Text($"Rest{warm} for {hours * 20:0.000} h"),
                5 => Text($"Hold at {volts:0.000} V{warm} for {hours:0.000} h or until C/50"),
                6 => Text($"Press at {0.01 * Math.Pow(1e4, random.NextDouble()):0.000} MPa"),
                7 => Text($"Press at {0.01 * Math.Pow(1e4, random.NextDouble()):0.000} MPa{warm} for {hours:0.000} h"),
                _ => Text($"Repeat {random.Next(1, 4)} times: Discharge at {rate:0.000}C for {hours / 10:0.000} h or until {low:0.000} V; Rest for 10 min; Charge at {rate:0.000}C for {hours / 10:0.000} h or until {high:0.000} V"),
            });
        }

        return [.. steps.Select(s => s.Replace(" or until", " until", StringComparison.Ordinal))];
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
