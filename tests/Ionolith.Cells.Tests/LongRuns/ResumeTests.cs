using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Runs that are broken off and go on from a checkpoint, against runs that were not.</summary>
public sealed class ResumeTests
{
    private const string Text = "Discharge at 0.1C until 3.2 V\nRepeat 40 times: Charge at 0.5C until 3.8 V; Hold at 3.8 V until C/20; Discharge at 0.5C until 3.2 V\nRest for 1 h";

    private static CellDescription Cell => LongRunCells.Lithium(
        [LongRunCells.Growth with { RateConstant = 5e-20 }, AgeingLawsOfTests.RestlessContact(2e-6, 1e-4, 1e-7)],
        LongRunCells.Growth with { RateConstant = 1e-22, VolumePerLithium = 1e-4 }, AgeingLawsOfTests.FadingHost(2e-7));

    [Theory]
    [InlineData(1, false, OutputRows.Every)]
    [InlineData(17, false, OutputRows.Every)]
    [InlineData(17, false, OutputRows.Summary)]
    [InlineData(41, false, OutputRows.StepEnds)]
    [InlineData(20, true, OutputRows.StepEnds)]
    [InlineData(30, true, OutputRows.Every)]
    public void A_run_that_goes_on_from_a_checkpoint_is_the_same_to_the_last_bit(int cycle, bool accelerate, OutputRows rows)
    {
        Protocol protocol = LongRunCells.Read(Text);
        MemoryJournal journal = new(null, cycle);
        SimulationResult whole = LongRunCells.Run(Cell, protocol, accelerate, journal, rows: rows);
        Assert.True(whole.Status == SimulationStatus.Completed, whole.Reason);
        Assert.True(journal.Kept!.Cycle >= cycle && journal.Kept.Cycle < whole.Cycles.Count, $"{journal.Kept.Cycle}");
        SimulationResult again = LongRunCells.Run(Cell, protocol, accelerate, new MemoryJournal(journal, int.MaxValue), rows: rows);
        AssertSame(whole, again);
    }

    [Fact]
    public void A_cell_in_which_nothing_ages_goes_on_to_the_last_bit_too()
    {
        CellDescription cell = LongRunCells.Graphite() with { Heat = new(200, 5) };
        Protocol protocol = LongRunCells.Read("Repeat 12 times: Discharge at 1C at 40 degC until 3.2 V; Rest for 10 min; Charge at 1C until 4 V");
        MemoryJournal journal = new(null, 5);
        SimulationResult whole = LongRunCells.Run(cell, protocol, false, journal, rows: OutputRows.Every);
        AssertSame(whole, LongRunCells.Run(cell, protocol, false, new MemoryJournal(journal, int.MaxValue), rows: OutputRows.Every));
        Assert.Equal(whole.Thermal, LongRunCells.Run(cell, protocol, false, new MemoryJournal(journal, int.MaxValue), rows: OutputRows.Every).Thermal);
    }

    [Fact]
    public void A_cell_that_swells_in_its_frame_goes_on_to_the_last_bit_too()
    {
        CellDescription cell = Swelling.SwellingCells.Composite(0.8, 0.05, new() { StackStiffness = 1e12 }) with { StackPressure = 5e6 };
        Protocol protocol = LongRunCells.Read("Charge at 4 A for 30 min\nPress at 8 MPa\nRepeat 9 times: Discharge at 20 A for 1 h; Charge at 20 A for 1 h");
        MemoryJournal journal = new(null, 6);
        SimulationResult whole = LongRunCells.Run(cell, protocol, false, journal, rows: OutputRows.Every);
        Assert.True(whole.Status == SimulationStatus.Completed, whole.Reason);
        SimulationResult again = LongRunCells.Run(cell, protocol, false, new MemoryJournal(journal, int.MaxValue), rows: OutputRows.Every);
        AssertSame(whole, again);
        Assert.Equal(whole.Series.Pressure, again.Series.Pressure);
        Assert.True(whole.Series.Pressure.Distinct().Count() > 100);
    }

    [Fact]
    public void A_journal_changes_nothing()
    {
        Protocol protocol = LongRunCells.Read(Text);
        AssertSame(LongRunCells.Run(Cell, protocol, true, rows: OutputRows.Every), LongRunCells.Run(Cell, protocol, true, new MemoryJournal(null, 1), rows: OutputRows.Every));
    }

    [Fact]
    public void A_run_that_keeps_only_summaries_and_is_stopped_in_its_last_cycle_tells_each_step_of_it_once()
    {
        Protocol protocol = LongRunCells.Read("Repeat 9 times: Discharge at 0.5C until 3.2 V; Rest for 1 h; Charge at 0.5C until 3.8 V");
        using CancellationTokenSource stop = new();
        MemoryJournal journal = new(null, int.MaxValue);
        SimulationResult stopped = new CellSimulation(Cell, protocol, LongRunCells.Options(false)).Run(new StopAt(stop, 9), journal, stop.Token);
        Assert.Equal((SimulationStatus.Cancelled, 9, 8), (stopped.Status, stopped.CycleCount, journal.Kept!.Cycle));
        AssertSame(LongRunCells.Run(Cell, protocol, false), LongRunCells.Run(Cell, protocol, false, new MemoryJournal(journal, int.MaxValue)));
    }

    [Fact]
    public void A_run_that_the_user_stops_leaves_a_checkpoint_of_its_last_finished_cycle()
    {
        Protocol protocol = LongRunCells.Read(Text);
        using CancellationTokenSource stop = new();
        MemoryJournal journal = new(null, int.MaxValue);
        StopAt progress = new(stop, 9);
        SimulationResult stopped = new CellSimulation(Cell, protocol, LongRunCells.Options(false, OutputRows.Every)).Run(progress, journal, stop.Token);
        Assert.Equal(SimulationStatus.Cancelled, stopped.Status);
        Assert.Equal(stopped.Cycles.Count - 1, journal.Kept!.Cycle);
        SimulationResult whole = LongRunCells.Run(Cell, protocol, false, rows: OutputRows.Every);
        AssertSame(whole, LongRunCells.Run(Cell, protocol, false, new MemoryJournal(journal, int.MaxValue), rows: OutputRows.Every));
    }

    [Fact]
    public void A_checkpoint_of_another_cell_or_that_is_cut_short_is_refused()
    {
        Protocol protocol = LongRunCells.Read(Text);
        MemoryJournal journal = new(null, 3);
        LongRunCells.Run(Cell, protocol, false, journal);
        RunCheckpoint kept = journal.Kept!;
        CellDescription other = LongRunCells.Lithium([LongRunCells.Growth]);
        Assert.Contains("another cell", Assert.Throws<InvalidDataException>(() => LongRunCells.Run(other, protocol, false, new MemoryJournal(null, 1) { Resumed = kept })).Message, StringComparison.Ordinal);
        Assert.Contains("too early", Assert.Throws<InvalidDataException>(
            () => LongRunCells.Run(Cell, protocol, false, new MemoryJournal(null, 1) { Resumed = kept with { Content = kept.Content[..100] } })).Message, StringComparison.Ordinal);
        Assert.Contains("another version", Assert.Throws<InvalidDataException>(
            () => LongRunCells.Run(Cell, protocol, false, new MemoryJournal(null, 1) { Resumed = kept with { Content = new byte[] { 9, 9, 9, 9 } } })).Message, StringComparison.Ordinal);
    }

    private static void AssertSame(SimulationResult a, SimulationResult b)
    {
        Assert.Equal((a.Status, a.Reason, a.Diagnosis), (b.Status, b.Reason, b.Diagnosis));
        Assert.Equal(a.Cycles, b.Cycles);
        if (a.EveryCycle is not null && b.EveryCycle is not null)
        {
            Assert.Equal(a.EveryCycle.Select(c => c.Cycle), b.EveryCycle.Select(c => c.Cycle));
            Assert.Equal(a.EveryCycle.Select(c => c.Ageing), b.EveryCycle.Select(c => c.Ageing));
        }

        Assert.Equal(a.Steps, b.Steps);
        Assert.Equal(a.Statistics, b.Statistics);
        foreach (var column in new Func<TimeSeries, IReadOnlyList<double>>[]
        {
            s => s.Time, s => s.Voltage, s => s.Current, s => s.Temperature, s => s.Capacity, s => s.Energy, s => s.OpenCircuitVoltage, s => s.NegativeLithiumThickness,
        })
        {
            Assert.Equal(column(a.Series), column(b.Series));
        }

        Assert.Equal(a.Losses?.Values ?? [], b.Losses?.Values ?? []);
        Assert.Equal(a.Fields?.Times ?? [], b.Fields?.Times ?? []);
        Assert.Equal(a.Fields?.Fields.SelectMany(f => f.Values.SelectMany(v => v)) ?? [], b.Fields?.Fields.SelectMany(f => f.Values.SelectMany(v => v)) ?? []);
        Assert.Equal(a.Ageing?.Columns.Select(c => c.Values) ?? [], b.Ageing?.Columns.Select(c => c.Values) ?? []);
        Assert.Equal(a.Ageing?.Time ?? [], b.Ageing?.Time ?? []);
        Assert.Equal(a.Balances, b.Balances);
        Assert.Equal(a.Attribution?.Causes ?? [], b.Attribution?.Causes ?? []);
        Assert.Equal(a.Acceleration?.Spans ?? [], b.Acceleration?.Spans ?? []);
        Assert.Equal(a.Acceleration?.EstimatedError, b.Acceleration?.EstimatedError);
    }

    private sealed class StopAt(CancellationTokenSource stop, int cycle) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value)
        {
            if (value.Cycle >= cycle)
            {
                stop.Cancel();
            }
        }
    }
}
