using Ionolith.Cells.Light;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Light;

public sealed class IlluminatedRunTests
{
    private static readonly FormulaFunction Sloped = FormulaFunction.Polynomial(2.4, -0.6);

    [Fact]
    public void In_the_dark_a_photocathode_changes_no_bit()
    {
        string[] dark = ["Discharge at 1C for 10 min", "Hold at 1.9 V until C/20", "Rest for 10 min", "Charge at 0.5C for 10 min"];
        var heat = new HeatBalance(300, 5);
        var without = Run(LightSample.Cell(null, Sloped, heat), dark);
        var with = Run(LightSample.Cell(LightSample.Photocathode, Sloped, heat), dark);

        Assert.Equal(without.Series.Time, with.Series.Time);
        Assert.Equal(without.Series.Voltage, with.Series.Voltage);
        Assert.Equal(without.Series.Current, with.Series.Current);
        Assert.Equal(without.Series.Capacity, with.Series.Capacity);
        Assert.Equal(without.Series.Energy, with.Series.Energy);
        Assert.Equal(without.Series.Temperature, with.Series.Temperature);
        Assert.Equal(without.Statistics, with.Statistics);
        Assert.Equal(0, with.Light!.Photocharge);
    }

    [Fact]
    public void Far_below_its_photovoltage_the_junction_gives_all_that_is_generated()
    {
        var light = LightSample.Photocathode with { Diode = new() { SaturationCurrent = 1e-20, Ideality = 2 } };
        var cell = LightSample.Cell(light, new ConstantFunction(0.5));
        var result = Run(cell, "Illuminate at 100 mW/cm2 for 1 h");
        double generated = light.Generation(light.Uptake(cell.Layers[2].Thickness), LightSample.FullSun, 298.15, 1).Current;

        Assert.True(generated > 5, $"{generated} A/m2");
        Tolerance.Relative(generated * 3600, result.Light!.Photocharge, 1e-9, "photocharge, C");
        Assert.Equal(0, result.NetDischarge);
        Assert.All(result.Series.Current, c => Assert.Equal(0, c));
        Tolerance.Relative(-generated, result.Series.ElectrolyteCurrent![^1], 1e-9, "current of the electrolyte, A");
    }

    [Fact]
    public void A_short_circuit_carries_the_light_and_the_cell()
    {
        // At 0 V neither diode nor shunt takes anything: the terminals carry the generation beside what the same cell gives in the dark.
        var lit = Run(LightSample.Cell(LightSample.Photocathode), "Hold at 0 V under 100 mW/cm2 for 1 s");
        var dark = Run(LightSample.Cell(null), "Hold at 0 V for 1 s");
        double generated = LightSample.Photocathode.Generation(LightSample.Photocathode.Uptake(1e-4), LightSample.FullSun, 298.15, 1).Current;

        Tolerance.Relative(dark.Series.Current[0] + generated, lit.Series.Current[0], 1e-9, "current, A");
        Tolerance.Relative(generated, lit.Series.Photocurrent![0], 1e-9 * dark.Series.Current[0] / generated, "photocurrent, A");
    }

    [Fact]
    public void Open_terminals_settle_at_the_photovoltage()
    {
        var cell = LightSample.Cell(LightSample.Photocathode, FormulaFunction.Polynomial(3, -2));
        var result = Run(cell, "Illuminate at 100 mW/cm2 for 400 h");
        double generated = LightSample.Photocathode.Generation(LightSample.Photocathode.Uptake(1e-4), LightSample.FullSun, 298.15, 1).Current;
        double photovoltage = LightSample.Photocathode.Diode.Photovoltage(generated, 298.15, LightSample.Photocathode.JunctionGap);

        Assert.True(result.Series.Voltage[0] < photovoltage - 0.02);
        Tolerance.Relative(photovoltage, result.Series.Voltage[^1], 1e-4, "voltage, V");
    }

    [Fact]
    public void Where_the_light_went_adds_up_to_round_off_and_each_part_is_its_own_integral()
    {
        // The rows are the time steps: the trapezoidal rule over them needs them close together.
        string[] steps = ["Illuminate at 100 mW/cm2 for 1 h", "Charge at 0.2C under 50 mW/cm2 for 30 min"];
        var result = Run(LightSample.Cell(LightSample.Photocathode, Sloped), new SimulationOptions { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 }, steps);
        var series = result.Series;
        foreach (var step in result.Light!.Steps)
        {
            double sum = step.Reflected + step.Transmitted + step.AbsorptionHeat + step.Recombined + step.Shunted + step.Work;
            Tolerance.Relative(step.LightEnergy, sum, 1e-13, "energies, J");
            Tolerance.Relative(step.Irradiance * step.Duration, step.LightEnergy, 1e-12);
            Tolerance.Relative(Integral(step.Number, i => series.Photocurrent![i] * series.Voltage[i]), step.Work, 1e-4, "work, J");
            Tolerance.Relative(Integral(step.Number, i => series.Photocurrent![i]), step.Photocharge, 1e-4, "photocharge, C");
            Tolerance.Relative(Integral(step.Number, i => series.Voltage[i] * series.Voltage[i] / 40), step.Shunted, 1e-4, "shunt, J");

            // What the hosts store is the integral of the open-circuit voltage over the charge; the rest of the work is overpotential.
            Tolerance.Relative(Integral(step.Number, i => -series.ElectrolyteCurrent![i] * series.OpenCircuitVoltage[i]), step.Stored, 1e-4, "stored, J");
            Assert.True(step.LayerLoss > 0);
            Assert.Equal(step.Gained / step.LightEnergy, step.Efficiency);
            Tolerance.Relative(step.LightEnergy, step.Reflected + step.Transmitted + step.Heat + step.Gained, 1e-13, "heat, J");
        }

        Assert.All(result.Balances, b => Tolerance.Below(1e-12, b.RelativeError, b.Name));

        double Integral(int number, Func<int, double> value)
        {
            double sum = 0;
            for (int i = 1; i < series.Count; i++)
            {
                sum += series.Step[i] == number && series.Step[i - 1] == number ? (series.Time[i] - series.Time[i - 1]) * (value(i) + value(i - 1)) / 2 : 0;
            }

            return sum;
        }
    }

    [Fact]
    public void A_conduction_band_above_the_anode_switches_the_charge_off()
    {
        var possible = Run(LightSample.Cell(LightSample.Photocathode with { ConductionBand = -0.1 }), "Illuminate at 100 mW/cm2 for 1 h").Light!;
        var slightly = Run(LightSample.Cell(LightSample.Photocathode with { ConductionBand = 0.05 }), "Illuminate at 100 mW/cm2 for 1 h").Light!;
        var impossible = Run(LightSample.Cell(LightSample.Photocathode with { ConductionBand = 1 }), "Illuminate at 100 mW/cm2 for 1 h");
        double freed = Math.Exp(-0.05 * Materials.PhysicalConstants.Faraday / (Materials.PhysicalConstants.GasConstant * 298.15));

        Assert.True(possible.Steps[0].Feasibility.IsPossible);
        Assert.False(slightly.Steps[0].Feasibility.IsPossible);
        Assert.False(impossible.Light!.Steps[0].Feasibility.IsPossible);

        // The generation falls by the Boltzmann factor; the shunt and the diode take the same, 2 V/40 ohm m2 for an hour.
        Assert.True(possible.Photocharge > 0);
        Tolerance.Relative(
            (possible.Photocharge + Lost(possible)) * freed, slightly.Photocharge + Lost(slightly), 1e-3, "charge generated, C");
        Assert.True(impossible.Light.Photocharge < 0);
        Assert.Contains("Light does not charge the cell", impossible.Diagnosis, StringComparison.Ordinal);
        Assert.Contains("light alone cannot charge", impossible.Diagnosis, StringComparison.Ordinal);

        static double Lost(LightResult light) => (light.Steps[0].Recombined + light.Steps[0].Shunted) / 2;
    }

    [Fact]
    public void Light_that_only_warms_moves_no_charge()
    {
        var warming = LightSample.Photocathode with { Absorbers = [new("host", 3 * LightSample.ElectronVolt, 1e5, 0)], Diode = new() { SaturationCurrent = 1e-30, Ideality = 2 } };
        var result = Run(LightSample.Cell(warming, Sloped, new HeatBalance(1e5, 0)), "Illuminate at 100 mW/cm2 for 100 s");
        double warmed = warming.Uptake(1e-4).Absorbed * LightSample.FullSun * 100 / 1e5;

        Assert.True(warmed > 0.5);
        Tolerance.Relative(warmed, result.Series.Temperature[^1] - 298.15, 1e-4, "warming, K");
        Tolerance.Below(1e-9, result.Light!.Photocharge, "photocharge, C");
    }

    [Fact]
    public void What_the_photocurrent_does_as_work_does_not_warm()
    {
        var light = LightSample.Photocathode with { Absorbers = [new("host", 3 * LightSample.ElectronVolt, 1e5, 0.5)] };
        var result = Run(LightSample.Cell(light, new ConstantFunction(2), new HeatBalance(1e5, 0)), "Illuminate at 100 mW/cm2 for 100 s");
        var step = result.Light!.Steps[0];

        // No entropy in this cell: all heat is what is neither reflected, transmitted nor stored.
        Tolerance.Relative(step.Heat, (result.Series.Temperature[^1] - 298.15) * 1e5, 1e-3, "heat, J");
        Assert.True(step.Work > 0.02 * step.LightEnergy);
    }

    [Fact]
    public void A_junction_that_leaks_in_the_dark_discharges_the_cell_through_diode_and_shunt()
    {
        var leaking = LightSample.Photocathode with { Diode = new() { SaturationCurrent = 1e-20, Ideality = 2, ShuntResistance = 40, LeaksInTheDark = true } };
        var result = Run(LightSample.Cell(leaking), "Rest for 1 h");
        double voltage = result.Series.Voltage[^1], dark = 1e-20 * (Math.Exp(voltage / (2 * 0.025692579)) - 1);

        Tolerance.Relative(-((voltage / 40) + dark), result.Series.Photocurrent![^1], 1e-4, "current, A");
        Assert.Equal(0, result.NetDischarge);
        Assert.All(result.Balances, b => Tolerance.Below(1e-12, b.RelativeError, b.Name));
    }

    [Fact]
    public void A_leak_discharges_the_cell_at_rest_by_ohms_law()
    {
        var cell = LightSample.Cell(null) with { LeakResistance = 10 };
        var result = Run(cell, "Rest for 1 h");
        double expected = 2.0 / 10;

        Tolerance.Relative(expected, result.Series.ElectrolyteCurrent![^1], 1e-3, "leak, A");
        Tolerance.Relative(expected * 3600, result.Balances[^1].End * Materials.PhysicalConstants.Faraday, 1e-3, "charge, C");
        Assert.Equal(0, result.NetDischarge, 1e-6);
        Assert.All(result.Balances, b => Tolerance.Below(1e-12, b.RelativeError, b.Name));
    }

    [Fact]
    public void Light_on_a_cell_that_says_nothing_of_it_is_refused_before_the_run() => Assert.Contains(
        "the step 'Illuminate at 1 mW/cm2 for 1 h' needs a photocathode, but 'positive' of composite says nothing of light",
        Assert.Throws<ArgumentException>(() => Run(LightSample.Cell(null), "Illuminate at 1 mW/cm2 for 1 h")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Illuminate at 1 mW/cm2 for 2 h")]
    [InlineData("Illuminate at 1500 mW/cm2 for 2 h")]
    [InlineData("Hold at 2.1 V under 300 mW/cm2 for 1 h")]
    [InlineData("Discharge at 1 W under 100 mW/cm2 for 1 h")]
    [InlineData("Discharge at 2 ohm under 100 mW/cm2 for 1 h")]
    public void Any_control_runs_under_any_light(string step)
    {
        // Cooled well enough that its lithium does not melt under fifteen suns.
        var result = Run(LightSample.Cell(LightSample.Photocathode, Sloped, new HeatBalance(3000, 200)), step);

        Assert.Equal(SimulationStatus.Completed, result.Status);
        Assert.All(result.Balances, b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    private static SimulationResult Run(CellDescription cell, params string[] steps) => Run(cell, new SimulationOptions(), steps);

    private static SimulationResult Run(CellDescription cell, SimulationOptions options, params string[] steps) =>
        new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!, options).Run();
}
