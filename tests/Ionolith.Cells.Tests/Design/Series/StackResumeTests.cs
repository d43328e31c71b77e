using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.LongRuns;
using Xunit;

namespace Ionolith.Cells.Tests.Design.Series;

/// <summary>Stacks whose run is broken off and goes on from a checkpoint, against one that was not.</summary>
public sealed class StackResumeTests
{
    private const string Text = "Discharge at 1C at 40 degC until 3.4 V\nRepeat 6 times: Charge at 1C until 3.8 V; Hold at 3.8 V until C/10; Discharge at 20 mW until 3.4 V; Rest for 5 min\nHold at 3.6 V until C/20";

    private static CellDescription[] Cells => [.. Enumerable.Range(0, 3).Select(k => LongRunCells.Lithium(
        [LongRunCells.Growth with { RateConstant = 5e-20 }], LongRunCells.Growth with { RateConstant = 1e-22, VolumePerLithium = 1e-4 }) with
    {
        LeakResistance = 200 + (50 * k),
        Heat = new(200, 5),
    })];

    [Theory]
    [InlineData(1, OutputRows.Every)]
    [InlineData(4, OutputRows.Every)]
    [InlineData(7, OutputRows.StepEnds)]
    [InlineData(3, OutputRows.Summary)]
    public void A_stack_that_goes_on_from_a_checkpoint_is_the_same_to_the_last_bit(int cycle, OutputRows rows)
    {
        Protocol protocol = LongRunCells.Read(Text);
        SimulationOptions options = new() { Rows = rows };
        MemoryJournal journal = new(null, cycle);
        SeriesResult whole = new SeriesStackSimulation(Cells, options).Run(protocol, null, journal, CancellationToken.None);
        SeriesResult again = new SeriesStackSimulation(Cells, options).Run(protocol, null, new MemoryJournal(journal, int.MaxValue), CancellationToken.None);

        Assert.True(whole.Status == SimulationStatus.Completed, whole.Reason);
        Assert.Equal(cycle, journal.Kept!.Cycle);
        AssertSame(whole, again);
    }

    [Theory]
    [InlineData(OutputRows.Every)]
    [InlineData(OutputRows.Summary)]
    public void A_stack_that_the_user_stops_within_a_cycle_leaves_a_checkpoint_of_its_last_finished_one(OutputRows rows)
    {
        Protocol protocol = LongRunCells.Read(Text);
        SimulationOptions options = new() { Rows = rows };
        using CancellationTokenSource stop = new();
        MemoryJournal journal = new(null, int.MaxValue);
        SeriesResult stopped = new SeriesStackSimulation(Cells, options).Run(protocol, new StopBefore(stop, 4, "Discharge"), journal, stop.Token);
        SeriesResult whole = new SeriesStackSimulation(Cells, options).Run(protocol);

        Assert.Equal(SimulationStatus.Cancelled, stopped.Status);
        Assert.Equal((4, 3), (stopped.Cycles.Count, journal.Kept!.Cycle));
        Assert.Equal(4, stopped.Steps[^1].Cycle);
        Assert.True(whole.Status == SimulationStatus.Completed, whole.Reason);
        AssertSame(whole, new SeriesStackSimulation(Cells, options).Run(protocol, null, new MemoryJournal(journal, int.MaxValue), CancellationToken.None));
    }

    [Fact]
    public void A_checkpoint_of_another_stack_is_refused()
    {
        Protocol protocol = LongRunCells.Read(Text);
        MemoryJournal journal = new(null, 2);
        new SeriesStackSimulation(Cells).Run(protocol, null, journal, CancellationToken.None);

        Assert.Contains("another number of cells that differ", Assert.Throws<InvalidDataException>(
            () => new SeriesStackSimulation(Cells[..2]).Run(protocol, null, new MemoryJournal(journal, 9), CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    internal static void AssertSame(SeriesResult whole, SeriesResult again)
    {
        Assert.Equal((whole.Status, whole.Reason), (again.Status, again.Reason));
        Assert.Equal(whole.Cycles, again.Cycles);
        Assert.Equal(whole.Steps.Select(s => s.Number), again.Steps.Select(s => s.Number));
        Assert.Equal(whole.AtCycles.Columns.SelectMany(c => c.Values), again.AtCycles.Columns.SelectMany(c => c.Values));
        Assert.Equal(whole.Steps.Select(s => (s.Text, s.Start, s.End, s.Weakest, s.EndedBy, s.Capacity, s.Energy, s.Cycle)), again.Steps.Select(s => (s.Text, s.Start, s.End, s.Weakest, s.EndedBy, s.Capacity, s.Energy, s.Cycle)));
        Assert.Equal(whole.Steps.SelectMany(s => s.Voltages.Concat(s.Reserves).Concat(s.Leaked).Concat(s.LeakedSoFar)), again.Steps.SelectMany(s => s.Voltages.Concat(s.Reserves).Concat(s.Leaked).Concat(s.LeakedSoFar)));
        Assert.Equal(whole.Cells.SelectMany(c => c.Time.Concat(c.Voltage).Concat(c.Current).Concat(c.Temperature)), again.Cells.SelectMany(c => c.Time.Concat(c.Voltage).Concat(c.Current).Concat(c.Temperature)));
        Assert.Equal(whole.Balances.SelectMany(b => b), again.Balances.SelectMany(b => b));
    }

    private sealed class StopBefore(CancellationTokenSource stop, int cycle, string text) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value)
        {
            if (value.Cycle == cycle && value.StepText.StartsWith(text, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }
    }
}
