using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing.Hosts;

/// <summary>Hysteresis of the open-circuit potential in whole cells.</summary>
public sealed class HysteresisTests
{
    private const double Gap = 0.3;
    private const double Rate = 20;

    // 0.5 x 50 000 mol/m3 x 0.1 mm of host on 1 m2.
    private const double FullCharge = 0.5 * 50_000 * 96485.33212331 * 1e-4;

    private static CellDescription Cell(PotentialHysteresis? hysteresis, MeshOptions mesh, double x = 0.3, HeatBalance? heat = null, double exchange = 1e3, double diffusivity = 1e-10)
    {
        var cell = SimpleCells.Composite(new ConstantFunction(2), exchange, diffusivity, mesh, ionic: 1e3, electronic: 1e3, x: x);
        return cell with
        {
            Heat = heat,
            Layers = [.. cell.Layers.Select(l => l is PorousElectrode e
                ? e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Material = p.Material with { Hysteresis = hysteresis } })] } : l)],
        };
    }

    private static SimulationResult Run(CellDescription cell, double tolerance, params string[] steps) =>
        new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!, new SimulationOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance / 100 }).Run();

    private static readonly MeshOptions Single = new() { SingleParticle = true, Shells = 5 };

    [Fact]
    public void The_potential_runs_from_one_branch_to_the_other_by_the_exponential_of_the_charge_passed()
    {
        var run = Run(Cell(new(Gap, Rate), Single), 1e-6, "Discharge at 1 A for 10 hours", "Rest for 1 hour", "Charge at 1 A for 10 hours");
        Assert.Equal(SimulationStatus.Completed, run.Status);
        double passed = 10 * 3600 / FullCharge, turn = -Gap + (Gap * Math.Exp(-Rate * passed));
        for (int i = 0; i < run.Series.Count; i++)
        {
            double hours = run.Series.Time[i] / 3600;
            double h = hours <= 10 ? -Gap + (Gap * Math.Exp(-Rate * passed * hours / 10))
                : hours <= 11 ? turn
                : Gap + ((turn - Gap) * Math.Exp(-Rate * passed * (hours - 11) / 10));
            Assert.Equal(2 + h, run.Series.Voltage[i], 2e-3);
        }
    }

    [Fact]
    public void At_rest_the_voltage_stays_on_the_branch_and_the_losses_say_so()
    {
        var run = Run(Cell(new(Gap, Rate), Single), 1e-5, "Discharge at 2 A for 20 hours", "Rest for 10 hours");
        double h = -Gap + (Gap * Math.Exp(-Rate * 2 * 20 * 3600 / FullCharge));
        Assert.Equal(2 + h, run.Series.Voltage[^1], 1e-4);
        Assert.Equal(2, run.Series.OpenCircuitVoltage[^1], 1e-9);
        int at = run.Losses!.Names.ToList().IndexOf("hysteresis: positive");
        Assert.Equal(-h, run.Losses.Values[at][^1], 1e-4);
        Assert.Equal(run.Series.OpenCircuitVoltage[^1] - run.Series.Voltage[^1], run.Losses.Values.Sum(v => v[^1]), 1e-9);
    }

    [Fact]
    public void A_closed_cycle_turns_the_area_between_the_branches_into_heat()
    {
        // Adiabatic; the first cycle finds the loop, the second runs around it.
        const double capacity = 1e9;
        var run = Run(
            Cell(new(Gap, 200), Single, heat: new(capacity, 0)), 1e-6,
            "Discharge at 2 A for 20 hours", "Charge at 2 A for 20 hours", "Discharge at 2 A for 20 hours", "Charge at 2 A for 20 hours");
        double lost = -(run.Steps[2].Energy + run.Steps[3].Energy);
        double area = 2 * 20 * 3600 * 2 * Gap;

        // Both ends of the loop are round: each corner cuts off what the relaxation has not yet reached.
        double corner = 2 * 2 * Gap * FullCharge / 200;
        Assert.InRange(lost, area - corner, area + 200);
        Assert.True(area - corner > 0.9 * area, $"{corner} of {area}");
        double end = run.Steps[1].Time.End, before = run.Series.Temperature[run.Series.Time.ToList().FindLastIndex(t => t <= end)];
        double after = run.Series.Temperature[^1];
        Tolerance.Relative(lost, capacity * (after - before), 1e-3);
    }

    [Fact]
    public void Lithium_and_charge_stay_balanced_with_hysteresis_in_many_nodes_and_shells()
    {
        var cell = Cell(new(Gap, Rate), new() { ElectrodeVolumes = 8, Shells = 8 }, exchange: 1, diffusivity: 1e-14);
        var run = Run(cell, 1e-4, "Discharge at 10 A for 3 hours", "Charge at 10 A for 2 hours", "Rest for 1 hour", "Discharge at 5 A for 1 hour");
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
    }

    [Fact]
    public void A_gap_of_nothing_runs_to_the_last_bit_as_no_hysteresis()
    {
        string[] steps = ["Discharge at 10 A for 3 hours", "Charge at 10 A for 2 hours"];
        var plain = Run(Cell(null, new()), 1e-4, steps);
        var none = Run(Cell(new(0, Rate), new()), 1e-4, steps);
        Assert.Equal(plain.Series.Time, none.Series.Time);
        Assert.Equal(plain.Series.Voltage, none.Series.Voltage);
    }

    [Fact]
    public void The_step_follows_the_reversal_without_many_steps()
    {
        string[] steps = ["Discharge at 10 A for 3 hours", "Charge at 10 A for 3 hours"];
        long plain = Run(Cell(null, Single), 1e-4, steps).Statistics.Steps;
        long with = Run(Cell(new(Gap, Rate), Single), 1e-4, steps).Statistics.Steps;
        Assert.True(with < 4 * plain, $"{with} steps with hysteresis, {plain} without");
    }
}
