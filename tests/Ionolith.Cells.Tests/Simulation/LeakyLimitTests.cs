using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Xunit;

namespace Ionolith.Cells.Tests.Simulation;

/// <summary>In a cell that leaks the terminals see another current than the electrolyte: limits are those of the terminals, and the stores those of the electrolyte.</summary>
public sealed class LeakyLimitTests
{
    // 10 A/m2 at 3.5 V pass through 0.35 ohm m2.
    private static CellDescription Cell(double leak = 0.35, double lithium = 1e-3)
    {
        CellDescription cell = SimpleCells.Composite(FormulaFunction.Polynomial(3.8, -0.6), 5, 1e-13, new() { ElectrodeVolumes = 4, Shells = 4 });
        return cell with { LeakResistance = leak, Layers = [.. cell.Layers.Select(l => l is LithiumMetal metal ? metal with { Thickness = lithium } : l)] };
    }

    private static SimulationResult Run(CellDescription cell, params string[] steps) =>
        new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!).Run();

    [Theory]
    [InlineData("20 A")]
    [InlineData("2 mA/cm2")]
    [InlineData("C/1.67")]
    public void A_held_voltage_tapers_to_the_limit_at_the_terminals(string limit)
    {
        CellDescription cell = Cell();
        SimulationResult run = Run(cell, $"Hold at 3.6 V until {limit}");
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        double wanted = limit.StartsWith('C') ? cell.NominalCapacity / 3600 / 1.67 : 20;
        Assert.Equal(-wanted, run.Series.Current[^1], 1e-6);
        Assert.Contains("current fell to", run.Steps[0].EndedBy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_taper_below_what_leaks_never_comes_and_the_run_ends_when_nothing_moves_any_more()
    {
        SimulationResult run = Run(Cell(), "Hold at 3.6 V until 2 A");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("reaches none of the step's limits (2 A): all of its current, 1.0286 mA/cm2, passes through the leak", run.Reason, StringComparison.Ordinal);
        Assert.InRange(run.Series.Time[^1], 1e3, 1e8);
        Assert.Equal(-3.6 / 0.35, run.Series.Current[^1], 1e-6);
    }

    [Fact]
    public void A_cell_that_discharges_itself_says_how_much_it_has_lost()
    {
        SimulationResult run = Run(Cell(), "Rest for 1 h");
        double passed = 0;
        for (int i = 1; i < run.Series.Count; i++)
        {
            passed += 0.5 * (run.Series.Voltage[i] + run.Series.Voltage[i - 1]) / 0.35 * (run.Series.Time[i] - run.Series.Time[i - 1]);
        }

        Assert.Equal(passed, run.Leaked, 1e-4 * passed);
        Assert.Contains("passed beside the terminals, through the leak", run.Diagnosis, StringComparison.Ordinal);
        Assert.Equal(0, run.NetDischarge, 1e-9 * passed);
    }

    [Fact]
    public void A_charge_that_a_leak_takes_wholly_ends_where_its_voltage_stays()
    {
        // 10 A through 0.35 ohm m2: 3.5 V, below the upper end.
        SimulationResult run = Run(Cell(), "Discharge at 10 A for 100 s", "Charge at 10 A until 4.2 V");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("passes through the leak", run.Reason, StringComparison.Ordinal);
        Assert.Equal(3.5, run.Series.Voltage[^1], 1e-6);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-9, $"{b.Name}: {b.RelativeError}"));
    }

    [Fact]
    public void A_single_cell_and_a_stack_of_it_end_a_taper_at_the_same_time()
    {
        CellDescription cell = Cell();
        const string Text = "Hold at 3.6 V until 20 A";
        SimulationResult one = Run(cell, Text);
        Protocol protocol = ProtocolParser.Parse([Text], new ProtocolFiles("")).Protocol!;
        double end = new SeriesStackSimulation([cell, cell]).Run(protocol).Cells[0].Time[^1];
        Assert.Equal(one.Steps[0].Time.End, end, 1e-3 * end);
    }

    [Fact]
    public void Lithium_that_leaks_away_while_the_cell_rests_ends_the_rest()
    {
        // 1 um of lithium is 1e-6/13e-6 F = 7422 C/m2, gone after about 750 s at 10 A/m2.
        SimulationResult run = Run(Cell(lithium: 1e-6), "Rest for 2 h");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("the lithium of 'lithium' is used up", run.Reason, StringComparison.Ordinal);
        Assert.InRange(run.Series.Time[^1], 740, 780);
    }
}
