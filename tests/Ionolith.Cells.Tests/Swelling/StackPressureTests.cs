using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Swelling;
using Ionolith.Cells.Tests.Ageing.Lithium;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;
using static Ionolith.Cells.Tests.Swelling.SwellingCells;

namespace Ionolith.Cells.Tests.Swelling;

/// <summary>The pressure that a stack builds up in its frame, and what must be known before a cell is pressed.</summary>
public sealed class StackPressureTests
{
    private const double OneUnit = MolarVolume / Faraday * ArealCapacity;

    private static CellDescription Framed(double stiffness, double modulus = double.PositiveInfinity)
    {
        CellDescription cell = Composite(0, 0, new() { StackStiffness = stiffness }) with { StackPressure = 5e6 };
        return cell with { Layers = [.. cell.Layers.Select(l => l is ElectrolyteLayer e ? e with { CompressionModulus = modulus } : l)] };
    }

    [Fact]
    public void The_pressure_rises_by_the_stiffness_times_the_gain_and_comes_back()
    {
        SimulationResult run = Run(Framed(2e11), "Charge at 10 A for 1 h", "Discharge at 10 A for 1 h");
        Tolerance.Relative(5e6 + (2e11 * OneUnit), Column(run, "cell", "highest stack pressure")[^1], 1e-9);
        Tolerance.Relative(5e6, run.Series.Pressure[^1], 1e-9);
        Assert.Equal(5e6, run.Series.Pressure[0]);
        Assert.Equal(run.Series.Pressure.Max(), Column(run, "cell", "highest stack pressure").Max());
    }

    [Fact]
    public void A_frame_without_stiffness_keeps_the_pressure_and_a_soft_one_nearly()
    {
        SimulationResult constant = Run(Framed(0), "Charge at 10 A for 1 h"), soft = Run(Framed(1), "Charge at 10 A for 1 h");
        Assert.All(constant.Series.Pressure, p => Assert.Equal(5e6, p));
        Assert.DoesNotContain(constant.Ageing!.Columns, c => c.Name.Contains("pressure", StringComparison.Ordinal));
        Assert.All(soft.Series.Pressure, p => Tolerance.Relative(5e6, p, 1e-11));
        Assert.Equal(constant.Series.Voltage, soft.Series.Voltage);
    }

    [Fact]
    public void A_rigid_frame_leaves_the_swelling_to_the_layers_that_give_way()
    {
        // 10 um of 1 GPa: a gain of 4.85 um would be a strain of 48.5 %, and 485 MPa.
        Tolerance.Relative(1e9 / 1e-5, StackSpring.Stiffness(Framed(1e30, 1e9)), 1e-12);
        Tolerance.Relative(1 / ((1 / 2e13) + (1e-5 / 1e9)), StackSpring.Stiffness(Framed(2e13, 1e9)), 1e-12);
        Tolerance.Relative(5e6 + (1e14 * OneUnit), Run(Framed(1e30, 1e9), "Charge at 10 A for 1 h").Series.Pressure[^1], 1e-9);
    }

    [Fact]
    public void Pressing_again_sets_the_pressure_at_the_thickness_of_that_moment()
    {
        SimulationResult run = Run(Framed(2e11), "Charge at 5 A for 1 h", "Press at 1 MPa", "Charge at 5 A for 1 h", "Discharge at 5 A for 2 h");
        Tolerance.Relative(5e6 + (1e11 * OneUnit), run.Steps[0].Pressure, 1e-9);
        Assert.Equal(1e6, run.Steps[1].Pressure);
        Tolerance.Relative(1e6 + (1e11 * OneUnit), run.Steps[2].Pressure, 1e-9);
        Tolerance.Relative(1e6 - (1e11 * OneUnit), run.Steps[3].Pressure, 1e-9);
    }

    [Fact]
    public void A_pressure_that_is_set_counts_among_the_extremes_of_its_cycle()
    {
        SimulationResult run = Run(Framed(2e11), "Repeat 2 times: Charge at 5 A for 1 h; Press at 1 MPa; Charge at 1 A for 1 h; Press at 30 MPa; Discharge at 6 A for 1 h");
        Assert.Equal([1e6, 1e6], Column(run, "cell", "lowest stack pressure").Skip(1));
        Assert.Equal([30e6, 30e6], Column(run, "cell", "highest stack pressure").Skip(1));
    }

    [Fact]
    public void A_stack_that_shrinks_away_from_its_frame_is_without_pressure_and_not_under_tension()
    {
        SimulationResult run = Run(Framed(5e12), "Discharge at 10 A for 1 h");
        Assert.Equal(0, run.Series.Pressure[^1]);
        Assert.Equal(0, Column(run, "cell", "lowest stack pressure")[^1]);
    }

    [Fact]
    public void Laws_see_the_pressure_that_the_cell_builds_up()
    {
        ContactLoss loss = new() { VolumeChange = 0.5, LossRate = 20, FinalShare = 0.3, HoldingPressure = 10e6 };
        CellDescription framed = With(Framed(2e12), 0, null, loss), constant = With(Framed(0), 0, null, loss);
        Assert.True(Column(Run(framed, "Charge at 10 A for 1 h"), "positive", "contact kept")[^1] > Column(Run(constant, "Charge at 10 A for 1 h"), "positive", "contact kept")[^1] + 0.01);
    }

    [Fact]
    public void A_polymer_or_gel_is_not_pressed_without_a_modulus_nor_flat()
    {
        CellDescription gel = LithiumCells.With(SimpleCells.Symmetric(SimpleCells.Salt(0.1, 1e-11, 0.3), 1e-4, 10), new ContactCreep { CreepLength = 1e-6, VoidDepth = 1e-6 }) with { StackPressure = 1e6 };
        Assert.Contains("'Press at 5 MPa': 'separator' holds a salt", Assert.Single(Problems(gel, "Press at 5 MPa", "Rest for 1 h")), StringComparison.Ordinal);
        Assert.Contains("5 MPa would press 'separator' flat", Assert.Single(Problems(Soft(gel, 2e6), "Press at 5 MPa", "Rest for 1 h")), StringComparison.Ordinal);
        Assert.Empty(Problems(Soft(gel, 50e6), "Press at 5 MPa", "Rest for 1 h"));
        Assert.Empty(Problems(gel, "Rest for 1 h"));
        CellProblem stiff = Assert.Single((gel with { Swelling = new() { StackStiffness = 1e11 } }).Validate(), p => p.Severity == ProblemSeverity.Error);
        Assert.Equal("separator.compression-modulus", stiff.Path);
        Assert.Contains("polymer, a gel or a liquid", stiff.Message, StringComparison.Ordinal);

        static CellDescription Soft(CellDescription cell, double modulus) =>
            cell with { Layers = [.. cell.Layers.Select(l => l is ElectrolyteLayer e ? e with { CompressionModulus = modulus } : l)] };
    }

    [Fact]
    public void A_law_that_works_by_pressure_needs_one_before_the_run()
    {
        CellDescription creep = LithiumCells.Symmetric(new ContactCreep { CreepLength = 1e-6, VoidDepth = 1e-6 }) with { StackPressure = 0 };
        Assert.Equal(2, Problems(creep, "Rest for 1 h").Count);
        Assert.Contains("contact-creep at 'left' works by the stack pressure", Problems(creep, "Rest for 1 h")[0], StringComparison.Ordinal);
        Assert.Empty(Problems(creep, "Press at 5 MPa", "Rest for 1 h"));
        Assert.Empty(Problems(creep with { StackPressure = 1e5 }, "Rest for 1 h"));
        ContactReplenishment replenished = new() { PressedCurrent = 1, HealingTime = 100, VoidDepth = 1e-6 };
        Assert.Equal(2, Problems(LithiumCells.Symmetric(replenished) with { StackPressure = 0 }, "Rest for 1 h").Count);
        Assert.Empty(Problems(LithiumCells.Symmetric(replenished with { UnpressedCurrent = 1 }) with { StackPressure = 0 }, "Rest for 1 h"));
    }

    [Fact]
    public void A_law_that_lacks_its_pressure_says_which_value_it_lacks()
    {
        CellDescription cell = With(Composite(0.1), 0.1, null, new ContactLoss { FinalShare = 0.5 });
        string problem = Assert.Single(Problems(cell, "Press at 5 MPa", "Rest for 1 h"));
        Assert.Contains("contact-loss at 'positive.host' would with a holding-pressure", problem, StringComparison.Ordinal);
        Assert.Empty(Problems(With(Composite(0.1), 0.1, null, new ContactLoss { FinalShare = 0.5, HoldingPressure = 1e6 }), "Press at 5 MPa", "Rest for 1 h"));
    }

    [Fact]
    public void What_is_missing_or_impossible_for_swelling_is_told_before_the_run()
    {
        Assert.Contains(With(Composite(null), null, null, new ContactLoss { FinalShare = 0.5 }).Validate(), p => p.Message.Contains("needs the change of volume of its host", StringComparison.Ordinal));
        Assert.Contains((ReferenceCells.Marquis(new()) with { Swelling = new() }).Validate(), p => p.Message.Contains("nothing in the cell changes its volume", StringComparison.Ordinal));
        CellProblem[] wrong = [.. (Composite(0.1) with { Swelling = new() { StackStiffness = -1, ElectronicExponent = 20, IonicExponent = -1 }, StackPressure = -1 }).Validate()];
        Assert.Equal(["stack-pressure", "swelling.stack-stiffness", "swelling.ionic-exponent", "swelling.electronic-exponent"], wrong.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Path));
        Assert.Contains(With(Composite(0.1), 6).Validate(), p => p.Path is "positive.active.host.volume-change");
    }

    private static IReadOnlyList<string> Problems(CellDescription cell, params string[] steps) =>
        PressureCheck.Problems(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!);
}
