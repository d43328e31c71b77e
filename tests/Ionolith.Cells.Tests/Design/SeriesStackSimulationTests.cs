using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Ageing.Lithium;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Cells.Tests.Light;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Design.DesignSample;

namespace Ionolith.Cells.Tests.Design;

public sealed class SeriesStackSimulationTests
{
    private static readonly string[] Cycle = ["Discharge at 1C until 3.3 V", "Rest for 10 min", "Charge at 1C until 3.9 V"];

    [Fact]
    public void Equal_cells_give_so_many_times_the_voltage_of_one()
    {
        var one = new SeriesStackSimulation([DesignSample.Cell()]).Run(Parse(Cycle));
        var four = new SeriesStackSimulation([.. Enumerable.Repeat(DesignSample.Cell(), 4)]).Run(Parse(Cycle));

        Assert.Equal(one.Time, four.Time);
        Assert.Equal(one.StackVoltage().Select(v => 4 * v), four.StackVoltage());
        Assert.Equal(3, four.Steps.Count);
        Assert.Equal(4 * one.Steps[0].Energy, four.Steps[0].Energy);
        Assert.All(four.Steps, s => Assert.Equal(0, s.VoltageSpread));
    }

    [Fact]
    public void One_cell_in_series_is_the_cell()
    {
        var stack = new SeriesStackSimulation([DesignSample.Cell()]).Run(Parse("Discharge at 1C until 3.3 V"));
        var cell = new CellSimulation(DesignSample.Cell(), Parse("Discharge at 1C until 3.3 V")).Run();

        Tolerance.Relative(cell.Steps[0].Energy, stack.Steps[0].Energy, 1e-12);
        Tolerance.Relative(cell.Steps[0].Time.End, stack.Steps[0].End, 1e-12);
    }

    [Fact]
    public void The_energy_is_the_integral_of_the_voltage_over_the_charge()
    {
        var cells = SeriesStackSimulation.Spread(DesignSample.Cell(), 3, new CellSpread(0.05, 0.1, 3));
        var result = new SeriesStackSimulation(cells, DesignRuns.Accuracy).Run(Parse("Discharge at 1C until 3.3 V"));
        var (charge, voltage) = (result.Capacity, result.StackVoltage());
        double integral = 0;
        for (int i = 1; i < charge.Count; i++)
        {
            integral += (charge[i] - charge[i - 1]) * (voltage[i] + voltage[i - 1]) / 2;
        }

        // The trapezoidal rule over two hundred rows.
        Tolerance.Relative(integral, result.Steps[0].Energy, 1e-4);
    }

    [Fact]
    public void The_weakest_cell_ends_the_discharge_for_all()
    {
        var small = Thinner(DesignSample.Cell(), 0.8);
        var result = new SeriesStackSimulation([DesignSample.Cell(), small, DesignSample.Cell()]).Run(Parse("Discharge at 1C until 3.3 V"));
        var step = Assert.Single(result.Steps);
        var alone = new CellSimulation(small with { NominalCapacity = DesignSample.Cell().NominalCapacity }, Parse("Discharge at 1C until 3.3 V")).Run().Steps[0];

        Assert.Equal(2, step.Weakest);
        Tolerance.Relative(alone.Capacity, step.Capacity, 1e-9);
        Assert.Equal(3.3, step.Voltages[1], 1e-6);
        Assert.True(step.Voltages[0] > 3.4);
        Assert.Equal(step.Voltages[0], step.Voltages[2]);
        Assert.Equal(0, step.Reserves[1], 1e-9 * step.Capacity);
        var full = new CellSimulation(DesignSample.Cell(), Parse("Discharge at 1C until 3.3 V")).Run().Steps[0];
        Tolerance.Relative(full.Capacity - alone.Capacity, step.Reserves[0], 1e-6);
        Assert.All(result.Cells, c => Assert.Equal(result.Time, c.Time));
    }

    [Fact]
    public void The_spread_is_that_of_its_seed()
    {
        var spread = new CellSpread(0.02, 0.05, 11);
        double[] Loading(int seed) => [.. SeriesStackSimulation.Spread(DesignSample.Cell(), 400, spread with { Seed = seed }).Select(c => c.Layers[^1].Thickness / 100e-6)];
        double[] loading = Loading(11);
        double mean = loading.Average(), deviation = Math.Sqrt(loading.Average(v => (v - mean) * (v - mean)));

        Assert.Equal(loading, Loading(11));
        Assert.NotEqual(loading, Loading(12));

        // Three standard errors of 400 draws.
        Assert.Equal(1, mean, 3 * 0.02 / 20);
        Assert.InRange(deviation, 0.02 * 0.89, 0.02 * 1.11);
        Assert.All(SeriesStackSimulation.Spread(DesignSample.Cell(), 3, new CellSpread(0, 0, 1)), c => Assert.Equal(DesignSample.Cell().Layers[^1].Thickness, c.Layers[^1].Thickness));
    }

    [Fact]
    public void The_largest_spread_leaves_every_thickness_positive_and_a_larger_one_is_refused()
    {
        var cell = DesignSample.Cell();
        var cells = SeriesStackSimulation.Spread(cell, 2000, new CellSpread(CellSpread.Most, CellSpread.Most, 1));
        double least = cells.SelectMany(c => c.Layers.Zip(cell.Layers, (varied, mean) => varied.Thickness / mean.Thickness)).Min();

        // The draws are cut off at three deviations, and so many reach that.
        Assert.Equal(0.1, least, 1e-9);
        foreach (var spread in (CellSpread[])[new(0.301, 0, 1), new(0, 0.4, 1), new(-0.01, 0, 1), new(0, double.NaN, 1), new(0, 0, 1) { Leak = -1 }])
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => SeriesStackSimulation.Spread(cell, 2, spread));
            Assert.Contains("must be from 0 to 0.3", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cells_of_different_areas_are_refused() =>
        Assert.Contains("one area", Assert.Throws<ArgumentException>(() => new SeriesStackSimulation([DesignSample.Cell(), DesignSample.Cell() with { Area = 2e-4 }])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_whole_protocol_on_equal_cells_is_that_of_one_cell_to_the_last_bit()
    {
        string[] protocol = ["Repeat 3 times: Discharge at 1C until 3.3 V; Rest for 10 min; Charge at 1C until 3.9 V; Rest for 10 min"];
        var cell = new CellSimulation(DesignSample.Cell(), Parse(protocol)).Run();
        var stack = new SeriesStackSimulation([.. Enumerable.Repeat(DesignSample.Cell(), 3)]).Run(Parse(protocol));

        Assert.Equal(SimulationStatus.Completed, stack.Status);
        Assert.Equal(cell.Steps.Select(s => s.Capacity), stack.Steps.Select(s => s.Capacity));
        Assert.Equal(cell.Steps.Select(s => 3 * s.Voltage.End), stack.Steps.Select(s => s.Voltages.Sum()));
        Assert.Equal(cell.Steps.Select(s => s.Time.End), stack.Steps.Select(s => s.End));
        Assert.Equal(cell.Cycles.Select(c => c.Discharge), stack.Cycles.Select(c => c.Discharge));
        Assert.Equal(cell.Steps.Select(s => s.Cycle), stack.Steps.Select(s => s.Cycle));
        Assert.Equal(cell.Cycles.Select(c => c.CoulombicEfficiency), stack.Cycles.Select(c => c.CoulombicEfficiency));
        Assert.True(double.IsFinite(stack.Cycles[^1].CoulombicEfficiency));
        Assert.Equal(cell.Series.Time, stack.Time);
        Assert.All(cell.Cycles.Zip(stack.Cycles), c => Tolerance.Relative(3 * c.First.DischargeEnergy, c.Second.DischargeEnergy, 1e-15, "energy, J"));
        Assert.All(stack.Steps, s => Assert.Equal([0.0, 0, 0], s.Reserves));
    }

    [Fact]
    public void Cells_that_age_and_leak_stay_that_of_one_cell()
    {
        string[] protocol = ["Repeat 4 times: Discharge at 1C until 3.3 V; Rest for 1 h; Charge at 1C until 3.9 V"];
        var ageing = Ageing(DesignSample.Cell()) with { LeakResistance = 50 };
        var cell = new CellSimulation(ageing, Parse(protocol)).Run();
        var stack = new SeriesStackSimulation([ageing, ageing]).Run(Parse(protocol));
        var fresh = new CellSimulation(DesignSample.Cell(), Parse(protocol)).Run();

        Assert.Equal(cell.Steps.Select(s => s.Capacity), stack.Steps.Select(s => s.Capacity));
        Assert.Equal(cell.Steps.Select(s => 2 * s.Voltage.End), stack.Steps.Select(s => s.Voltages.Sum()));
        Assert.True(stack.Cycles[^1].Discharge < 0.99 * fresh.Cycles[^1].Discharge, "neither ageing nor leak has done anything");
        Assert.All(stack.Balances.SelectMany(b => b), b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    [Fact]
    public void A_cell_that_ages_more_ends_the_steps()
    {
        var result = new SeriesStackSimulation([DesignSample.Cell(), Ageing(DesignSample.Cell(), volumePerLithium: double.PositiveInfinity)]).Run(Parse("Repeat 3 times: Discharge at 1C until 3.3 V; Charge at 1C until 3.9 V"));

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.Equal(6, result.Steps.Count);
        Assert.All(result.Steps.Skip(1), s => Assert.Equal(2, s.Weakest));
        Assert.All(result.Steps.Skip(1), s => Assert.Equal(s.Capacity > 0 ? 3.3 : 3.9, s.Voltages[1], 1e-6));
    }

    [Fact]
    public void Different_leaks_drive_the_cells_apart_by_ohms_law()
    {
        CellDescription[] cells = [DesignSample.Cell() with { LeakResistance = 400 }, DesignSample.Cell() with { LeakResistance = 200 }, DesignSample.Cell()];
        var result = new SeriesStackSimulation(cells, DesignRuns.Accuracy).Run(Parse("Rest for 10 h", "Rest for 10 h"));
        double Lost(int cell, double resistance)
        {
            var rows = result.Cells[cell];
            double sum = 0;
            for (int i = 1; i < rows.Count; i++)
            {
                sum += (rows.Time[i] - rows.Time[i - 1]) * (rows.Voltage[i] + rows.Voltage[i - 1]) / 2 / resistance * cells[0].Area;
            }

            return sum;
        }

        Tolerance.Relative(Lost(0, 400), result.Leaked[0], 1e-4, "charge, C");
        Tolerance.Relative(Lost(1, 200), result.Leaked[1], 1e-4, "charge, C");
        Tolerance.Relative(result.Steps.Sum(s => s.Leaked[1]), result.Leaked[1], 1e-12, "charge, C");
        Assert.Equal(0, result.Leaked[2]);
        Assert.Equal(result.Leaked[1], result.Imbalance);
        Assert.True(result.Imbalance > 1.9 * result.Steps[0].Imbalance);
        Assert.True(result.Steps[1].VoltageSpread > result.Steps[0].VoltageSpread);
    }

    [Fact]
    public void The_leaks_spread_by_their_own_deviation_and_change_no_other_draw()
    {
        var cell = DesignSample.Cell() with { LeakResistance = 100 };
        var spread = new CellSpread(0.02, 0.05, 11);
        double[] conductance = [.. SeriesStackSimulation.Spread(cell, 400, spread with { Leak = 0.3 }).Select(c => 100 / c.LeakResistance)];
        double mean = conductance.Average(), deviation = Math.Sqrt(conductance.Average(v => (v - mean) * (v - mean)));

        // Three standard errors of 400 draws.
        Assert.Equal(1, mean, 3 * 0.3 / 20);
        Assert.InRange(deviation, 0.3 * 0.89, 0.3 * 1.11);
        Assert.Equal(
            SeriesStackSimulation.Spread(cell, 1, spread)[0].Layers[^1].Thickness, SeriesStackSimulation.Spread(cell, 1, spread with { Leak = 0.3 })[0].Layers[^1].Thickness);
        Assert.All(SeriesStackSimulation.Spread(cell, 3, spread), c => Assert.Equal(100, c.LeakResistance));
    }

    [Fact]
    public void The_whole_ends_by_time_voltage_or_capacity()
    {
        SeriesResult Run(params string[] items) => new SeriesStackSimulation([DesignSample.Cell(), Thinner(DesignSample.Cell(), 0.9)]).Run(Parse(items));
        var byTime = Run("Discharge at 1C until 3.3 V", "Terminate at 10 min");
        var byVoltage = Run("Discharge at 1C until 3.3 V", "Terminate at 3.6 V");
        var byShare = Run("Repeat 9 times: Discharge at 1C until 3.3 V; Charge at 1C until 3.5 V", "Terminate at 80 % capacity");

        Assert.Equal(600, byTime.Time[^1]);
        Assert.Contains("total time", byTime.Reason, StringComparison.Ordinal);
        Assert.Equal(3.6, byVoltage.Steps[0].Voltages[1], 1e-6);
        Assert.Contains("voltage fell to 3.6 V", byVoltage.Reason, StringComparison.Ordinal);
        Assert.Equal(2, byShare.Cycles.Count);
        Assert.Contains("80 % capacity", byShare.Reason, StringComparison.Ordinal);
        Assert.All(new[] { byTime, byVoltage, byShare }, r => Assert.Equal(SimulationStatus.Completed, r.Status));
    }

    [Fact]
    public void Step_ends_alone_can_be_kept()
    {
        var result = new SeriesStackSimulation([DesignSample.Cell()], new SimulationOptions { Rows = OutputRows.StepEnds }).Run(Parse(Cycle));

        Assert.Equal(2 * 3, result.Time.Count);
    }

    [Fact]
    public void A_stack_runs_once()
    {
        SeriesStackSimulation stack = new([DesignSample.Cell()]);
        stack.Run(Parse("Rest for 1 s"));

        Assert.Equal("A stack runs once; make a new one.", Assert.Throws<InvalidOperationException>(() => stack.Run(Parse("Rest for 1 s"))).Message);
    }

    [Fact]
    public void A_tolerance_out_of_range_is_refused_as_for_a_cell() => Assert.Contains(
        "between 1e-8 and 1e-1", Assert.Throws<ArgumentOutOfRangeException>(() => new SeriesStackSimulation([DesignSample.Cell()], new SimulationOptions { RelativeTolerance = 0.5 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Light_falls_on_each_cell()
    {
        CellDescription lit = LightSample.Cell(LightSample.Photocathode);
        string[] steps = ["Illuminate at 100 mW/cm2 for 1 h", "Charge at 0.2C under 50 mW/cm2 for 30 min", "Discharge at 0.1C for 10 min"];
        var cell = new CellSimulation(lit, Parse(steps)).Run();
        var stack = new SeriesStackSimulation([lit, lit]).Run(Parse(steps));
        var dim = new SeriesStackSimulation([lit, LightSample.Cell(LightSample.Photocathode with { Reflectance = 0.4 })]).Run(Parse(steps[0]));

        Assert.Equal(cell.Steps.Select(s => 2 * s.Voltage.End), stack.Steps.Select(s => s.Voltages.Sum()));
        Assert.NotEqual(dim.Cells[0].Photocurrent![^1], dim.Cells[1].Photocurrent![^1]);
        Assert.All(dim.Balances.SelectMany(b => b), b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    [Fact]
    public void Light_on_cells_that_take_none_up_is_refused() => Assert.Contains(
        "needs a photocathode", Assert.Throws<ArgumentException>(() => new SeriesStackSimulation([DesignSample.Cell()]).Run(Parse("Illuminate at 1 mW/cm2 for 1 h"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Discharge at 10 A for 100 h")]
    [InlineData("Charge at 1 W for 100 h")]
    public void A_short_of_one_cell_ends_the_run_and_is_named(string step)
    {
        CellDescription sound = LithiumCells.With(SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 1e-4, 10)) with { StackPressure = 5e6 };
        CellDescription shorts = LithiumCells.Symmetric(new FilamentPolymer { GrowthFraction = 0.2, ShearModulus = 1e6, FlawLength = 1e-6, FilamentWidth = 2e-6 });
        var result = new SeriesStackSimulation([sound, sound, shorts]).Run(Parse("Rest for 1 h", step));

        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("of cycle 2 (", result.Reason, StringComparison.Ordinal);
        Assert.Contains("cell 3 of 3: ", result.Reason, StringComparison.Ordinal);
        Assert.Contains("hard short", result.Reason, StringComparison.Ordinal);
        Assert.Equal(3, result.Steps[^1].Weakest);
    }

    // An interphase on the host that grows to some tens of ohm cm2 within hours.
    private static CellDescription Ageing(CellDescription cell, double volumePerLithium = 1e-5) => cell with
    {
        Layers = [.. cell.Layers.Select((l, i) => i == cell.Layers.Count - 1 && l is PorousElectrode e
            ? e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Ageing = [AgeingLaws.Find("parabolic-growth")!.Create([1e-21, 0, 1e-7, volumePerLithium, 1e-9, double.PositiveInfinity])] })] }
            : l)],
    };
}
