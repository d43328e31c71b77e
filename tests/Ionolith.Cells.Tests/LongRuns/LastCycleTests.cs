using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>What a run that keeps few rows says of its losses, against the same run with all rows.</summary>
public sealed class LastCycleTests
{
    private static readonly Protocol Cycling = LongRunCells.Read("Repeat 6 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V");

    [Theory]
    [InlineData(OutputRows.StepEnds, true)]
    [InlineData(OutputRows.Summary, true)]
    [InlineData(OutputRows.StepEnds, false)]
    public void The_last_cycle_has_the_losses_that_it_has_in_a_run_with_all_rows(OutputRows rows, bool ages)
    {
        CellDescription cell = ages ? LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 5e-20 }]) : LongRunCells.Graphite();
        SimulationResult every = LongRunCells.Run(cell, Cycling, false, rows: OutputRows.Every), few = new CellSimulation(cell, Cycling, LongRunCells.Options(false, rows) with { Losses = true }).Run();
        Assert.Null(every.LastCycle);
        SimulationResult last = Assert.IsType<SimulationResult>(few.LastCycle);
        Assert.Equal(every.Cycles[^1].Discharge, last.Cycles[^1].Discharge, 1e-6 * every.Cycles[^1].Discharge);
        Assert.Equal(6, last.Cycles[^1].Number);

        // Mean over the charge of the last cycle in the run with all rows.
        int[] rowsOfLast = [.. Enumerable.Range(1, every.Series.Count - 1).Where(i => every.Series.Cycle[i] == 6 && every.Series.Cycle[i - 1] == 6)];
        double Integral(Func<int, double> value) => rowsOfLast.Sum(i => 0.5 * (value(i) + value(i - 1)) * (every.Series.Time[i] - every.Series.Time[i - 1]));
        double passed = Integral(i => Math.Abs(every.Series.Current[i]));
        IReadOnlyList<LossSummary> told = LossSummary.Of(few);
        Assert.NotEmpty(told);
        for (int k = 0; k < told.Count; k++)
        {
            double mean = Integral(i => every.Losses!.Values[k][i] * every.Series.Current[i]) / passed;
            Assert.Equal(mean, told[k].Mean, 2e-4);
        }
    }

    [Fact]
    public void Without_a_whole_cycle_no_loss_is_told_of_few_rows()
    {
        SimulationResult run = LongRunCells.Run(LongRunCells.Graphite(), LongRunCells.Read("Discharge at 0.5C until 3.2 V"), false, rows: OutputRows.StepEnds);
        Assert.Null(run.LastCycle);
        Assert.Empty(LossSummary.Of(run));
        Assert.DoesNotContain("largest loss", run.Diagnosis, StringComparison.Ordinal);
    }
}
