using Ionolith.Cells.Stack;
using Ionolith.Library.Bpx;
using Xunit;

namespace Ionolith.Library.Tests.Bpx;

public sealed class BpxReaderTests
{
    [Theory]
    [InlineData(BpxSamples.Pouch)]
    [InlineData(BpxSamples.SingleParticle)]
    [InlineData(BpxSamples.Cylinder)]
    [InlineData(BpxSamples.NumericVersion)]
    [InlineData(BpxSamples.Hysteresis)]
    public void Every_example_file_is_read(string name)
    {
        var loaded = BpxSamples.Load(name);

        Assert.Empty(loaded.Problems);
        Assert.Contains(loaded.Warnings, w => w.Message.Contains("is read as 1.1", StringComparison.Ordinal));
        Assert.Contains(loaded.Warnings, w => w.Path.EndsWith("Thermal conductivity [W.m-1.K-1]", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_arrive_in_SI_units_with_their_conversions()
    {
        var cell = BpxSamples.Load(BpxSamples.Pouch).Require();
        var anode = Assert.IsType<PorousElectrode>(cell.Layers[0]);
        var phase = Assert.Single(anode.ActivePhases);

        Assert.Equal(34 * 0.016808, cell.Area, 1e-12);
        Assert.Equal(12.5 * 3600, cell.NominalCapacity, 1e-9);
        Assert.Equal(499522 * 4.12e-6 / 3, phase.VolumeFraction, 1e-12);
        Assert.Equal(0.75668, phase.InitialStoichiometry);
        Assert.Equal(0.253991, anode.ElectrolyteFraction);

        // i0 = F K at reference temperature, with 55 kJ/mol.
        double atReference = phase.Kinetics.ExchangeCurrent.Reference.Evaluate(0.5, 298.15).Value;
        double warmer = phase.Kinetics.ExchangeCurrent.Reference.Evaluate(0.5, 308.15).Value;
        Assert.Equal(96485.33212 * 5.199e-6, atReference, 1e-9);
        Assert.Equal(Math.Exp(55000 / 8.314462618 * ((1 / 298.15) - (1 / 308.15))), warmer / atReference, 1e-9);
        Assert.Equal(0.1297 - 2.51 + 3.329, anode.Electrolyte.Conductivity.Evaluate(1000, 298.15).Value, 1e-12);
        Assert.Null(cell.Heat);
        Assert.Equal(["Discharge at 1C until 2.7 V"], cell.DefaultProtocol);
    }

    [Fact]
    public void A_slow_discharge_follows_the_measured_experiment()
    {
        var loaded = BpxSamples.Load(BpxSamples.Pouch);
        var experiment = Assert.Single(loaded.Experiments, e => e.Name is "C/20 discharge");
        var series = BpxSamples.Run(loaded.Require(), "Discharge at 0.625 A until 2.7 V").Series;

        Assert.All(experiment.Current, i => Assert.Equal(-0.625, i));
        double squares = 0;
        int count = experiment.Time.Count(t => t <= 0.95 * series.Time[^1]);
        for (int k = 1; k < count; k++)
        {
            squares += Math.Pow(At(series.Time, series.Voltage, experiment.Time[k]) - experiment.Voltage[k], 2);
        }

        Assert.InRange(Math.Sqrt(squares / (count - 1)), 0, 0.015);
    }

    [Fact]
    public void A_single_particle_file_gets_stand_ins_that_are_assumed_and_cost_no_voltage()
    {
        var cell = BpxSamples.Load(BpxSamples.SingleParticle).Require();

        Assert.True(cell.Mesh.SingleParticle);
        Assert.Contains(cell.Values, v => v.Path is "separator.thickness" && v.Role == ValueRole.Assumed);
        var result = BpxSamples.Run(cell, "Discharge at 1C until 2.7 V");
        var full = BpxSamples.Run(BpxSamples.Load(BpxSamples.Pouch).Require() with { Mesh = new() { SingleParticle = true } }, "Discharge at 1C until 2.7 V");
        Assert.InRange(result.Steps[0].Time.End, full.Steps[0].Time.End, 1.1 * full.Steps[0].Time.End);
    }

    [Fact]
    public void The_state_of_charge_sets_both_stoichiometries()
    {
        string text = BpxSamples.Text(BpxSamples.Pouch).Replace(
            "\"Validation\"", "\"State\": {\"Initial conditions\": {\"Initial state-of-charge\": 0.25}}, \"Validation\"", StringComparison.Ordinal);
        var electrodes = CellLibrary.ReadCell("cell.json", text).Require().Layers.OfType<PorousElectrode>().ToList();

        Assert.Equal(0.005504 + (0.25 * (0.75668 - 0.005504)), electrodes[0].ActivePhases[0].InitialStoichiometry, 1e-12);
        Assert.Equal(0.96210 - (0.25 * (0.96210 - 0.42424)), electrodes[1].ActivePhases[0].InitialStoichiometry, 1e-12);
    }

    [Fact]
    public void The_lumped_heat_balance_is_shared_out_over_the_area()
    {
        string text = BpxSamples.Text(BpxSamples.Pouch).Replace(
            "\"Validation\"", "\"State\": {\"Thermal environment\": {\"Heat transfer coefficient [W.m-2.K-1]\": 10}}, \"Validation\"", StringComparison.Ordinal);
        var cell = CellLibrary.ReadCell("cell.json", text).Require();

        Assert.Equal(1847 * 913 * 0.000128, cell.Heat!.HeatCapacity * cell.Area, 1e-9);
        Assert.Equal(10 * 0.0379, cell.Heat.HeatTransfer * cell.Area, 1e-12);
    }

    [Fact]
    public void Particles_by_name_make_a_blend()
    {
        string text = BpxSamples.Text(BpxSamples.Pouch);
        int start = text.IndexOf("\"Particle radius [m]\": 4.6e-06", StringComparison.Ordinal);
        int end = text.IndexOf("\"Separator\"", StringComparison.Ordinal);
        const string Shared = "\"Thickness [m]\": 5.23e-05, \"Conductivity [S.m-1]\": 0.789, \"Porosity\": 0.277493, \"Transport efficiency\": 0.1462, ";
        static string Phase(double surface) => FormattableString.Invariant(
            $$"""{"Particle radius [m]": 1e-6, "Surface area per unit volume [m-1]": {{surface}}, "Diffusivity [m2.s-1]": 1e-14, "OCP [V]": {"x": [1, 0.3], "y": [3, 4.3]}, "Reaction rate constant [mol.m-2.s-1]": 1e-6, "Minimum stoichiometry": 0.4, "Maximum stoichiometry": 0.9, "Maximum concentration [mol.m-3]": 40000}""");
        text = text[..start] + Shared + $"\"Particle\": {{\"large\": {Phase(9e5)}, \"small\": {Phase(3e5)}}}}}, " + text[end..];
        var phases = CellLibrary.ReadCell("cell.json", text).Require().Layers.OfType<PorousElectrode>().Last().ActivePhases;

        Assert.Equal(["large", "small"], phases.Select(p => p.Material.Id));
        Assert.Equal(0.3, phases[0].VolumeFraction, 1e-12);
        Assert.Equal(4.3, phases[0].Material.OpenCircuitPotential.Evaluate(0.3, 298.15).Value, 1e-12);
    }

    [Fact]
    public void A_value_of_a_bpx_file_can_be_replaced_by_its_path()
    {
        var loaded = CellLibrary.LoadCell(BpxSamples.PathOf(BpxSamples.Pouch), [new Ionolith.Library.Files.PathOverride("separator.thickness", "30 um")]);

        Assert.Equal(30e-6, loaded.Require().Layers[1].Thickness, 1e-15);
    }

    [Fact]
    public void An_export_is_valid_bpx_1_1_without_fields_of_older_versions()
    {
        var cell = BpxSamples.Load(BpxSamples.Pouch).Require();
        var root = System.Text.Json.JsonDocument.Parse(BpxFile.Write(cell)).RootElement;

        Assert.Equal("1.1.0", root.GetProperty("Header").GetProperty("BPX").GetString());
        Assert.Equal("DFN", root.GetProperty("Header").GetProperty("Model").GetString());
        Assert.False(root.GetProperty("Parameterisation").GetProperty("Electrolyte").TryGetProperty("Initial concentration [mol.m-3]", out _));
        Assert.Equal(1000, root.GetProperty("State").GetProperty("Initial conditions").GetProperty("Initial electrolyte concentration [mol.m-3]").GetDouble());
        Assert.DoesNotContain(CellLibrary.ReadCell("again.json", BpxFile.Write(cell)).Warnings, w => w.Message.Contains("read as", StringComparison.Ordinal));
    }

    private static double At(IReadOnlyList<double> x, IReadOnlyList<double> y, double at)
    {
        int i = Enumerable.Range(0, x.Count - 1).First(k => x[k + 1] >= at);
        return x[i + 1] == x[i] ? y[i] : y[i] + ((y[i + 1] - y[i]) * (at - x[i]) / (x[i + 1] - x[i]));
    }
}
