using Ionolith.Cells.Ageing;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>Symmetric cells with mechanisms, and laws alone under constant conditions.</summary>
internal static class LithiumCells
{
    public const double Faraday = 96485.33212331, GasConstant = 8.31446261815324, MolarVolume = 13e-6;

    /// <summary>Li | single-ion conductor of 100 um and 0.1 S/m | Li, 1 m2, 10 A/m2 exchange current.</summary>
    public static CellDescription Symmetric(params AgeingMechanism[] mechanisms) =>
        With(SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 1e-4, 10), mechanisms) with { StackPressure = 5e6 };

    public static CellDescription With(CellDescription cell, params AgeingMechanism[] mechanisms) =>
        cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal metal ? metal with { Ageing = mechanisms } : l)] };

    public static SimulationResult Run(CellDescription cell, params string[] steps) =>
        new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!).Run();

    public static InterfaceConditions At(double current, double pressure = 5e6, double temperature = 298.15) => new()
    {
        Current = current,
        Potential = 0.01 * Math.Sign(current),
        Overpotential = 0.01 * Math.Sign(current),
        Stoichiometry = double.NaN,
        Temperature = temperature,
        Pressure = pressure,
        ContactedShare = 1,
        ElectrolyteThickness = 1e-4,
    };

    /// <summary>The only state of a law after a time under constant conditions.</summary>
    public static double After(AgeingMechanism law, InterfaceConditions at, double time, double? start = null) =>
        LawRun.After(law, time, at, 1e-8, start is { } state ? [state] : null)[0];

    public static double Rate(AgeingMechanism law, InterfaceConditions at, double state)
    {
        double[] rates = new double[1];
        law.Rates(at, [state], rates);
        return rates[0];
    }
}
