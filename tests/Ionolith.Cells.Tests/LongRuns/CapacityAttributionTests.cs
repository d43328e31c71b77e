using Ionolith.Cells.Ageing;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Why the capacity falls, where the reason is known.</summary>
public sealed class CapacityAttributionTests
{
    private const string Text = "Repeat 60 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V";

    private static SimulationResult Run(CellDescription cell, string text = Text) =>
        new CellSimulation(cell, LongRunCells.Read(text), new SimulationOptions { Rows = OutputRows.Summary, RelativeTolerance = 1e-5, AbsoluteTolerance = 1e-7 }).Run();

    private static double Gain(CapacityAttribution why, string place, string effect) =>
        why.Causes.Single(c => string.Equals(c.Place, place, StringComparison.Ordinal) && string.Equals(c.Effect, effect, StringComparison.Ordinal)).Gain;

    [Fact]
    public void Where_host_is_lost_the_whole_loss_is_lost_host()
    {
        SimulationResult run = Run(LongRunCells.Lithium([], AgeingLawsOfTests.FadingHost(5e-7)));
        CapacityAttribution why = run.Attribution!;
        CapacityCause cause = Assert.Single(why.Causes);
        Assert.Equal(("positive", "active material"), (cause.Place, cause.Effect));
        Assert.Equal(why.Lost, cause.Gain, 1e-9 * why.Fresh);
        Assert.Equal(0, why.Together, 1e-9 * why.Fresh);

        // Held at its state, the aged cell delivers what it delivered in the run.
        Assert.Equal(run.Cycles[^1].Discharge, why.Aged, 2e-3 * why.Fresh);

        // Low currents: the capacity is nearly the share of host that is left.
        double left = run.Ageing!.Columns.Single(c => string.Equals(c.Name, "active share", StringComparison.Ordinal)).Values[^1];
        Assert.Equal(left, why.Aged / why.Fresh, 2e-3);
        Assert.Contains("by active material at 'positive'", run.Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void Switching_all_back_gives_the_capacity_of_a_cell_that_never_aged()
    {
        AgeingMechanism[] anode = [LongRunCells.Growth with { RateConstant = 5e-21 }];
        SimulationResult aged = Run(LongRunCells.Lithium(anode, AgeingLawsOfTests.FadingHost(5e-7))), fresh = Run(LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 0 }]));
        CapacityAttribution why = aged.Attribution!;
        Assert.Equal(fresh.Cycles[^1].Discharge, why.Fresh, 2e-3 * why.Fresh);
        Assert.True(why.Lost > 0.02 * why.Fresh && Math.Abs(why.Together) < 0.05 * why.Lost, $"{why.Together / why.Lost}");
        Assert.True(Gain(why, "lithium", "resistance") > 0.01 * why.Fresh, $"{Gain(why, "lithium", "resistance") / why.Fresh}");
        Assert.True(Gain(why, "positive", "active material") > 0.01 * why.Fresh, $"{Gain(why, "positive", "active material") / why.Fresh}");

        // Metal in excess: the lithium that is gone costs nothing.
        Assert.Equal(0, Gain(why, "lithium", "lithium"), 1e-9 * why.Fresh);
        Assert.Empty(fresh.Attribution?.Causes ?? []);
        Assert.True(why.Causes.Zip(why.Causes.Skip(1)).All(p => p.First.Gain >= p.Second.Gain));
    }

    [Fact]
    public void A_last_discharge_without_a_charge_leaves_the_cause_to_the_cycle_before()
    {
        CellDescription cell = LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 5e-21 }], AgeingLawsOfTests.FadingHost(5e-7));
        SimulationResult run = new CellSimulation(cell, LongRunCells.Read(Text + "\nDischarge at 0.1C until 3.2 V")).Run();
        CapacityAttribution why = run.Attribution!;

        Assert.Equal(run.Cycles[^1].Number - 1, why.Cycle);
        Assert.True(why.Fresh > 0 && why.Lost > 0, $"{why.Fresh}, {why.Lost}");
        Assert.DoesNotContain("NaN", run.Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_asked_for_changes_nothing_else_of_the_result()
    {
        CellDescription cell = LongRunCells.Lithium([LongRunCells.Growth]);
        SimulationOptions options = new() { Rows = OutputRows.StepEnds };
        SimulationResult with = new CellSimulation(cell, LongRunCells.Read(Text), options).Run();
        SimulationResult without = new CellSimulation(cell, LongRunCells.Read(Text), options with { Attribution = false }).Run();
        Assert.Null(without.Attribution);
        Assert.Equal(without.Cycles, with.Cycles);
        Assert.Equal(without.Balances, with.Balances);
        Assert.Equal(without.Statistics, with.Statistics);
    }

    [Fact]
    public void Resistance_and_lithium_of_each_cycle_follow_what_has_aged()
    {
        SimulationResult run = Run(LongRunCells.Lithium([LongRunCells.Growth with { RateConstant = 5e-21 }]));
        double[] added = [.. run.Ageing!.Columns.Single(c => string.Equals(c.Name, "resistance added", StringComparison.Ordinal)).Values];
        double[] lost = [.. run.Ageing.Columns.Single(c => string.Equals(c.Name, "lithium lost", StringComparison.Ordinal)).Values];
        CycleResult early = run.Cycles[10], late = run.Cycles[^1];

        // The jump is at the start of the discharge, when the resistance is that of the end of the cycle before; area 1 m2.
        Assert.Equal(added[59] - added[10], late.Resistance - early.Resistance, 2e-2 * (added[59] - added[10]));
        Assert.Equal(lost[60] - lost[11], early.LithiumInventory - late.LithiumInventory, 1e-6 * early.LithiumInventory);
        Assert.All(run.Cycles, c => Assert.True(c.Resistance > 0, $"{c.Number}"));
    }

    [Fact]
    public void A_calendar_run_says_what_has_grown()
    {
        SimulationResult run = Run(LongRunCells.Lithium([LongRunCells.Growth]), "Repeat 12 times: Rest for 30 h");
        Assert.StartsWith("In 360 h at rest the interphase thickness at 'lithium' went from 0.001 um to", run.Diagnosis, StringComparison.Ordinal);
        Assert.Equal(13, run.Ageing!.Cycle.Count);
        Assert.Null(run.Attribution);
    }
}
