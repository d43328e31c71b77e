using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Library.Review;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

/// <summary>Each measurement against what it stands for, computed without it.</summary>
public sealed class MeasurementTests
{
    private const string Down = "Discharge at 1C until 2.2 V";
    private const string Up = "Charge at 1C until 3.6 V";

    private static readonly CellDescription Cell = CellLibrary.LoadCell("vcl3-halide").Require();

    [Fact]
    public void A_conductivity_is_that_of_the_material_at_its_temperature()
    {
        var electrolyte = CellLibrary.LoadMaterial("limocl4").Require().Electrolyte!;

        Tolerance.Relative(electrolyte.Conductivity.Evaluate(0, 333.15).Value, Of("1 mS/cm", "{property: conductivity, of: limocl4, temperature: 60 degC}"), 1e-12);
        Tolerance.Relative(1.04, Of("1 mS/cm", "{property: conductivity, of: limocl4}"), 1e-12);
    }

    [Fact]
    public void The_properties_of_a_salt_are_taken_at_its_initial_concentration_unless_another_is_said()
    {
        var salt = CellLibrary.LoadMaterial("lipf6-ec-emc").Require().Electrolyte!.Salt!;

        // No claim reports a diffusivity, so it is measured against that at another concentration.
        Tolerance.Relative(
            salt.Diffusivity.Evaluate(salt.InitialConcentration, 298.15).Value / salt.Diffusivity.Evaluate(500, 298.15).Value,
            Of("1", "{ratio: [{property: diffusivity, of: lipf6-ec-emc}, {property: diffusivity, of: lipf6-ec-emc, concentration: 0.5 mol/L}]}"),
            1e-12);
        Tolerance.Relative(salt.TransferenceNumber.Evaluate(500, 298.15).Value, Of("0.3", "{property: transference-number, of: lipf6-ec-emc, concentration: 0.5 mol/L}"), 1e-12);
        Assert.Equal(1, Of("0.3", "{property: transference-number, of: limocl4}"));
    }

    [Fact]
    public void An_open_circuit_potential_is_taken_at_its_stoichiometry()
    {
        var host = CellLibrary.LoadMaterial("lco").Require().Active!;

        Tolerance.Relative(host.OpenCircuitPotential.Evaluate(0.6, 298.15).Value, Of("4 V", "{property: open-circuit-potential, of: lco, stoichiometry: 0.6}"), 1e-12);
    }

    [Fact]
    public void Capacities_and_energies_are_those_of_the_same_run()
    {
        var steps = Run(Cell, Down, Up).Steps;
        double loading = ElectrodeLoading.Of(Cell.Layers.OfType<PorousElectrode>().Single());
        string run = $"run: vcl3-halide, protocol: [{Down}, {Up}]";

        Tolerance.Relative(steps[0].Capacity / Cell.Area, Of("1 mAh/cm2", $"{{{run}, figure: discharge-capacity}}"), 1e-12);
        Tolerance.Relative(-steps[1].Capacity / Cell.Area / loading, Of("1 mAh/g", $"{{{run}, figure: charge-capacity, per: active-mass}}"), 1e-12);
        Tolerance.Relative(steps[0].Energy / Cell.Area / loading, Of("1 Wh/kg", $"{{{run}, figure: discharge-energy}}"), 1e-12);
        Tolerance.Relative(steps[0].Energy / steps[0].Capacity, Of("3 V", $"{{{run}, figure: mean-discharge-voltage}}"), 1e-12);
        Tolerance.Relative(steps[0].Voltage.Start, Of("3 V", $"{{{run}, figure: start-voltage}}"), 1e-12);
    }

    [Fact]
    public void A_hold_belongs_to_its_charge_and_a_rest_parts_two_discharges()
    {
        string[] protocol = [Down, Up, "Hold at 3.6 V until C/20", "Discharge at 1C for 10 min", "Rest for 1 min", "Discharge at 1C for 5 min"];
        var steps = Run(Cell, protocol).Steps;
        string run = $"run: vcl3-halide, protocol: [{string.Join(", ", protocol)}]";

        Tolerance.Relative(-(steps[1].Capacity + steps[2].Capacity) / Cell.Area, Of("1 mAh/cm2", $"{{{run}, figure: charge-capacity}}"), 1e-12);
        Tolerance.Relative(steps[5].Capacity / Cell.Area, Of("1 mAh/cm2", $"{{{run}, figure: discharge-capacity}}"), 1e-12);
        Tolerance.Relative(steps[5].Capacity / steps[0].Capacity, Of("80 %", $"{{{run}, figure: capacity-retention}}"), 1e-12);
    }

    [Fact]
    public void The_cut_off_voltages_of_the_cell_can_be_named() => Assert.Equal(
        Of("1 mAh/cm2", $"{{run: vcl3-halide, protocol: [{Down}], figure: discharge-capacity}}"),
        Of("1 mAh/cm2", "{run: vcl3-halide, protocol: [Discharge at 1C until lower cutoff], figure: discharge-capacity}"));

    [Fact]
    public void A_value_that_is_set_is_that_of_the_run()
    {
        var thick = CellLibrary.LoadCell("vcl3-halide", [new PathOverride("halide-separator.thickness", "2 mm")]).Require();

        Tolerance.Relative(
            Run(thick, Down).Steps[0].Voltage.Start,
            Of("3 V", $"{{run: vcl3-halide, set: [halide-separator.thickness=2 mm], protocol: [{Down}], figure: start-voltage}}"),
            1e-12);
    }

    [Fact]
    public void The_shares_of_all_hosts_add_up_to_one()
    {
        string Share(string host) => $"{{run: tis2-tio2-photocathode, protocol: [Discharge at 0.1C for 2 h], figure: lithium-share, of: {host}}}";
        var hosts = CellLibrary.LoadCell("tis2-tio2-photocathode").Require().Layers.OfType<PorousElectrode>().Last().ActivePhases.Select(p => p.Material.Id).ToList();

        Assert.Equal(2, hosts.Count);
        Tolerance.Relative(1, hosts.Sum(h => Of("0.5", Share(h))), 1e-9);
    }

    [Fact]
    public void The_lithium_that_the_hosts_take_up_is_the_charge_that_passed()
    {
        var result = Run(CellLibrary.LoadCell("tis2-tio2-photocathode").Require(), "Discharge at 0.1C for 2 h");
        string cathode = result.Cell.Layers.OfType<PorousElectrode>().Last().Name;
        double taken = result.Hosts.Where(h => string.Equals(h.Electrode, cathode, StringComparison.Ordinal)).Sum(h => h.End - h.Start);

        Tolerance.Relative(result.NetDischarge / result.Cell.Area / PhysicalConstants.Faraday, taken, 1e-6);
    }

    [Fact]
    public void Ratio_and_difference_combine_two_measurements()
    {
        const string Warm = "{property: conductivity, of: limocl4, temperature: 60 degC}", Cold = "{property: conductivity, of: limocl4}";
        double warm = Of("1 mS/cm", Warm), cold = Of("1 mS/cm", Cold);

        Tolerance.Relative(warm / cold, Of("2", $"{{ratio: [{Warm}, {Cold}]}}"), 1e-12);
        Tolerance.Relative(warm - cold, Of("1 mS/cm", $"{{difference: [{Warm}, {Cold}]}}"), 1e-12);
        Tolerance.Relative(1, Of("1", $"{{ratio: [{{ratio: [{Warm}, {Cold}]}}, {{ratio: [{Warm}, {Cold}]}}]}}"), 1e-12);
    }

    [Theory]
    [InlineData("60 degC", "25 degC", "higher", true)]
    [InlineData("60 degC", "25 degC", "lower", false)]
    [InlineData("25 degC", "60 degC", "lower", true)]
    [InlineData("25 degC", "25 degC", "higher", false)]
    [InlineData("25 degC", "25 degC", "lower", false)]
    public void A_statement_holds_or_does_not_and_shows_both_figures(string with, string without, string expected, bool holds)
    {
        string compare = $"{{compare: {{with: {{property: conductivity, of: limocl4, temperature: {with}}}, without: {{property: conductivity, of: limocl4, temperature: {without}}}, expected: {expected}}}}}";
        var result = ClaimFile.Compute("statement: it is so", compare, "shown");

        Assert.Equal((ClaimStatus.Computed, holds), (result.State.Status, result.Holds));
        Assert.StartsWith(holds ? "holds: " : "does not hold: ", result.State.Reason, StringComparison.Ordinal);
        Assert.Contains("mS/cm with, ", result.State.Reason, StringComparison.Ordinal);
        Assert.True(double.IsNaN(result.Deviation));
    }

    [Theory]
    [InlineData("value: 10 mS/cm", 0.04)]
    [InlineData("approx: 13 mS/cm", -0.2)]
    [InlineData("lower: 10 mS/cm", 0)]
    [InlineData("lower: 20.8 mS/cm", -0.5)]
    [InlineData("range: 10 mS/cm to 12 mS/cm", 0)]
    [InlineData("range: 5 mS/cm to 8 mS/cm", 0.3)]
    [InlineData("range: 13 mS/cm to 20 mS/cm", -0.2)]
    public void The_deviation_is_relative_signed_and_zero_where_the_figure_is_met(string figure, double deviation) =>
        Assert.Equal(deviation, ClaimFile.Compute(figure, "{property: conductivity, of: limocl4}").Deviation, 1e-12);

    private static double Of(string figure, string compute)
    {
        var result = ClaimFile.Compute($"value: {figure}", compute);
        Assert.Equal("", result.State.Status == ClaimStatus.Failed ? result.State.Reason : "");
        return result.Computed;
    }

    private static SimulationResult Run(CellDescription cell, params string[] protocol) => new CellSimulation(
        cell,
        ProtocolParser.Parse(protocol, new ProtocolFiles("")).Protocol!,
        new SimulationOptions { Losses = false, Profiles = 0, Rows = OutputRows.StepEnds }).Run();
}
