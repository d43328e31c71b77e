using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library;

namespace Ionolith.Benchmarks;

/// <summary>Time against error over tolerances and meshes; the error is that against a fine mesh at a tight tolerance.</summary>
public static class WorkPrecision
{
    /// <summary>Id of the table.</summary>
    public const string Id = "work-precision";

    /// <summary>Measures the table for the Marquis2019 cell at 1C.</summary>
    /// <returns>One row for each mesh and tolerance.</returns>
    public static IEnumerable<BenchRow> Measure()
    {
        CellDescription cell = CellLibrary.LoadCell("marquis2019").Require();
        CellDescription fine = cell with { Mesh = new() { ElectrodeVolumes = 160, SeparatorVolumes = 40, Shells = 40 } };
        Protocol protocol = Discharge.ProtocolOf("Discharge at 24 A/m2 until 3.105 V");
        PropertyCache cache = new();
        (int Nodes, int Separator, int Shells)[] meshes = [(5, 5, 6), (10, 6, 8), (20, 10, 10), (40, 10, 15), (80, 20, 20)];
        foreach ((int nodes, int separator, int shells) in meshes)
        {
            CellDescription coarse = cell with { Mesh = new() { ElectrodeVolumes = nodes, SeparatorVolumes = separator, Shells = shells } };
            foreach (double tolerance in (double[])[1e-3, 1e-4, 1e-5, 1e-6])
            {
                SimulationOptions options = Discharge.Lean(tolerance, tolerance / 100);
                CellSimulation simulation = new(coarse, protocol, options, cache);
                SimulationResult result = simulation.Run();
                double end = result.Steps[0].Time.End, total = Discharge.Error(coarse, protocol, options, cache, end, fine);
                double time = Discharge.Error(coarse, protocol, options, cache, end);
                SolverStatistics s = result.Statistics;
                yield return new(Id, $"Marquis2019 1C, {nodes}/{separator}/{nodes} volumes, {shells} graded shells", s.Unknowns, tolerance, tolerance / 100,
                    s.Steps, s.NewtonIterations, Discharge.Median(() => simulation.Run(), 60), total, $"of it {time:0.0000} mV by the time steps");
            }
        }
    }
}
