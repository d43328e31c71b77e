using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>Hand-computed numbers of the library's cells.</summary>
public sealed class CellDataTests
{
    private static PorousElectrode Electrode(string cell, string name) =>
        CellLibrary.LoadCell(cell).Require().Layers.OfType<PorousElectrode>().Single(e => string.Equals(e.Name, name, StringComparison.Ordinal));

    [Fact]
    public void The_liquid_reference_cell_has_the_effective_conductivities_of_the_COMSOL_run()
    {
        // COMSOL: 100 x 0.7^1.5 and 10 x 0.7^1.5 S/m, which 126 x 0.6^1.5 and 16.6 x 0.5^1.5 approach to 2e-4 and 2e-3.
        Assert.Equal(100 * Math.Pow(0.7, 1.5), Electrode("marquis2019", "anode").ElectronicConductivity.Evaluate(0, 298.15).Value, 0.02);
        Assert.Equal(10 * Math.Pow(0.7, 1.5), Electrode("marquis2019", "cathode").ElectronicConductivity.Evaluate(0, 298.15).Value, 0.02);
        Assert.Equal(16.6 * Math.Pow(0.5, 1.5), Electrode("marquis2019", "cathode").ElectronicConductivity.Evaluate(0, 298.15).Value, 1e-12);
        Assert.Equal(24 * 3600, CellLibrary.LoadCell("marquis2019").Require().NominalCapacity, 1e-9);
    }

    [Fact]
    public void Exchange_currents_of_the_liquid_cell_are_those_of_its_rate_constants()
    {
        var exchange = Electrode("marquis2019", "anode").ActivePhases[0].Kinetics.ExchangeCurrent;
        const double c_e = 800;
        const double x = 0.7;
        double general = exchange.Reference.Evaluate(x, 298.15).Value
            * Math.Pow(c_e / exchange.ReferenceConcentration, exchange.ElectrolyteExponent)
            * Math.Pow(x, exchange.StoichiometryExponent)
            * Math.Pow(1 - x, exchange.VacancyExponent);
        double c_s = x * 24983.2619938437;

        Assert.Equal(2e-5 * Math.Sqrt(c_e * c_s * (24983.2619938437 - c_s)), general, 1e-10);
    }

    [Fact]
    public void The_single_ion_cell_is_the_DUALFOIL_case()
    {
        var cathode = Electrode("li-sic-lco", "cathode");
        var phase = cathode.ActivePhases[0];

        Assert.Null(cathode.Electrolyte.Salt);
        Assert.Equal(0.01 * Math.Pow(0.35, 1.5), 0.01 * cathode.TransportEfficiency, 1e-15);
        Assert.Equal(10 * Math.Pow(0.65, 1.5), cathode.ElectronicConductivity.Evaluate(0, 298.15).Value, 1e-12);
        Assert.Equal(3600.0 * 274 * 5100 / 96487, phase.Material.MaximumConcentration, 1e-9);
        Assert.Equal(1e-14, phase.Material.Diffusivity.Evaluate(0.7, 298.15).Value);

        // Theoretical 274 mAh/g x 5.1 g/cm3 x 0.6 x 40 um x half = 1.67688 mAh/cm2 = 60367.68 C/m2, on 1 cm2.
        Assert.Equal(6.036768, CellLibrary.LoadCell("li-sic-lco").Require().NominalCapacity, 1e-9);
    }

    [Fact]
    public void The_polymer_cell_has_the_two_reported_conductivities()
    {
        var sigma = CellLibrary.LoadMaterial("cpe-bnns").Require().Electrolyte!.Conductivity;

        Assert.Equal(6.7e-4, sigma.Evaluate(1200, 303.15).Value, 0.01 * 6.7e-4);
        Assert.Equal(2.77e-2, sigma.Evaluate(1200, 323.15).Value, 0.01 * 2.77e-2);
    }

    [Fact]
    public void The_oxyhalide_has_its_reported_conductivity_at_room_temperature() => Assert.Equal(
        1.04, CellLibrary.LoadMaterial("limocl4").Require().Electrolyte!.Conductivity.Evaluate(0, 298.15).Value, 1e-12);

    [Fact]
    public void The_argyrodites_activation_energy_reproduces_the_two_measurements_it_is_from()
    {
        var sigma = CellLibrary.LoadMaterial("li6ps5cl").Require().Electrolyte!.Conductivity;

        Assert.Equal(1.32e-3 / 5.37e-4, sigma.Evaluate(0, 323.65).Value / sigma.Evaluate(0, 298.55).Value, 0.01);
    }

    [Fact]
    public void The_halide_cathode_holds_no_more_than_one_lithium_for_each_vanadium()
    {
        var phase = Electrode("vcl3-halide", "cathode").ActivePhases[0];

        // 170.4 mAh/g x 3.6 C/mAh x 3 g/cm3 / F; what takes part is fitted and lies between nine tenths of it and all.
        Assert.InRange(phase.Material.MaximumConcentration / (170.4 * 3.6 * 3e6 / 96485.33212331), 0.9, 1);
        Assert.Equal(0.05, Electrode("vcl3-halide", "cathode").Thickness * phase.VolumeFraction * 3000, 1e-12);
    }
}
