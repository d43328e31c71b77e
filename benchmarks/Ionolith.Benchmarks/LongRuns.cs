using System.Diagnostics;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library;

namespace Ionolith.Benchmarks;

/// <summary>Many cycles of one cell, and many cells.</summary>
public static class LongRuns
{
    /// <summary>Id of the cycling case.</summary>
    public const string CyclesId = "cycles-1000";

    /// <summary>Id of the sweep.</summary>
    public const string SweepId = "sweep-1000";

    /// <summary>1,000 cycles of constant current and constant voltage of vcl3-halide, full model, a summary for each cycle.</summary>
    /// <returns>The row; its time is that of all cycles.</returns>
    public static BenchRow Cycles()
    {
        const string Text = "Repeat 1000 times: Discharge at 1C until 2.2 V; Charge at 1C until 3.4 V; Hold at 3.4 V until C/50";
        CellDescription cell = CellLibrary.LoadCell("vcl3-halide").Require();
        SimulationOptions options = Discharge.Lean(1e-4, 1e-6) with { Rows = OutputRows.Summary };
        new CellSimulation(cell, Discharge.ProtocolOf(Text.Replace("1000", "20", StringComparison.Ordinal)), options).Run();
        long start = Stopwatch.GetTimestamp();
        SimulationResult result = new CellSimulation(cell, Discharge.ProtocolOf(Text), options).Run();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        SolverStatistics s = result.Statistics;
        return new(CyclesId, "vcl3-halide, 1,000 CC-CV cycles at 1C, summary of each cycle", s.Unknowns, 1e-4, 1e-6, s.Steps, s.NewtonIterations,
            milliseconds, double.NaN,
            $"lithium drift {result.Balances[0].RelativeError:0.0e0}, {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0} MB held");
    }

    /// <summary>1,000 cells that differ in separator thickness and kinetics, one thread and two.</summary>
    /// <returns>The row; its time is that of one cell on two threads.</returns>
    public static BenchRow Sweep()
    {
        const int Count = 1000;
        CellDescription cell = CellLibrary.LoadCell("marquis2019").Require() with
        {
            Mesh = new() { ElectrodeVolumes = 20, SeparatorVolumes = 20, Shells = 10 },
        };
        CellDescription[] cells = [.. Enumerable.Range(0, Count).Select(k => Varied(cell, k / (double)Count))];
        Protocol protocol = Discharge.ProtocolOf("Discharge at 24 A/m2 until 3.105 V");
        SimulationOptions options = Discharge.Lean(1e-4, 1e-6);
        PropertyCache cache = new();
        for (int k = 0; k < 50; k++)
        {
            new CellSimulation(cells[k], protocol, options, cache).Run();
        }

        double one = Time(1), two = Time(2);
        SolverStatistics s = new CellSimulation(cells[0], protocol, options, cache).Run().Statistics;
        return new(SweepId, "1,000 Marquis2019 cells with different separators and kinetics, 1C", s.Unknowns, 1e-4, 1e-6, s.Steps, s.NewtonIterations,
            two / Count, double.NaN, $"{Count / one * 1e3:0} discharges a second on one thread, {Count / two * 1e3:0} on two: {one / two:0.00} x");

        double Time(int threads)
        {
            long start = Stopwatch.GetTimestamp();
            Parallel.ForEach(cells, new ParallelOptions { MaxDegreeOfParallelism = threads }, c => new CellSimulation(c, protocol, options, cache).Run());
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    private static CellDescription Varied(CellDescription cell, double share) => cell with
    {
        Layers = [.. cell.Layers.Select(layer => layer switch
        {
            ElectrolyteLayer separator => separator with { Thickness = separator.Thickness * (0.8 + (0.4 * share)) },
            PorousElectrode electrode => electrode with
            {
                ActivePhases = [.. electrode.ActivePhases.Select(p => p with { ContactedFraction = 1 - (0.3 * share) })],
            },
            _ => layer,
        })],
    };
}
