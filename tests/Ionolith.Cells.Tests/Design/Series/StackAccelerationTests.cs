using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.LongRuns;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Design.Series;

/// <summary>Stacks whose cycles are extrapolated, against runs of every cycle.</summary>
public sealed class StackAccelerationTests
{
    private const string Cycles = "Repeat 150 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V";

    public static TheoryData<string> Stacks => [.. Cases.Keys];

    private static Dictionary<string, (CellDescription[] Cells, string Protocol)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["leaks that differ"] = (Spread(LongRunCells.Lithium([]) with { LeakResistance = 100 }, leak: 0.3), Cycles),
        ["ageing in cells that differ"] = (Spread(LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 2e-21 }], AgeingLawsOfTests.FadingHost(3e-7))), Cycles),
        ["ageing and leaks"] = (
            Spread(LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 1e-21 }], AgeingLawsOfTests.FadingHost(2e-7)) with { LeakResistance = 200 }, leak: 0.3), Cycles),
        ["graphite that consumes lithium, and leaks"] = (
            Spread(LongRunCells.Graphite(LongRunCells.Growth with { RateConstant = 2e-21 }) with { LeakResistance = 50 }, leak: 0.4), "Repeat 160 times: Charge at 1C until 4.1 V; Discharge at 1C until 3.2 V"),
        ["a voltage that is held"] = (
            Spread(LongRunCells.Lithium([], AgeingLawsOfTests.FadingHost(4e-7)) with { LeakResistance = 200 }, leak: 0.3),
            "Repeat 120 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V; Hold at 3.8 V until C/10"),
    };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_capacity_at_the_end_is_that_of_the_full_run_within_one_percent_and_within_its_estimate(string name)
    {
        (CellDescription[] cells, string text) = Cases[name];
        SeriesResult full = Run(cells, text, accelerate: false), fast = Run(cells, text, accelerate: true);
        Assert.True(full.Status == SimulationStatus.Completed, full.Reason);
        Assert.True(fast.Status == SimulationStatus.Completed, fast.Reason);
        AccelerationReport report = fast.Acceleration!;
        double first = full.Cycles[0].Discharge, error = Math.Abs(full.Cycles[^1].Discharge - fast.Cycles[^1].Discharge) / first;
        string what = $"error {error:g3}, estimate {report.EstimatedError:g3}, shift {report.EstimatedShift:g3}, simulated {report.Simulated}, tried {report.Tried}, left {full.Cycles[^1].Discharge / first:0.0000} {report.Refusal}";
        Assert.True(full.Cycles[^1].Discharge < 0.97 * first, what);
        Assert.True(error < 0.01, what);

        // The full run itself is reproducible to its tolerance only.
        Assert.True(error < report.EstimatedError + 3e-4, what);
        Assert.True(report.Simulated + report.Tried < 0.75 * full.CycleCount, what);
        Assert.Equal(full.Cycles.Select(c => c.Number), fast.Cycles.Select(c => c.Number));
        Assert.Equal(fast.Cycles.Count(c => c.IsSimulated), report.Simulated);
        Assert.All(fast.Cycles.Zip(full.Cycles), p => Assert.True(Math.Abs(p.First.Discharge - p.Second.Discharge) < 0.01 * first, $"cycle {p.First.Number}: {p.First.Discharge / first} {p.Second.Discharge / first}"));
        Assert.Equal(full.Cycles[^1].EndTime, fast.Cycles[^1].EndTime, 3e-3 * full.Cycles[^1].EndTime);
        Assert.Equal(full.Imbalance, fast.Imbalance, 2e-3 * full.Imbalance);

        // One charge has passed through all cells, and each has its lithium where that charge and its own losses say.
        Assert.All(fast.Cells, c => Assert.Equal(fast.Cells[0].Capacity[^1], c.Capacity[^1], 1e-9 * first));
        Assert.All(fast.Balances.SelectMany(b => b), b => Assert.True(b.RelativeError < 1e-9, $"{b.Name}: {b.RelativeError}"));
    }

    [Fact]
    public void Cells_that_are_alike_are_extrapolated_as_one_of_them()
    {
        CellDescription cell = LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 1e-21 }], AgeingLawsOfTests.FadingHost(3e-7));
        SeriesResult stack = Run([cell, cell, cell], Cycles, accelerate: true);
        SimulationResult one = LongRunCells.Run(cell, LongRunCells.Read(Cycles), accelerate: true);

        Assert.Equal(one.Acceleration!.Spans, stack.Acceleration!.Spans);
        Assert.Equal(one.Acceleration.EstimatedError, stack.Acceleration.EstimatedError);
        Assert.NotEmpty(stack.Acceleration.Spans);
        Assert.Equal(one.Cycles.Select(c => (c.Discharge, c.Charge, c.EndTime)), stack.Cycles.Select(c => (c.Discharge, c.Charge, c.EndTime)));
        Assert.All(one.Cycles.Zip(stack.Cycles), p => Tolerance.Relative(3 * p.First.DischargeEnergy, p.Second.DischargeEnergy, 1e-13));
        Assert.Equal(one.Ageing!.Columns.Select(c => ($"each cell: {c.Place}", c.Name, c.Values[^1])), stack.AtCycles.Columns.Skip(2).Select(c => (c.Place, c.Name, c.Values[^1])));
    }

    [Fact]
    public void An_end_of_the_protocol_is_found_in_simulated_cycles()
    {
        (CellDescription[] cells, string text) = Cases["ageing and leaks"];
        SeriesResult full = Run(cells, text, accelerate: false, until: "75 % capacity"), fast = Run(cells, text, accelerate: true, until: "75 % capacity");
        Assert.Contains("75 % capacity", full.Reason, StringComparison.Ordinal);
        Assert.Contains("75 % capacity", fast.Reason, StringComparison.Ordinal);
        Assert.InRange(full.CycleCount, 20, 149);
        Assert.InRange(fast.CycleCount, full.CycleCount - 1, full.CycleCount + 1);
        Assert.True(fast.Cycles[^1].IsSimulated && fast.Cycles[^2].IsSimulated);
    }

    [Fact]
    public void An_extrapolated_stack_goes_on_from_a_checkpoint_to_the_last_bit()
    {
        (CellDescription[] cells, string text) = Cases["ageing and leaks"];
        MemoryJournal journal = new(null, 40);
        SeriesResult whole = Run(cells, text, accelerate: true, journal: journal);
        SeriesResult again = Run(cells, text, accelerate: true, journal: new MemoryJournal(journal, int.MaxValue));
        Assert.InRange(journal.Kept!.Cycle, 40, whole.CycleCount - 10);
        StackResumeTests.AssertSame(whole, again);
        Assert.Equal(whole.Acceleration!.Spans, again.Acceleration!.Spans);
        Assert.Equal(whole.Acceleration.EstimatedError, again.Acceleration.EstimatedError);
        Assert.Equal(whole.EveryCycle!.SelectMany(r => r.Ageing), again.EveryCycle!.SelectMany(r => r.Ageing));
    }

    [Theory]
    [InlineData(0.02, double.PositiveInfinity, "nothing ages in these cells, and no leak drives them apart")]
    [InlineData(0, 100, "nothing ages in these cells, and no leak drives them apart")]
    public void A_stack_in_which_nothing_is_slow_is_simulated_and_says_why(double spread, double leak, string reason)
    {
        CellDescription[] cells = [.. SeriesStackSimulation.Spread(LongRunCells.Lithium([]) with { LeakResistance = leak }, 2, new(spread, 0, 1))];
        string text = Cycles.Replace("150", "15", StringComparison.Ordinal);
        SeriesResult full = Run(cells, text, accelerate: false), fast = Run(cells, text, accelerate: true);
        Assert.Contains(reason, fast.Acceleration!.Refusal, StringComparison.Ordinal);
        Assert.Equal(full.Cycles, fast.Cycles);
        Assert.Null(full.Acceleration);
    }

    private static CellDescription[] Spread(CellDescription cell, double leak = 0) => [.. SeriesStackSimulation.Spread(cell, 3, new(0.02, 0.05, 4) { Leak = leak })];

    private static SeriesResult Run(CellDescription[] cells, string text, bool accelerate, string? until = null, IRunJournal? journal = null) =>
        new SeriesStackSimulation(cells, LongRunCells.Options(accelerate)).Run(LongRunCells.Read(text, until is null ? [] : [until]), null, journal, CancellationToken.None);
}
