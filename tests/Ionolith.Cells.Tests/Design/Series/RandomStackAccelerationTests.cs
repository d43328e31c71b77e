using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.LongRuns;
using Xunit;

namespace Ionolith.Cells.Tests.Design.Series;

/// <summary>Stacks of cells that differ, leak and age in a random way, extrapolated against simulated.</summary>
public sealed class RandomStackAccelerationTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_capacity_at_the_end_is_that_of_the_full_run_within_the_error_that_is_told(int seed)
    {
        (CellDescription cell, Protocol protocol, string laws) = RandomLongRuns.Draw(seed);
        protocol = protocol with { Cycles = [protocol.Cycles[0] with { Repetitions = 80 }] };
        IReadOnlyList<CellDescription> cells = SeriesStackSimulation.Spread(cell with { LeakResistance = seed % 4 == 3 ? double.PositiveInfinity : 100 }, 2 + (seed % 2), new(0.02, 0.05, seed) { Leak = 0.3 });
        SeriesResult full = new SeriesStackSimulation(cells, LongRunCells.Options(false)).Run(protocol), fast = new SeriesStackSimulation(cells, LongRunCells.Options(true)).Run(protocol);
        AccelerationReport report = fast.Acceleration!;
        string what = $"{laws}: {full.CycleCount} cycles, {full.Reason}; {fast.CycleCount}, {fast.Reason}; estimate {report.EstimatedError:g3}, {report.Simulated} simulated";
        Assert.True(full.CycleCount == fast.CycleCount && full.Status == fast.Status, what);

        // A cell that dies within a cycle leaves it unfinished: the one before counts.
        int end = full.Status == SimulationStatus.Completed ? 1 : 2;
        double error = Math.Abs(full.Cycles[^end].Discharge - fast.Cycles[^end].Discharge) / full.Cycles[0].Discharge;
        Assert.True(error < 0.01, $"{what}, error {error:g3}");

        // The full run itself is reproducible to its tolerance only.
        Assert.True(error < report.EstimatedError + 3e-4, $"{what}, error {error:g3}");
        Assert.True(report.Extrapolated > 10 || full.Status == SimulationStatus.CellLimit, what);
        Assert.All(fast.Balances.SelectMany(b => b), b => Assert.True(b.RelativeError < 1e-9, $"{b.Name} {b.RelativeError}: {what}"));
    }
}
