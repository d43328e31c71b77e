using Ionolith.Cells.Light;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Cells.Tests.LongRuns;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Light;

/// <summary>Many cycles with light: sums over all of them, steps of few.</summary>
public sealed class LongIlluminatedRunTests
{
    private const string Text = "Repeat 30 times: Illuminate at 100 mW/cm2 for 100 s; Rest for 10 s; Discharge at 0.5 A under 50 mW/cm2 for 50 s";

    private static CellDescription Cell => LightSample.Cell(LightSample.Photocathode, FormulaFunction.Polynomial(2.4, -0.6));

    [Fact]
    public void A_run_of_summaries_tells_the_steps_of_its_first_and_last_cycle_and_the_sums_of_all()
    {
        SimulationResult all = Run(OutputRows.Every, null), few = Run(OutputRows.Summary, null);

        Assert.True(all.Status == SimulationStatus.Completed, all.Reason);
        Assert.Equal(60, all.Light!.Steps.Count);
        Assert.Equal([1, 3, 88, 90], few.Light!.Steps.Select(s => s.Number));
        Assert.Equal([1, 1, 30, 30], few.Light.Steps.Select(s => s.Cycle));
        Assert.Equal(all.Light.Totals, few.Light.Totals);
        Assert.Equal(all.Light.Steps.Sum(s => s.Photocharge), few.Light.Photocharge);
        Assert.Equal(all.Light.Steps.Sum(s => s.LightEnergy), few.Light.LightEnergy);
        Assert.Equal(all.Light.Steps.Sum(s => s.Gained) / few.Light.LightEnergy, few.Light.Efficiency);

        // 1000 W/m2 for 100 s and 500 W/m2 for 50 s, thirty times.
        Tolerance.Relative(30 * ((1000 * 100) + (500 * 50)) * Cell.Area, few.Light.LightEnergy, 1e-9);
    }

    [Fact]
    public void Each_cycle_tells_its_light()
    {
        SimulationResult run = Run(OutputRows.Every, null);
        Assert.All(run.Cycles, cycle =>
        {
            LightStep[] own = [.. run.Light!.Steps.Where(s => s.Cycle == cycle.Number)];
            Assert.Equal(2, own.Length);
            Tolerance.Relative(own.Sum(s => s.LightEnergy), cycle.LightEnergy, 1e-12);
            Tolerance.Relative(own.Sum(s => s.Photocharge), cycle.Photocharge, 1e-9);
            Tolerance.Relative(own.Sum(s => s.Gained), cycle.LightGained, 1e-9);
            Assert.True(cycle.Photocharge > 0);
        });
    }

    [Theory]
    [InlineData(OutputRows.Every)]
    [InlineData(OutputRows.Summary)]
    public void A_lit_run_that_is_stopped_within_a_cycle_goes_on_to_the_last_bit(OutputRows rows)
    {
        using CancellationTokenSource stop = new();
        MemoryJournal journal = new(null, int.MaxValue);
        SimulationResult stopped = new CellSimulation(Cell, LongRunCells.Read(Text), LongRunCells.Options(false, rows)).Run(new StopIn(stop, 30), journal, stop.Token);
        SimulationResult whole = Run(rows, new MemoryJournal(null, int.MaxValue)), again = Run(rows, new MemoryJournal(journal, int.MaxValue));

        Assert.Equal((SimulationStatus.Cancelled, 29), (stopped.Status, journal.Kept!.Cycle));
        Assert.Equal(whole.Light!.Totals, again.Light!.Totals);
        Assert.Equal(whole.Light.Steps, again.Light.Steps);
        Assert.Equal(whole.Steps, again.Steps);
        Assert.Equal(whole.Cycles, again.Cycles);
        Assert.Equal(whole.EveryCycle!.Select(r => r.Cycle), again.EveryCycle!.Select(r => r.Cycle));
        Assert.Equal(30, again.EveryCycle!.Count(r => r.Cycle.LightEnergy > 0));
    }

    private static SimulationResult Run(OutputRows rows, MemoryJournal? journal) =>
        new CellSimulation(Cell, LongRunCells.Read(Text), LongRunCells.Options(false, rows)).Run(null, journal, CancellationToken.None);

    private sealed class StopIn(CancellationTokenSource stop, int cycle) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value)
        {
            if (value.Cycle == cycle)
            {
                stop.Cancel();
            }
        }
    }
}
