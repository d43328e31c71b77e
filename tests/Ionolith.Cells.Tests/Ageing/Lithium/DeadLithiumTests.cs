using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Stack;
using Xunit;
using static Ionolith.Cells.Tests.Ageing.Lithium.LithiumCells;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>Lithium lost by plating, and nucleation on a bare surface.</summary>
public sealed class DeadLithiumTests
{
    [Fact]
    public void A_receding_surface_moves_1_35_nanometres_a_second_for_each_milliampere() =>
        Assert.Equal(1.35e-9, 10 * LithiumConstants.RecessionPerCurrent(LithiumConstants.MolarVolume), 0.005e-9);

    [Fact]
    public void Of_every_charge_plated_the_same_share_is_lost_and_stands_in_the_balance()
    {
        var run = Run(Symmetric(new DeadLithium { CoulombicEfficiency = 0.99 }), "Repeat 5 times: Discharge at 5 A for 1 h; Charge at 5 A for 1 h");
        double expected = 0.01 * 5 * 5 * 3600;
        Assert.Equal(expected, Column(run, "left", "lithium lost")[^1], 1e-6 * expected);
        Assert.Equal(expected, Column(run, "right", "lithium lost")[^1], 1e-6 * expected);
        // It leaves the metal in portions, of which the last row may lack one.
        Assert.Equal(1e-4 - (expected / Faraday * MolarVolume), run.Series.NegativeLithiumThickness[^1], 2e-9);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
    }

    [Fact]
    public void Thin_lithium_is_used_up_when_its_surplus_is_dead()
    {
        var cell = Symmetric(new DeadLithium { CoulombicEfficiency = 0.9 });
        cell = cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal ? l with { Thickness = 5e-6 } : l)] };

        // 5e-6/13e-6 F = 37110 C/m2. Each cycle kills 1800 on the left before it strips 18000 there again: the twelfth finds too little.
        var run = Run(cell, "Repeat 50 times: Discharge at 5 A for 1 h; Charge at 5 A for 1 h");
        Assert.Contains("is used up", run.Reason, StringComparison.Ordinal);
        Assert.Equal(Math.Floor((37_110.0 - 18_000) / 1800) + 2, run.Cycles.Count);
    }

    [Fact]
    public void The_first_plating_on_a_bare_surface_pays_for_nucleation_and_later_ones_do_not()
    {
        var law = new Nucleation { Overpotential = 0.03, CoveringCharge = 360 };
        var cell = Symmetric();
        cell = cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal { Name: "left" } m ? m with { Thickness = 0, Ageing = [law] } : l)] };
        string[] steps = ["Charge at 1 A for 1 s", "Charge at 1 A for 1 h", "Discharge at 1 A for 30 min", "Charge at 1 A for 30 min"];
        var run = Run(cell, steps);
        var plain = Run(cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal m ? m with { Ageing = [] } : l)] }, steps);
        double shift = run.Steps[0].Voltage.Start - plain.Steps[0].Voltage.Start;
        Assert.Equal(0.03, shift, 1e-9);
        Assert.Equal(0.03 * Math.Exp(-3601.0 / 360), run.Steps[1].Voltage.End - plain.Steps[1].Voltage.End, 1e-5);
        Assert.Equal(plain.Steps[3].Voltage.Start, run.Steps[3].Voltage.Start, 1e-5);
        Assert.Equal(
            run.Series.OpenCircuitVoltage[^1] - run.Series.Voltage[^1], run.Losses!.Values.Sum(v => v[^1]), 1e-9);
    }
}
