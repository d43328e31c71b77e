using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Ageing.Lithium;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>What the discharges of a long run are compared with, and which of them count.</summary>
public sealed class RetentionTests
{
    private const string DischargeFirst = "Repeat 12 times: Discharge at 0.5C until 2.5 V; Charge at 0.5C until 3.8 V";

    private static SimulationResult Run(CellDescription cell, string text, params string[] until) =>
        new CellSimulation(cell, LongRunCells.Read(text, until), new SimulationOptions()).Run();

    private static CellDescription Bare(double efficiency, double nucleation = 0) => AnodeFreeCells.Collector(
        [new DeadLithium { CoulombicEfficiency = efficiency }, .. nucleation > 0 ? new[] { new Nucleation { Overpotential = nucleation, CoveringCharge = 3600 } } : []]);

    [Fact]
    public void A_cell_that_begins_without_lithium_is_compared_with_its_first_full_discharge()
    {
        // Nothing is delivered in cycle 1; then each cycle leaves a share of 0.95: after five of them 0.95^5 = 0.774.
        SimulationResult run = Run(Bare(0.95), DischargeFirst, "80 % capacity");
        Assert.Contains("after cycle 7: 80 % capacity", run.Reason, StringComparison.Ordinal);
        Assert.Equal(2, FullDischarge.First(run.Cycles)!.Number);
        Tolerance.Relative(Math.Pow(0.95, 5), run.Cycles[6].Discharge / run.Cycles[1].Discharge, 1e-3, "retention");
        Assert.Contains("After 7 cycles the cell delivers 77.38 % of its first full discharge, that of cycle 2 (", run.Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_begins_charged_is_compared_with_its_first_discharge()
    {
        SimulationResult run = Run(LongRunCells.Lithium([LongRunCells.Growth]), "Repeat 3 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V");
        Assert.Equal(1, FullDischarge.First(run.Cycles)!.Number);
        Assert.Contains("% of its first discharge (", run.Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_cycle_that_an_end_cuts_is_not_told_as_retention()
    {
        CellDescription cell = LongRunCells.Lithium([LongRunCells.Growth]);
        SimulationResult whole = Run(cell, "Repeat 3 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V");
        double half = 0.5 * (whole.Steps[3].Time.End + whole.Steps[4].Time.End);
        SimulationResult cut = Run(cell, "Repeat 5 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V", FormattableString.Invariant($"{half} s"));
        Assert.Equal(SimulationStatus.Completed, cut.Status);
        Assert.Equal([true, true, false], cut.Cycles.Select(c => c.IsWhole));
        Assert.True(cut.Cycles[2].Discharge < 0.7 * cut.Cycles[1].Discharge);
        Assert.Contains("After 2 cycles the cell delivers", cut.Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void Discharges_of_next_to_nothing_have_no_retention_and_no_causes()
    {
        SimulationResult run = Run(Bare(0.95), "Repeat 3 times: Discharge at 0.5C until 2.5 V; Rest for 1 h");
        Assert.DoesNotContain("NaN", run.Diagnosis, StringComparison.Ordinal);
        Assert.DoesNotContain("first discharge", run.Diagnosis, StringComparison.Ordinal);
        Assert.Null(run.Attribution);
    }

    [Fact]
    public void Nucleation_is_behind_the_fresh_cell_that_an_aged_one_is_compared_with()
    {
        SimulationResult run = Run(Bare(0.95, nucleation: 0.3), "Repeat 3 times: Charge at 0.5C until 3.8 V; Discharge at 0.5C until 2.5 V");
        Assert.Equal(["lithium"], run.Attribution!.Causes.Select(c => c.Effect));
        Assert.True(run.Attribution.Lost > 0);
        Assert.DoesNotContain("more than a fresh cell would", run.Diagnosis, StringComparison.Ordinal);
        Assert.DoesNotContain(": .", run.Diagnosis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0.9, false)]
    [InlineData(1, true)]
    [InlineData(1.2, true)]
    public void A_first_charge_tells_an_efficiency_where_it_gave_all_that_is_then_delivered(double charge, bool tells)
    {
        CycleResult cycle = new(1, 1, charge, 1, 1, 3, 100);
        Assert.Equal(tells ? 1 / charge : double.NaN, cycle.CoulombicEfficiency);
        Assert.Equal(charge > 0.5 ? 1 / charge : double.NaN, (cycle with { Number = 2, ChargeBefore = 1 }).CoulombicEfficiency);
    }
}
