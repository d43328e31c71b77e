using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.LongRuns;
using Xunit;

namespace Ionolith.Cells.Tests.Simulation;

/// <summary>A cell that dies says of what, and in which step of which cycle.</summary>
public sealed class EndOfLifeTests
{
    private static SimulationResult Run(CellDescription cell, string text, params string[] until) =>
        LongRunCells.Run(cell, LongRunCells.Read(text, until), accelerate: false);

    private static void Dies(SimulationResult run, string of)
    {
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains(of, run.Reason, StringComparison.Ordinal);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-11, $"{b.Name} {b.RelativeError}"));
    }

    [Fact]
    public void Of_lithium_that_an_interphase_has_taken_while_the_cell_rests()
    {
        // 1 um of foil is 0.0769 mol/m2; the layer takes L/V_Li, so that it is gone at L = 1.538 um, after L^2/(2 k).
        CellDescription cell = LongRunCells.Lithium([new ParabolicGrowth { RateConstant = 1e-17, Conductivity = 1e-3, VolumePerLithium = 2e-5 }]);
        cell = cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal metal ? metal with { Thickness = 1e-6 } : l)] };
        SimulationResult run = Run(cell, "Repeat 20 times: Rest for 10 h");
        Dies(run, "the lithium of 'lithium' is used up");
        double length = 1e-6 / 13e-6 * 2e-5, end = length * length / 2e-17;

        // Lithium leaves the metal in portions of 3e-4 of the nominal 1.25 mol/m2: half a per cent of this foil, one of the time.
        Assert.InRange(run.Cycles[^1].EndTime, end, 1.015 * end);
        int cycle = (int)Math.Ceiling(end / 36_000);
        Assert.Contains($"in step {cycle} of cycle {cycle} ('Rest for 10 h')", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_host_from_which_ageing_has_taken_all()
    {
        SimulationResult run = Run(
            LongRunCells.Lithium([], new Decomposition { ExchangeCurrent = 1e-3, ReductionPotential = 4.5, TransferCoefficient = 0.2 }), "Rest for 5000 h");
        Dies(run, "ageing takes lithium from the host, and there is none left in it (at 'positive')");
        Assert.InRange(run.Hosts[0].End, 0, 1e-2 * run.Hosts[0].Start);
    }

    [Fact]
    public void Of_particles_that_crack_until_none_is_left()
    {
        ParticleCracking law = new() { YoungModulus = 2e11, VolumeChange = 0.3, CriticalStress = 2e6, Rate = 1e-8, Exponent = 8 };
        CellDescription cell = LongRunCells.Lithium([], law);
        SimulationResult run = Run(cell, "Repeat 50 times: Discharge at 1C for 0.3 h; Charge at 1C for 0.3 h");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.True(
            run.Reason.Contains("particle-cracking", StringComparison.Ordinal) || run.Reason.Contains("the host is lost: less than 1 %", StringComparison.Ordinal)
            || run.Reason.Contains("at its surface", StringComparison.Ordinal), run.Reason);
    }

    [Fact]
    public void Of_an_interface_that_has_grown_shut()
    {
        SimulationResult run = Run(
            LongRunCells.Lithium([new ReactionLimitedGrowth { Rate = 1e-9, Conductivity = 1e-15, VolumePerLithium = double.PositiveInfinity }]), "Rest for 100 h");
        Dies(run, "the interface has closed: what has grown there would take");
    }

    [Fact]
    public void A_law_whose_values_make_no_sense_is_named_when_it_holds_the_run_up()
    {
        AgeingMechanism law = new ReactionLimitedGrowth { Rate = 1e-12, Conductivity = 1e-8, TransferCoefficient = 0.5, ReferencePotential = 4 };
        CellSimulation simulation = new(LongRunCells.Lithium([law]), LongRunCells.Read("Discharge at 1C for 1 h"), new SimulationOptions { MaximumSteps = 500 });
        SimulationResult run = simulation.Run();
        Assert.NotEqual(SimulationStatus.Completed, run.Status);
        Assert.True(run.Reason.Contains("look at the values of its laws (reaction-limited-growth)", StringComparison.Ordinal), run.Reason);
    }
}
