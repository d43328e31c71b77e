using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Ageing.Lithium;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing;

/// <summary>A growing interphase in whole cells: what it costs, and where the lithium goes.</summary>
public sealed class InterphaseGrowthRunTests
{
    private const double Hour = 3600;
    private static readonly ParabolicGrowth Growth = new() { RateConstant = 1e-19, Conductivity = 1e-5, VolumePerLithium = 2e-5, InitialThickness = 1e-9 };

    private static SimulationResult Run(CellDescription cell, double tolerance, params string[] steps) =>
        new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!, new SimulationOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance / 100 }).Run();

    private static double Last(SimulationResult run, string place, string name) => AgeingColumns.Column(run, place, name)[^1];

    [Fact]
    public void At_rest_the_thickness_follows_the_root_of_time()
    {
        var run = Run(LithiumCells.Symmetric(Growth), 1e-4, "Rest for 500 hours");
        double exact = Math.Sqrt((1e-9 * 1e-9) + (2 * 1e-19 * 500 * Hour));
        Assert.Equal(exact, Last(run, "left", "interphase thickness"), 3e-5 * exact);
        Assert.Equal(exact, Last(run, "right", "interphase thickness"), 3e-5 * exact);
    }

    [Fact]
    public void The_voltage_of_a_symmetric_cell_is_that_of_the_resistance_that_has_grown()
    {
        const double current = 1;
        var run = Run(LithiumCells.Symmetric(Growth), 1e-5, "Discharge at 1 A for 20 hours");
        Assert.Equal(SimulationStatus.Completed, run.Status);
        double f = PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * 298.15);
        double fresh = (current * 1e-4 / 0.1) + (2 * 2 / f * Math.Asinh(current / 20));
        for (int i = 0; i < run.Series.Count; i++)
        {
            double thickness = Math.Sqrt(1e-18 + (2 * 1e-19 * run.Series.Time[i]));
            Assert.Equal(-fresh - (2 * current * thickness / 1e-5), run.Series.Voltage[i], 1e-4);
        }

        // It is a film, and the losses still add up.
        Assert.Equal(
            run.Series.OpenCircuitVoltage[^1] - run.Series.Voltage[^1], run.Losses!.Values.Sum(v => v[^1]), 1e-6);
    }

    [Fact]
    public void Lithium_that_is_lost_is_missing_in_the_metal_and_stands_in_the_balance()
    {
        var run = Run(LithiumCells.Symmetric(Growth), 1e-4, "Rest for 100 hours", "Discharge at 1 A for 1 hour", "Charge at 1 A for 1 hour");
        double lost = Last(run, "left", "lithium lost") / PhysicalConstants.Faraday;
        Assert.Equal((Last(run, "left", "interphase thickness") - 1e-9) / 2e-5, lost, 1e-9 * lost);
        Assert.Equal(1e-4 - (lost * 13e-6), run.Series.NegativeLithiumThickness[^1], 1e-9);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
    }

    [Fact]
    public void A_graphite_cell_ends_as_a_fresh_one_without_the_lithium_that_its_interphase_took()
    {
        var fresh = ReferenceCells.Marquis(new());
        var negative = (PorousElectrode)fresh.Layers[0];
        ActivePhase graphite = negative.ActivePhases[0];
        CellDescription With(ActivePhase phase) => fresh with { Layers = [negative with { ActivePhases = [phase] }, .. fresh.Layers.Skip(1)] };
        string[] once = ["Charge at 0.2C until 4.1 V", "Hold at 4.1 V until 0.001C", "Discharge at 0.01C until 3.105 V", "Hold at 3.105 V until 0.0005C"];
        var before = Run(fresh, 1e-5, [.. once, .. once]);
        var after = Run(With(graphite with { Ageing = [Growth] }), 1e-5, [.. once, "Charge at 0.2C until 4.1 V", "Rest for 200 hours", "Discharge at 0.2C until 3.105 V", .. once]);
        Assert.True(after.Status == SimulationStatus.Completed, after.Reason);
        Assert.All(after.Balances, b => Assert.True(b.RelativeError < 1e-10, $"{b.Name}: {b.RelativeError}"));

        // Nothing but lithium is lost: both electrodes end where those of a cell end that never had it.
        double capacity = PhysicalConstants.Faraday * negative.Thickness * graphite.VolumeFraction * graphite.Material.MaximumConcentration;
        double lost = Last(after, "negative", "lithium lost") / capacity;
        var without = Run(With(graphite with { InitialStoichiometry = graphite.InitialStoichiometry - lost }), 1e-5, once);
        foreach (string electrode in new[] { "negative", "positive" })
        {
            double fade = End(before, electrode) - End(without, electrode);
            Assert.True(fade > 0.001, $"{electrode} of {fade}");
            Tolerance.Relative(fade, End(before, electrode) - End(after, electrode), 1e-2, electrode);
        }

        static double End(SimulationResult run, string electrode) => run.Hosts.Single(h => string.Equals(h.Electrode, electrode, StringComparison.Ordinal)).End;
    }

    [Fact]
    public void A_cell_in_which_nothing_grows_runs_to_the_last_bit_as_one_without_ageing()
    {
        var still = Growth with { RateConstant = 0, InitialThickness = 1e-11, Conductivity = 1e6 };
        var plain = Run(LithiumCells.Symmetric(), 1e-4, "Discharge at 1 A for 1 hour", "Rest for 1 hour");
        var aged = Run(LithiumCells.Symmetric(still), 1e-4, "Discharge at 1 A for 1 hour", "Rest for 1 hour");
        Assert.Equal(plain.Series.Time, aged.Series.Time);
        Assert.Equal(plain.Series.Voltage[^1], aged.Series.Voltage[^1], 15);
        Assert.Null(plain.Ageing);
    }

    [Fact]
    public void Warmth_speeds_growth_up_by_its_activation_energy()
    {
        var warm = Growth with { ActivationEnergy = 50_000 };
        var cold = Run(LithiumCells.Symmetric(warm), 1e-4, "Rest for 100 hours");
        var hot = Run(LithiumCells.Symmetric(warm) with { Temperature = 333.15 }, 1e-4, "Rest for 100 hours");
        double Grown(SimulationResult r) => Math.Pow(Last(r, "left", "interphase thickness"), 2) - 1e-18;
        double expected = Math.Exp(50_000 / PhysicalConstants.GasConstant * ((1 / 298.15) - (1 / 333.15)));
        Assert.Equal(expected, Grown(hot) / Grown(cold), 1e-4 * expected);
    }

    [Fact]
    public void Lithium_that_a_host_loses_leaves_it_while_it_is_lost()
    {
        // On 50 m2 of host for each m2 of cell, some hundredths of its lithium in one discharge.
        CellDescription cell = LongRuns.LongRunCells.Lithium([], new ParabolicGrowth { RateConstant = 2e-21, Conductivity = 1, VolumePerLithium = 1e-5, InitialThickness = 1e-9 });
        SimulationResult loose = At(1e-4), tight = At(1e-6);
        Tolerance.Relative(tight.Steps[0].Capacity, loose.Steps[0].Capacity, 1e-3, "charge of the discharge, C");
        Assert.True(tight.LithiumPools[^1].End > 0.02 * tight.LithiumPools[1].Start, $"{tight.LithiumPools[^1].End} of {tight.LithiumPools[1].Start} mol/m2");

        SimulationResult At(double tolerance) => new CellSimulation(
            cell, LongRuns.LongRunCells.Read("Discharge at 0.5C until 3.2 V"), new SimulationOptions { RelativeTolerance = tolerance }).Run();
    }
}
