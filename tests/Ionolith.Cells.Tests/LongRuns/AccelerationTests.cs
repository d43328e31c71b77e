using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Runs whose slow states are extrapolated, against runs of every cycle.</summary>
public sealed class AccelerationTests
{
    public static TheoryData<string> Cells => [.. Cases.Keys];

    private static Dictionary<string, (CellDescription Cell, string Protocol)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["interphase on lithium"] = (LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 1e-21 }]), LongRunCells.Cycles),
        ["interphase on lithium and on the host"] = (
            LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 5e-22 }], LongRunCells.Growth with { RateConstant = 1e-23, VolumePerLithium = 1e-4 }), LongRunCells.Cycles),
        ["interphase on graphite"] = (
            LongRunCells.Graphite(LongRunCells.Growth with { RateConstant = 4e-21 }),
            "Repeat 150 times: Charge at 1C until 4.1 V; Hold at 4.1 V until C/20; Discharge at 1C until 3.2 V"),
        ["loss of host"] = (LongRunCells.Lithium([], AgeingLawsOfTests.FadingHost(5e-7)), LongRunCells.Cycles),
        ["a contact that relaxes"] = (LongRunCells.Lithium([], AgeingLawsOfTests.RestlessContact(3e-3, 1e-4, 1e-5)), LongRunCells.Cycles),
        ["all of it"] = (
            LongRunCells.Lithium(
                [LongRunCells.Growth with { RateConstant = 3e-22 }], AgeingLawsOfTests.RestlessContact(1e-3, 1e-4, 5e-6), AgeingLawsOfTests.FadingHost(1e-7)),
            LongRunCells.Cycles),
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_capacity_at_the_end_is_that_of_the_full_run_within_one_percent_and_within_its_estimate(string name)
    {
        (CellDescription cell, string text) = Cases[name];
        Protocol protocol = LongRunCells.Read(text);
        SimulationResult full = LongRunCells.Run(cell, protocol, accelerate: false), fast = LongRunCells.Run(cell, protocol, accelerate: true);
        Assert.True(full.Status == SimulationStatus.Completed, full.Reason);
        Assert.True(fast.Status == SimulationStatus.Completed, fast.Reason);
        double first = full.Cycles[0].Discharge, error = Math.Abs(full.Cycles[^1].Discharge - fast.Cycles[^1].Discharge) / first;
        AccelerationReport report = fast.Acceleration!;
        string what = $"error {error:g3}, estimate {report.EstimatedError:g3}, shift {report.EstimatedShift:g3}, simulated {report.Simulated}, tried {report.Tried}, left {full.Cycles[^1].Discharge / first:0.0000}";
        Assert.True(error < 0.01, what);

        // The full run itself is reproducible to its tolerance only.
        Assert.True(error < report.EstimatedError + 3e-4, what);
        Assert.Equal(full.Cycles.Count, fast.Cycles.Count);
        Assert.Equal(Enumerable.Range(1, full.Cycles.Count), fast.Cycles.Select(c => c.Number));
        Assert.Equal(full.Ageing!.Cycle, fast.Ageing!.Cycle);
        Assert.True(report.Simulated + report.Tried < 0.7 * full.Cycles.Count, what);
        Assert.Equal(fast.Cycles.Count(c => c.IsSimulated), report.Simulated);
        Assert.All(fast.Cycles.Zip(full.Cycles), p => Assert.True(Math.Abs(p.First.Discharge - p.Second.Discharge) < 0.01 * first, $"cycle {p.First.Number}: {p.First.Discharge / first} {p.Second.Discharge / first}"));
        Assert.Equal(full.Cycles[^1].EndTime, fast.Cycles[^1].EndTime, 3e-3 * full.Cycles[^1].EndTime);
        Assert.All(fast.Balances, b => Assert.True(b.RelativeError < 1e-9, $"{b.Name}: {b.RelativeError}"));
    }

    [Fact]
    public void Times_and_cycle_numbers_of_rows_do_not_run_backwards()
    {
        (CellDescription cell, string text) = Cases["all of it"];
        SimulationResult fast = LongRunCells.Run(cell, LongRunCells.Read(text), accelerate: true, rows: OutputRows.StepEnds);
        for (int i = 1; i < fast.Series.Count; i++)
        {
            Assert.True(fast.Series.Time[i] >= fast.Series.Time[i - 1], $"row {i}");
            Assert.True(fast.Series.Cycle[i] >= fast.Series.Cycle[i - 1], $"row {i}");
        }

        Assert.All(fast.Cycles.Zip(fast.Cycles.Skip(1)), p => Assert.True(p.Second.EndTime > p.First.EndTime, $"cycle {p.Second.Number}"));
        Assert.All(fast.Steps, s => Assert.Equal((2 * (s.Cycle - 1)) + (s.Text.StartsWith("Discharge", StringComparison.Ordinal) ? 1 : 2), s.Number));
    }

    [Fact]
    public void An_end_of_the_protocol_is_found_in_simulated_cycles()
    {
        (CellDescription cell, string text) = Cases["loss of host"];
        Protocol protocol = LongRunCells.Read(text, "80 % capacity");
        SimulationResult full = LongRunCells.Run(cell, protocol, accelerate: false), fast = LongRunCells.Run(cell, protocol, accelerate: true);
        Assert.Contains("80 % capacity", full.Reason, StringComparison.Ordinal);
        Assert.Contains("80 % capacity", fast.Reason, StringComparison.Ordinal);
        Assert.InRange(full.Cycles.Count, 30, 299);
        Assert.InRange(fast.Cycles.Count, full.Cycles.Count - 1, full.Cycles.Count + 1);
        Assert.True(fast.Cycles[^1].IsSimulated && fast.Cycles[^2].IsSimulated);
        Assert.True(fast.Acceleration!.Simulated < full.Cycles.Count / 2, $"{fast.Acceleration.Simulated} of {full.Cycles.Count}");
    }

    [Fact]
    public void A_total_time_ends_the_run_where_it_ends_the_full_one()
    {
        (CellDescription cell, string text) = Cases["interphase on lithium"];
        Protocol protocol = LongRunCells.Read(text, "300 h");
        SimulationResult full = LongRunCells.Run(cell, protocol, accelerate: false), fast = LongRunCells.Run(cell, protocol, accelerate: true);
        Assert.Equal(full.Cycles.Count, fast.Cycles.Count);
        Assert.Equal(300 * 3600, fast.Cycles[^1].EndTime, 1e-6);
    }

    [Fact]
    public void A_cell_that_dies_suddenly_dies_in_the_same_cycle()
    {
        CellDescription cell = LongRunCells.Lithium([AgeingLawsOfTests.Filament(1, 3e6)], AgeingLawsOfTests.FadingHost(5e-8));
        Protocol protocol = LongRunCells.Read(LongRunCells.Cycles);
        SimulationResult full = LongRunCells.Run(cell, protocol, accelerate: false), fast = LongRunCells.Run(cell, protocol, accelerate: true);
        Assert.Equal(SimulationStatus.CellLimit, full.Status);
        Assert.Equal(SimulationStatus.CellLimit, fast.Status);
        Assert.Contains("filament", fast.Reason, StringComparison.Ordinal);
        Assert.InRange(fast.Cycles.Count, full.Cycles.Count - 1, full.Cycles.Count + 1);
        Assert.InRange(full.Cycles.Count, 100, 290);
    }

    [Fact]
    public void Only_repetitions_are_skipped_and_each_by_itself()
    {
        CellDescription cell = LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 5e-20 }]);
        Protocol protocol = LongRunCells.Read(
            "Discharge at 0.1C until 3.2 V\nCharge at 0.1C until 3.8 V\nRepeat 60 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V"
            + "\nRepeat 3 times: Discharge at 0.1C until 3.2 V; Charge at 0.1C until 3.8 V\nRepeat 60 times: Discharge at 0.3C until 3.2 V; Charge at 0.5C until 3.8 V");
        SimulationResult full = LongRunCells.Run(cell, protocol, accelerate: false), fast = LongRunCells.Run(cell, protocol, accelerate: true);
        Assert.All(fast.Acceleration!.Spans, s => Assert.True((s.First > 2 && s.Last < 62) || (s.First > 65 && s.Last < 125), $"{s}"));
        Assert.Contains(fast.Acceleration.Spans, s => s.First > 65);
        Assert.All(full.Cycles.Zip(fast.Cycles), p => Assert.Equal(p.First.Discharge, p.Second.Discharge, 0.005 * full.Cycles[0].Discharge));
    }

    [Theory]
    [InlineData(LongRunCells.Cycles, false, "nothing in this cell ages")]
    [InlineData("Repeat 5 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V", true, "no cycle of the protocol is repeated 10 times")]
    [InlineData("Repeat 30 times: Rest for 1 h", true, "no cycle that is repeated 10 times discharges")]
    public void Where_nothing_can_be_skipped_the_run_says_why_and_is_that_without_acceleration(string text, bool ages, string reason)
    {
        CellDescription cell = LongRunCells.Lithium(ages ? [LongRunCells.Growth] : []);
        Protocol protocol = LongRunCells.Read(text.Replace("300", "20", StringComparison.Ordinal));
        SimulationResult full = LongRunCells.Run(cell, protocol, accelerate: false), fast = LongRunCells.Run(cell, protocol, accelerate: true);
        Assert.Contains(reason, fast.Acceleration!.Refusal, StringComparison.Ordinal);
        Assert.Equal(full.Cycles, fast.Cycles);
        Assert.Null(full.Acceleration);
    }
}
