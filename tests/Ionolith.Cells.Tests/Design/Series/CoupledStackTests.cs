using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Design.DesignSample;

namespace Ionolith.Cells.Tests.Design.Series;

/// <summary>Held voltage, power and resistance of cells in series, and what else couples them.</summary>
public sealed class CoupledStackTests
{
    // Area 1 cm2, nominal 2.68 mAh, about 3.9 to 3.1 V.
    private static readonly string[] HeldByOne =
    [
        "Discharge at 1C until 3.6 V", "Charge at 1C until 3.8 V", "Hold at 3.8 V until C/20", "Discharge at 8 mW for 10 min", "Discharge at 1400 ohm until 3.65 V",
        "Charge at 8 mW until 3.75 V", "Rest for 10 min", "Hold at 3.7 V for 20 min", "Discharge at 1C until 0.25 mWh",
    ];

    private static readonly string[] HeldByFour = [.. HeldByOne.Select(s => s.Replace("8 mW", "32 mW", StringComparison.Ordinal).Replace("1400", "5600", StringComparison.Ordinal).Replace("0.25 mWh", "1 mWh", StringComparison.Ordinal))];

    [Fact]
    public void Equal_cells_are_so_many_times_one_to_the_last_bit_in_every_mode()
    {
        var cell = new CellSimulation(DesignSample.Cell(), Parse(HeldByOne)).Run();
        var stack = Run([.. Enumerable.Repeat(DesignSample.Cell(), 4)], HeldByFour);

        Assert.True(stack.Status == SimulationStatus.Completed, stack.Reason);
        Assert.Equal(cell.Steps.Select(s => s.Capacity), stack.Steps.Select(s => s.Capacity));
        Assert.Equal(cell.Steps.Select(s => 4 * s.Voltage.End), stack.Steps.Select(s => s.Voltages.Sum()));
        Assert.Equal(cell.Steps.Select(s => s.Time.End), stack.Steps.Select(s => s.End));
        Assert.Equal(cell.Steps.Select(s => 4 * s.Energy), stack.Steps.Select(s => s.Energy));
    }

    // The cells differ by less than their tolerance, and yet are integrated as one system: another way to the same answer.
    [Theory]
    [InlineData(false, double.PositiveInfinity)]
    [InlineData(true, 400)]
    public void Nearly_equal_cells_integrated_as_one_system_are_so_many_times_one(bool warm, double leak)
    {
        var mean = DesignSample.Cell() with { Heat = warm ? new(200, 5) : null, LeakResistance = leak };
        SimulationOptions fine = new() { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8 };
        var cell = new CellSimulation(mean, Parse(HeldByOne), fine).Run();
        var stack = new SeriesStackSimulation([.. Enumerable.Range(0, 4).Select(k => Thinner(mean, 1 + (1e-9 * k)))], fine).Run(Parse(HeldByFour));

        Assert.True(stack.Status == SimulationStatus.Completed, stack.Reason);
        for (int i = 0; i < HeldByOne.Length; i++)
        {
            Tolerance.Scaled(cell.Steps[i].Capacity, stack.Steps[i].Capacity, mean.NominalCapacity, 1e-5, stack.Steps[i].Text);
            Tolerance.Scaled(4 * cell.Steps[i].Energy, stack.Steps[i].Energy, 16 * mean.NominalCapacity, 1e-5, stack.Steps[i].Text);
            Tolerance.Relative(4 * cell.Steps[i].Voltage.End, stack.Steps[i].Voltages.Sum(), 1e-5, stack.Steps[i].Text);
            Assert.Equal(cell.Steps[i].EndedBy, stack.Steps[i].EndedBy.Replace("1 mWh", "0.25 mWh", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_power_of_the_stack_is_what_is_held()
    {
        var result = Run(Different(), "Discharge at 24 mW until 3.4 V", "Charge at 24 mW until 3.8 V");

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.All(Rows(result, 1), r => Tolerance.Relative(24e-3, r.Voltage * r.Current, 1e-9, "power, W"));
        Assert.All(Rows(result, 2), r => Tolerance.Relative(-24e-3, r.Voltage * r.Current, 1e-9, "power, W"));
        Assert.All(result.Steps, s => Tolerance.Relative(24e-3, Math.Abs(s.Energy) / (s.End - s.Start), 1e-4, "mean power, W"));
        Assert.Equal(3.4, result.Steps[0].Voltages.Min(), 1e-6);
        Assert.Equal(3.8, result.Steps[1].Voltages.Max(), 1e-6);
    }

    [Fact]
    public void The_resistance_of_the_stack_is_what_is_held()
    {
        var result = Run(Different(), "Discharge at 4000 ohm for 30 min");

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.True(result.Time.Count > 10, $"{result.Time.Count}");
        Assert.All(Rows(result, 1), r => Tolerance.Relative(4000, r.Voltage / r.Current, 1e-9, "resistance, ohm"));
    }

    [Theory]
    [InlineData("Discharge at 1C for 10 min (2 minute period)")]
    [InlineData("Discharge at 24 mW for 10 min (2 minute period)")]
    public void The_interval_of_the_rows_is_what_is_asked_for_whether_the_step_couples_the_cells_or_not(string step) =>
        Assert.Equal([0.0, 120, 240, 360, 480, 600], Run(Different(), step).Time);

    [Fact]
    public void A_profile_of_power_is_followed()
    {
        ProtocolStep step = Parse("Discharge at 24 mW for 100 s").Cycles[0].Steps[0];
        DriveCycle profile = new("drive.csv", [0, 40, 100], [0.01, 0.03, -0.01]);
        Protocol protocol = new([new Cycle([step with { Control = new Control(ControlKind.Power, 0.01, profile) }])], []);
        var result = new SeriesStackSimulation(Different()).Run(protocol);

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.All(Rows(result, 1), r => Tolerance.Scaled(r.Time < 40 ? 0.01 + (0.02 * r.Time / 40) : 0.03 - (0.04 * (r.Time - 40) / 60), r.Voltage * r.Current, 0.03, 1e-8, "power, W"));
        Assert.True(result.Time.Count > 10);
    }

    [Fact]
    public void A_profile_on_cells_that_have_no_limit_of_their_own_is_one_step()
    {
        CellDescription cell = ReferenceCells.Marquis(new() { ElectrodeVolumes = 4, SeparatorVolumes = 3, Shells = 4 });
        ProtocolStep step = Parse("Discharge at 150 W for 100 s").Cycles[0].Steps[0];
        DriveCycle profile = new("drive.csv", [0, 40, 100], [150, 200, -50]);
        Protocol protocol = new([new Cycle([step with { Control = new Control(ControlKind.Power, 150, profile) }])], []);
        var result = new SeriesStackSimulation([cell, Thinner(cell, 0.98)], new SimulationOptions { Rows = OutputRows.StepEnds }).Run(protocol);

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.Equal([0.0, 100], result.Time);
    }

    [Fact]
    public void Where_a_voltage_is_held_one_cell_has_it_and_none_lies_beyond()
    {
        var result = Run(Different(), "Discharge at 1C until 3.5 V", "Charge at 1C until 3.8 V", "Hold at 3.8 V until C/30", "Hold at 3.6 V until C/30");

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.All(Rows(result, 3), r => Assert.Equal(3.8, r.Highest, 2e-6));
        Assert.All(Rows(result, 4), r => Assert.Equal(3.6, r.Lowest, 2e-6));
        Assert.Equal(Rows(result, 2)[^1].Current, Rows(result, 3)[0].Current, 1e-6 * 2.7e-3);
        Assert.Contains("current fell to C/30", result.Steps[2].EndedBy, StringComparison.Ordinal);
        Assert.All(result.Steps.Skip(2), s => Assert.All(s.Reserves, r => Assert.True(double.IsNaN(r))));
    }

    [Fact]
    public void Another_cell_takes_over_where_it_comes_to_lie_farther()
    {
        // The resistive cell is first to the voltage under current, the fuller one when the current has faded.
        CellDescription[] cells = [Resistive(DesignSample.Cell(), 60e-4), DesignSample.Cell(x: 0.08), DesignSample.Cell()];
        var result = Run(cells, "Discharge at 1C until 3.3 V", "Charge at 1C until 3.8 V", "Hold at 3.8 V until C/200");

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.Equal((1, 2), (result.Steps[1].Weakest, result.Steps[2].Weakest));
        Assert.All(Rows(result, 3), r => Assert.Equal(3.8, r.Highest, 2e-6));
        Assert.True(result.Cells[0].Voltage[^1] < 3.799);
    }

    [Fact]
    public void Each_cell_alone_does_the_same_with_the_current_that_has_flowed()
    {
        CellDescription[] cells = Different();
        SimulationOptions fine = new() { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8 };
        var result = new SeriesStackSimulation(cells, fine).Run(Parse("Discharge at 30 mW for 20 min"));
        DriveCycle flowed = new("flowed.csv", [.. result.Time.Skip(1).Prepend(0)], [.. result.Cells[0].Current]);
        for (int k = 0; k < cells.Length; k++)
        {
            ProtocolStep step = Parse("Discharge at 1 A for 20 min").Cycles[0].Steps[0] with { Control = new Control(ControlKind.Current, flowed.Values[0], flowed) };
            var alone = new CellSimulation(cells[k] with { NominalCapacity = cells[0].NominalCapacity }, new Protocol([new Cycle([step])], []), fine).Run();

            // The current is straight between the rows here, and bends there.
            Assert.Equal(alone.Steps[0].Voltage.End, result.Steps[0].Voltages[k], 2e-5);
        }
    }

    [Fact]
    public void An_energy_that_ends_a_step_is_that_of_the_stack()
    {
        var step = Run(Different(), "Discharge at 1C until 3 mWh").Steps[0];

        Tolerance.Relative(3e-3 * 3600, step.Energy, 1e-9, "energy, J");
        Assert.Contains("energy reached 3 mWh", step.EndedBy, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_age_and_leak_keep_their_balances_where_they_are_coupled()
    {
        CellDescription[] cells = [.. Different().Select((c, k) => Ageing(c) with { LeakResistance = 50 + (20 * k) })];
        var result = Run(cells, "Repeat 3 times: Discharge at 1C until 3.4 V; Charge at 30 mW until 3.8 V; Hold at 3.8 V until C/10");
        var fresh = Run([.. cells.Select((c, k) => Different()[k] with { LeakResistance = c.LeakResistance })], "Repeat 3 times: Discharge at 1C until 3.4 V; Charge at 30 mW until 3.8 V; Hold at 3.8 V until C/10");

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.All(result.Balances.SelectMany(b => b), b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
        Assert.True(result.Cycles[^1].Discharge < 0.995 * fresh.Cycles[^1].Discharge, "ageing has done nothing");
    }

    [Fact]
    public void A_power_beyond_what_the_stack_can_give_is_told()
    {
        var result = Run(Different(), "Discharge at 1C for 1 min", "Discharge at 100 kW until 3 V");

        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("in step 2 of cycle 2 ('Discharge at 100 kW until 3 V')", result.Reason, StringComparison.Ordinal);
        Assert.Contains("the stack cannot give this power", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discharge at 1C until 3.2 V; Charge at 1C until 3.8 V")]
    [InlineData("Charge at 30 mW until 3.8 V; Discharge at 30 mW until 3.2 V")]
    public void A_cell_that_runs_out_of_lithium_ends_each_discharge_and_is_named(string cycle)
    {
        CellDescription[] cells = [DesignSample.Cell(), Leaking(DesignSample.Cell(lithium: 5e-6)), Thinner(DesignSample.Cell(), 0.99)];
        var result = Run(cells, $"Repeat 9 times: {cycle}");

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        var discharges = result.Steps.Where(s => s.Text.StartsWith("Discharge", StringComparison.Ordinal)).ToArray();
        Assert.Equal(9, discharges.Length);
        Assert.All(discharges, s => Assert.Equal(("the lithium of 'anode' is used up: the cell is at 3.2 V at once", 2), (s.EndedBy, s.Weakest)));
        Assert.All(result.Balances.SelectMany(b => b), b => Tolerance.Below(1e-11, b.RelativeError, b.Name));

        static CellDescription Leaking(CellDescription cell) => cell with { LeakResistance = 300 };
    }

    [Fact]
    public void A_cell_that_runs_out_of_lithium_in_a_step_without_a_voltage_ends_the_run_and_is_named()
    {
        CellDescription[] cells = [DesignSample.Cell(), DesignSample.Cell(lithium: 5e-6), Thinner(DesignSample.Cell(), 0.99)];
        var result = Run(cells, "Discharge at 1C for 1 h");

        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("of cycle 1 (", result.Reason, StringComparison.Ordinal);
        Assert.Contains("cell 2 of 3: the lithium of 'anode' is used up", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_voltages_is_refused_where_the_cells_differ()
    {
        ProtocolStep step = Parse("Hold at 3.7 V for 100 s").Cycles[0].Steps[0];
        DriveCycle profile = new("waves.csv", [0, 50, 100], [3.7, 3.6, 3.7]);
        Protocol protocol = new([new Cycle([step with { Text = "Run voltage profile waves.csv", Control = new Control(ControlKind.Voltage, 3.7, profile) }])], []);

        Assert.Contains("'Run voltage profile waves.csv': a held voltage is that of the cell", Assert.Throws<ArgumentException>(() => new SeriesStackSimulation(Different()).Run(protocol)).Message, StringComparison.Ordinal);
        var equal = new SeriesStackSimulation([.. Enumerable.Repeat(DesignSample.Cell(), 2)]).Run(protocol);
        Assert.All(Rows(equal, 1), r => Assert.Equal(2 * (3.7 - (0.1 * Math.Min(r.Time, 100 - r.Time) / 50)), r.Voltage, 1e-5));
    }

    private static CellDescription[] Different() => [DesignSample.Cell(), Thinner(DesignSample.Cell(), 0.96), Resistive(DesignSample.Cell(), 10e-4)];

    private static CellDescription Resistive(CellDescription cell, double resistance) => cell with
    {
        Contacts = [.. cell.Contacts, new ContactResistance("separator", "cathode", resistance)],
    };

    private static CellDescription Ageing(CellDescription cell) => cell with
    {
        Layers = [.. cell.Layers.Select((l, i) => i == cell.Layers.Count - 1 && l is PorousElectrode e
            ? e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Ageing = [new ParabolicGrowth { RateConstant = 1e-21, Conductivity = 1e-7, VolumePerLithium = 1e-5, InitialThickness = 1e-9 }] })] }
            : l)],
    };

    private static SeriesResult Run(CellDescription[] cells, params string[] items) => new SeriesStackSimulation(cells).Run(Parse(items));

    private static Row[] Rows(SeriesResult result, int step) => [.. Enumerable.Range(0, result.Time.Count).Where(i => result.Cells[0].Step[i] == step).Select(i => new Row(
        result.Time[i], result.StackVoltage()[i], result.Cells[0].Current[i], result.Cells.Max(c => c.Voltage[i]), result.Cells.Min(c => c.Voltage[i])))];

    private readonly record struct Row(double Time, double Voltage, double Current, double Highest, double Lowest);
}
