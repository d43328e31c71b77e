using System.Diagnostics;
using System.Globalization;
using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library;

namespace Ionolith.Benchmarks;

/// <summary>Long runs of cells that age: every cycle simulated, and accelerated, side by side.</summary>
public static class AcceleratedRuns
{
    /// <summary>Id of the case.</summary>
    public const string Id = "long-runs";

    // The cycling of the review's durability claims, and two cells of which the bars speak.
    private static readonly (string Cell, int Cycles, string Rate, bool ChargesFirst, AgeingMechanism[] Added)[] Cases =
    [
        ("standard-lfp", 1000, "0.5C", false, [new ParabolicGrowth { RateConstant = 1e-21, Conductivity = 1e-5, VolumePerLithium = 2e-5 }]),
        ("anode-free-carbon-paper", 5000, "0.5C", true, []),
        ("pvt-10cupcli", 1000, "1C", false, []),
        ("borate-coated-iron-oxide", 2000, "2C", true, []),
        ("rubber-lif", 400, "0.5C", false, []),
        ("mxene-sio2-qspe", 300, "1C", false, []),
        ("tertiary-amine-qse", 300, "0.5C", false, []),
        ("h-zif-8-hnt", 200, "0.5C", false, []),
        ("cpe-bnns", 200, "0.5C", false, []),
        ("vcl3-halide", 200, "4C", false, []),
        ("vcl3-sulfide", 100, "1C", false, []),
    ];

    /// <summary>A row for each cell; its time is that of the accelerated run.</summary>
    /// <returns>The rows.</returns>
    public static IEnumerable<BenchRow> Measure() => Cases.Select(c => Measure(Aged(c.Cell, c.Added), c.Cycles, c.Rate, c.ChargesFirst));

    private static CellDescription Aged(string id, AgeingMechanism[] added)
    {
        CellDescription cell = CellLibrary.LoadCell(id).Require();
        Layer negative = cell.Layers.First(l => l is LithiumMetal or PorousElectrode);
        return added.Length == 0 ? cell : cell with { Layers = [.. cell.Layers.Select(l => ReferenceEquals(l, negative) ? Aged(l, added) : l)] };
    }

    private static Layer Aged(Layer layer, AgeingMechanism[] added) => layer switch
    {
        LithiumMetal metal => metal with { Ageing = [.. metal.Ageing, .. added] },
        PorousElectrode electrode => electrode with { ActivePhases = [.. electrode.ActivePhases.Select(p => p with { Ageing = [.. p.Ageing, .. added] })] },
        _ => layer,
    };

    private static BenchRow Measure(CellDescription cell, int cycles, string rate, bool chargesFirst)
    {
        string charge = string.Create(CultureInfo.InvariantCulture, $"Charge at {rate} until {cell.UpperCutoffVoltage} V");
        string discharge = string.Create(CultureInfo.InvariantCulture, $"Discharge at {rate} until {cell.LowerCutoffVoltage} V");
        string cycle = chargesFirst ? $"{charge}; {discharge}" : $"{discharge}; {charge}";
        Run(cell, Repeat(20, cycle), new Acceleration());
        (SimulationResult full, double fullTime) = Run(cell, Repeat(cycles, cycle), null);
        (SimulationResult fast, double fastTime) = Run(cell, Repeat(cycles, cycle), new Acceleration());
        AccelerationReport report = fast.Acceleration!;
        double first = First(full), left = Last(full) / first, error = Math.Abs(Last(fast) - Last(full)) / first;
        double balance = Math.Max(full.Balances.Max(b => b.RelativeError), fast.Balances.Max(b => b.RelativeError));
        SolverStatistics s = full.Statistics;
        return new(
            Id,
            string.Create(CultureInfo.InvariantCulture, $"{cell.Id}, {full.CycleCount} cycles at {rate}"),
            s.Unknowns,
            1e-4,
            1e-6,
            s.Steps,
            s.NewtonIterations,
            fastTime,
            double.NaN,
            string.Create(
                CultureInfo.InvariantCulture,
                $"every cycle {fullTime / 1e3:0.00} s, accelerated {fastTime / 1e3:0.00} s; {report.Simulated} + {report.Tried} cycles simulated{(full.Status == SimulationStatus.Completed ? "" : $", ended: {full.Reason}")}; {left * 100:0.00} % left; error {error * 100:0.000} %, estimated {report.EstimatedError * 100:0.000} %; worst balance {balance:0.0e0}"));
    }

    private static string Repeat(int cycles, string cycle) => string.Create(CultureInfo.InvariantCulture, $"Repeat {cycles} times: {cycle}");

    private static double First(SimulationResult run) => run.Cycles.First(c => c.Discharge > 0).Discharge;

    private static double Last(SimulationResult run) => run.Cycles.Last(c => c.Discharge > 0).Discharge;

    private static (SimulationResult Result, double Milliseconds) Run(CellDescription cell, string text, Acceleration? acceleration)
    {
        SimulationOptions options = Discharge.Lean(1e-4, 1e-6) with { Rows = OutputRows.Summary, Acceleration = acceleration, Attribution = false };
        Protocol protocol = Discharge.ProtocolOf(text);
        long start = Stopwatch.GetTimestamp();
        SimulationResult result = new CellSimulation(cell, protocol, options).Run();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
