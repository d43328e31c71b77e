using Ionolith.Cells.Ageing;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Tests.Swelling;

/// <summary>Cells whose hosts change their volume.</summary>
internal static class SwellingCells
{
    public const double Faraday = 96485.33212331, MolarVolume = 13e-6;

    /// <summary>One mAh/cm2 as C/m2.</summary>
    public const double ArealCapacity = 36_000;

    /// <summary>Li | conductor of 10 um | composite of 100 um, half host and, but for voids, half conductor; 1 m2, starting at x = 0.2.</summary>
    public static CellDescription Composite(double? change, double voids = 0, SwellingOptions? options = null, int nodes = 6) =>
        With(SimpleCells.Composite(FormulaFunction.Polynomial(3.8, -0.6), 1, 1e-13, new() { ElectrodeVolumes = nodes, Shells = 5 }, x: 0.2), change, e => e with
        {
            ElectrolyteFraction = 0.5 - voids,
            TransportEfficiency = Math.Pow(0.5 - voids, 2),
        }) with
        { Swelling = options };

    public static CellDescription With(CellDescription cell, double? change, Func<PorousElectrode, PorousElectrode>? edit = null, params AgeingMechanism[] host) => cell with
    {
        Layers = [.. cell.Layers.Select(l => l is not PorousElectrode e ? l : (edit ?? (x => x))(e with
        {
            ActivePhases = [.. e.ActivePhases.Select(p => p with { Ageing = host, Material = p.Material with { VolumeChange = change is { } given ? new HostVolume(given) : null } })],
        }))],
    };

    public static SimulationResult Run(CellDescription cell, params string[] steps) => Run(cell, new SimulationOptions(), steps);

    public static SimulationResult Run(CellDescription cell, SimulationOptions options, params string[] steps) =>
        new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!, options).Run();
}
