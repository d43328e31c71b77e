using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.LongRuns;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Ageing.Lithium.LithiumCells;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>Lithium plated into the pores of a host and on a bare collector: inventory, end of life, empty and full.</summary>
public sealed class AnodeFreeTests
{
    private const string Cycle = "Charge at 0.2C until 3.8 V; Discharge at 0.2C until 2.5 V";

    private static DeadLithium Dead(double efficiency) => new() { CoulombicEfficiency = efficiency };

    [Fact]
    public void Of_every_charge_plated_into_pores_the_same_share_is_lost()
    {
        SimulationResult run = Run(AnodeFreeCells.Pores(0.5, Dead(0.99)), $"Repeat 12 times: {Cycle}");
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        double expected = 0.01 * run.Cycles.Sum(c => c.Charge);
        Tolerance.Relative(expected, Column(run, "host", "lithium lost")[^1], 1e-4, "dead lithium, C/m2");
        LithiumPool dead = run.LithiumPools.Single(p => string.Equals(p.Name, "dead-lithium at 'host'", StringComparison.Ordinal));
        Tolerance.Relative(expected, dead.End * Faraday, 1e-4, "pool of dead lithium, C/m2");

        // What is left is stripped wholly: each discharge gives the share of the charge before it that is not dead.
        Assert.All(run.Cycles.Skip(1), c => Tolerance.Relative(0.99, c.Discharge / c.Charge, 2e-4, $"efficiency of cycle {c.Number}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lithium_is_conserved_over_a_thousand_cycles_and_its_pools_sum_to_it(bool accelerate)
    {
        SimulationResult run = LongRunCells.Run(AnodeFreeCells.Pores(0.5, Dead(0.9998)), LongRunCells.Read($"Repeat 1000 times: {Cycle}"), accelerate);
        Assert.Equal(1000, run.Cycles.Count);
        Assert.All(run.Balances, b => Tolerance.Below(1e-9, b.RelativeError, b.Name));
        Tolerance.Relative(run.Balances[0].Start, run.LithiumPools.Sum(p => p.Start), 1e-12, "pools at the start");
        Tolerance.Relative(run.Balances[0].End, run.LithiumPools.Sum(p => p.End), 1e-9, "pools at the end");
        Tolerance.Relative(2e-4 * run.Cycles.Sum(c => c.Charge) / Faraday, run.LithiumPools.Single(p => p.Name.StartsWith("dead-lithium", StringComparison.Ordinal)).End, 2e-3, "dead lithium");

        // What the empty host does not have at the end of a cycle, the cycles that are skipped had: jumps are as long as of any cell.
        Assert.True(!accelerate || run.Acceleration!.Simulated < 100, $"{run.Acceleration?.Simulated} cycles simulated");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bare_collector_fades_as_the_power_of_its_efficiency_and_dies_of_its_inventory(bool accelerate)
    {
        CellDescription cell = AnodeFreeCells.Collector(Dead(0.998), new Nucleation { Overpotential = 0.03, CoveringCharge = 360 });
        SimulationResult run = new CellSimulation(cell, LongRunCells.Read($"Repeat 300 times: {Cycle}", "80 % capacity"), LongRunCells.Options(accelerate)).Run();
        Assert.Contains("80 % capacity", run.Reason, StringComparison.Ordinal);

        // Q(n) = Q(1) CE^(n - 1) falls below 0.8 after ln 0.8/ln CE = 111.5 cycles.
        Assert.InRange(run.Cycles.Count, 112, 114);
        Assert.All(run.Cycles.Where(c => c.IsSimulated), c => Tolerance.Relative(Math.Pow(0.998, c.Number - 1), c.Discharge / run.Cycles[0].Discharge, 2e-3, $"cycle {c.Number}"));
        Assert.All(run.Balances, b => Tolerance.Below(1e-9, b.RelativeError, b.Name));
        Assert.Equal(("collector", "lithium"), (run.Attribution!.Causes[0].Place, run.Attribution.Causes[0].Effect));
    }

    [Fact]
    public void A_bare_collector_ends_a_discharge_at_its_limit_and_a_rest_and_a_charge_follow()
    {
        SimulationResult run = Run(
            AnodeFreeCells.Collector(Dead(0.98)), "Charge at 0.2C until 3.8 V", "Discharge at 0.2C until 2.5 V", "Rest for 1 h", "Discharge at 0.2C until 2.5 V", "Hold at 3 V until 0.01C", "Charge at 0.2C until 3.8 V");
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        Assert.Equal("the lithium of 'collector' is used up: the cell is at 2.5 V at once", run.Steps[1].EndedBy);
        Tolerance.Relative(0.98, -run.Steps[1].Capacity / run.Steps[0].Capacity, 1e-5, "efficiency");
        Assert.All(run.Steps.Skip(3).Take(2), s => Assert.InRange(s.Capacity, 0, 1e-4));
        Assert.Equal("voltage rose to 3.8 V", run.Steps[5].EndedBy);
        Tolerance.Below(1e-12, Math.Abs(Math.Min(0, run.Series.NegativeLithiumThickness.Min())), "metal overdrawn, m");
    }

    [Fact]
    public void A_foil_lives_on_as_a_bare_collector_does_when_its_excess_is_dead()
    {
        // Each cycle kills a tenth of what was plated: 0.1 Q a cycle off the excess until that is gone, then a tenth of what is left.
        const string Text = "Repeat 6 times: Charge at 0.5C until 3.8 V; Discharge at 0.5C until 2.5 V";
        SimulationResult bare = Run(AnodeFreeCells.Collector(Dead(0.9)), Text);
        foreach (double thickness in new[] { 0.9e-8, 1.1e-8, 1e-7 })
        {
            CellDescription cell = AnodeFreeCells.Collector(Dead(0.9));
            SimulationResult run = Run(cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal metal ? metal with { Thickness = thickness } : l)] }, Text);
            Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
            Assert.Equal("the lithium of 'collector' is used up: the cell is at 2.5 V at once", run.Steps[^1].EndedBy);
            double excess = thickness / 13e-6 * Faraday;
            Assert.All(run.Cycles, c => Assert.InRange(c.Discharge - bare.Cycles[c.Number - 1].Discharge, -1e-3 * excess, 1.001 * excess));
            Assert.All(run.Balances, b => Tolerance.Below(1e-12, b.RelativeError, b.Name));
        }
    }

    [Fact]
    public void A_bare_collector_may_be_discharged_first()
    {
        SimulationResult run = Run(AnodeFreeCells.Collector(Dead(0.9)), "Discharge at 0.5C until 2.5 V", "Charge at 0.5C until 3.8 V");
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        Assert.Equal("the lithium of 'collector' is used up: the cell is at 2.5 V at once", run.Steps[0].EndedBy);
        Assert.Equal("voltage rose to 3.8 V", run.Steps[1].EndedBy);
    }

    [Fact]
    public void A_bare_collector_without_a_limit_to_fall_to_ends_the_run_and_says_in_which_cycle()
    {
        // The discharges take 20000 C/m2 of what the charges leave alive.
        SimulationResult run = Run(AnodeFreeCells.Collector(Dead(0.9)), "Repeat 100 times: Charge at 4 A for 5100 s; Discharge at 4 A for 5000 s");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("the lithium of 'collector' is used up", run.Reason, StringComparison.Ordinal);
        Assert.Contains(" of cycle 1 ", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_plating_on_the_walls_of_a_host_pays_for_nucleation()
    {
        SimulationResult run = Run(AnodeFreeCells.Pores(0.5, new Nucleation { Overpotential = 0.03, CoveringCharge = 36 }), Cycle.Split("; "));
        SimulationResult plain = Run(AnodeFreeCells.Pores(0.5), Cycle.Split("; "));
        Assert.Equal(0.03, run.Steps[0].Voltage.Start - plain.Steps[0].Voltage.Start, 1e-6);
        Assert.Equal(plain.Steps[1].Voltage.Start, run.Steps[1].Voltage.Start, 1e-4);
    }

    [Fact]
    public void A_full_host_ends_a_charge_by_its_voltage_or_the_run_where_there_is_no_limit()
    {
        CellDescription cell = AnodeFreeCells.Pores(0.2);
        SimulationResult limited = Run(cell, Cycle.Split("; "));
        Assert.Equal("voltage rose to 3.8 V", limited.Steps[0].EndedBy);

        // The potential bends over the last per cent of the pores.
        Tolerance.Relative(0.4 * AnodeFreeCells.PoreCharge * 0.998, -limited.Steps[0].Capacity, 1e-2, "room in the pores, C");
        SimulationResult run = Run(cell, $"Repeat 20 times: Charge at 0.2C for 30 min; Rest for 1 min");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("lithium in pores in 'host' is full at its surface", run.Reason, StringComparison.Ordinal);

        // 0.2C for half an hour moves a tenth of the nominal capacity, half of the cathode's.
        Assert.Contains($" of cycle {Math.Ceiling(0.4 * AnodeFreeCells.PoreCharge * 0.998 / (0.05 * AnodeFreeCells.CathodeCharge))} ", run.Reason, StringComparison.Ordinal);
        Assert.All(run.Balances, b => Tolerance.Below(1e-9, b.RelativeError, b.Name));
    }

    [Fact]
    public void An_empty_host_ends_the_run_in_the_cycle_in_which_its_lithium_is_dead()
    {
        // Each charge brings 24121 C/m2, of which nine tenths live; each discharge takes 24121 again: the store of the first charge lasts 18.3 cycles.
        double each = 0.1 * AnodeFreeCells.CathodeCharge, store = (0.9 * each * 2) + (0.002 * AnodeFreeCells.PoreCharge);
        SimulationResult run = Run(AnodeFreeCells.Pores(0.5, Dead(0.9)), "Charge at 0.2C for 2 h", "Repeat 100 times: Charge at 0.2C for 1 h; Discharge at 0.2C for 1 h");
        int expected = 1 + (int)Math.Ceiling(store / (0.1 * each));
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("lithium in pores in 'host' is empty at its surface", run.Reason, StringComparison.Ordinal);
        Assert.Contains($" of cycle {expected} ", run.Reason, StringComparison.Ordinal);
        Assert.Equal(expected, run.Cycles.Count);
    }

    [Fact]
    public void A_cycle_after_years_of_rest_is_that_of_a_new_cell()
    {
        // At 1.5 V the host is beyond empty; a charge leaves it in steps of microseconds, which the clock of a long run must not lengthen.
        const string Fast = "Repeat 3 times: Charge at 1C until 3.8 V; Discharge at 1C until 1.5 V";
        CellDescription cell = AnodeFreeCells.Pores(0.5) with { Mesh = new() { ElectrodeVolumes = 20, Shells = 4 } };
        SimulationResult early = Run(cell, Fast), late = Run(cell, "Rest for 10000 days", Fast);
        Assert.True(late.Status == SimulationStatus.Completed, late.Reason);
        Assert.All(early.Cycles.Zip(late.Cycles.Skip(1)), p => Tolerance.Relative(p.First.Discharge, p.Second.Discharge, 1e-6, $"cycle {p.First.Number}"));
    }
}
