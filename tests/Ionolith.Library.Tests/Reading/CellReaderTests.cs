using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

public sealed class CellReaderTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void A_file_becomes_a_description_in_SI_units()
    {
        var cell = SampleFile.Cell();

        Assert.Equal("my-cell", cell.Id);
        Assert.Equal("Sample", cell.Title);
        Assert.Equal(2e-4, cell.Area, Tolerance);
        Assert.Equal((2.5, 4), (cell.LowerCutoffVoltage, cell.UpperCutoffVoltage));
        Assert.Equal(333.15, cell.Temperature, Tolerance);
        Assert.Equal(["anode", "separator", "cathode"], cell.Layers.Select(l => l.Name), StringComparer.Ordinal);
        Assert.Equal([5e-5, 3e-5, 6e-5], cell.Layers.Select(l => l.Thickness));
        var cathode = cell.Cathode();
        Assert.Equal(0.3, cathode.ElectrolyteFraction);
        Assert.Equal(Math.Pow(0.3, 1.5), cathode.TransportEfficiency, Tolerance);
        Assert.Equal(100, cathode.ElectronicConductivity.Evaluate(0, 300).Value, Tolerance);
        var phase = Assert.Single(cathode.ActivePhases);
        Assert.Equal("lfp", phase.Material.Id);
        Assert.Equal(22806, phase.Material.MaximumConcentration);
        Assert.Equal(new ParticleSize(1e-6, 1), Assert.Single(phase.Sizes));
        Assert.Equal(2, phase.Kinetics.ExchangeCurrent.Reference.Evaluate(0.5, 300).Value);
        Assert.Equal(10, Assert.IsType<LithiumMetal>(cell.Layers[0]).Kinetics.ExchangeCurrent.Reference.Evaluate(0, 300).Value, Tolerance);
        Assert.Null(cell.Separator().Electrolyte.Salt);
    }

    [Fact]
    public void Without_a_nominal_capacity_it_is_that_of_the_limiting_electrode()
    {
        // F x 60 um x 0.6 x 22806 mol/m3 x (0.99 - 0.01) x 2 cm2
        Assert.Equal(96485.33212331 * 60e-6 * 0.6 * 22806 * 0.98 * 2e-4, SampleFile.Cell().NominalCapacity, 1e-9);
        var value = SampleFile.Cell().Values.Single(v => v.Path is "nominal-capacity");
        Assert.StartsWith("derived: ", value.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5 mAh/cm2", 10.8)]
    [InlineData("3 mAh", 10.8)]
    public void A_nominal_capacity_is_per_area_or_in_total(string text, double coulomb) =>
        Assert.Equal(coulomb, SampleFile.Cell("area:", $"nominal-capacity: {text}\narea:").NominalCapacity, 1e-9);

    [Fact]
    public void Every_value_of_cell_and_materials_is_kept_with_its_source()
    {
        var cell = SampleFile.Cell("thickness: 30 um", "thickness: {value: 30 um, role: assumed, range: 20 um to 50 um, reason: usual}");

        var thickness = cell.Values.Single(v => v.Path is "separator.thickness");
        Assert.Equal(new SourcedValue("separator.thickness", "30 um", "usual", ValueRole.Assumed, "20 um to 50 um") { Place = "my-cell.yaml:12:16" }, thickness);
        var density = cell.Values.Single(v => v.Path is "cathode.active.lfp.density");
        Assert.Equal(("3.6 g/cm3", ValueRole.Input), (density.Text, density.Role));
        Assert.NotEmpty(density.Source);
        Assert.Contains(cell.Values, v => v.Path is "cathode.electrolyte.conductivity.temperature.arrhenius");
        Assert.Contains(cell.Values, v => v is { Path: "cathode.active.lfp.open-circuit-potential", Text: ['3', '.', '4', ..] });
    }

    [Fact]
    public void A_source_of_a_section_holds_for_its_values_but_not_for_those_of_a_library_material()
    {
        var cell = SampleFile.Cell("title: Sample", "title: Sample\nsource: My notebook");

        Assert.Equal("My notebook", cell.Values.Single(v => v.Path is "area").Source);
        Assert.Equal("My notebook", cell.Values.Single(v => v.Path is "cathode.active.lfp.radius").Source);
        Assert.DoesNotContain(cell.Values, v => v.Path.StartsWith("cathode.active.lfp.density", StringComparison.Ordinal) && v.Source is "My notebook");
    }

    [Fact]
    public void A_value_that_a_cell_replaces_does_not_keep_the_materials_source()
    {
        var cell = SampleFile.Cell("    material: limocl4\n", "    material: limocl4\n    override: {conductivity: 1 mS/cm}\n");

        Assert.Equal(0.1, cell.Separator().Electrolyte.Conductivity.Evaluate(0, 300).Value, Tolerance);
        Assert.Equal(1.04 * Math.Exp(0), cell.Cathode().Electrolyte.Conductivity.Evaluate(0, 298.15).Value, Tolerance);
        Assert.Equal("", cell.Values.Single(v => v.Path is "separator.conductivity").Source);
    }

    [Theory]
    [InlineData("tortuosity: {factor: 3}", 0.1)]
    [InlineData("transport-efficiency: 0.2", 0.2)]
    [InlineData("tortuosity: {bruggeman: 2}", 0.09)]
    public void Transport_in_pores_is_given_in_three_ways(string text, double expected) =>
        Assert.Equal(expected, SampleFile.Cell("tortuosity: {bruggeman: 1.5}", text).Cathode().TransportEfficiency, Tolerance);

    [Theory]
    [InlineData("active", 0.6)]
    [InlineData("solid", 0.65)]
    public void Electronic_conductivity_may_come_from_the_bulk_value(string fraction, double share)
    {
        string text = $"electronic-conductivity: {{bulk: 10 S/m, bruggeman: 1.5, fraction: {fraction}}}\n    inert: [{{material: carbon, volume-fraction: 0.05}}]";
        var cathode = SampleFile.Cell("electronic-conductivity: 1 S/cm", text).Cathode();

        Assert.Equal(10 * Math.Pow(share, 1.5), cathode.ElectronicConductivity.Evaluate(0, 300).Value, Tolerance);
        Assert.Equal(0.05, Assert.Single(cathode.InertPhases).VolumeFraction);
    }

    [Fact]
    public void Mass_fractions_and_porosity_become_volume_fractions()
    {
        string text = SampleFile.Text
            .Replace("volume-fraction: 0.3", "mass-fraction: 0.3", StringComparison.Ordinal)
            .Replace("volume-fraction: 0.6", "mass-fraction: 0.6", StringComparison.Ordinal)
            .Replace("    electronic-conductivity", "    porosity: 0.1\n    inert: [{material: carbon, mass-fraction: 0.1}]\n    electronic-conductivity", StringComparison.Ordinal);
        var cathode = CellLibrary.ReadCell(SampleFile.Name, text).Require().Cathode();

        // Volumes of 1 g: 0.6/3.6 + 0.3/2.6 + 0.1/2.26 cm3, which fill 0.9 of the electrode.
        double volume = (0.6 / 3.6) + (0.3 / 2.6) + (0.1 / 2.26);
        Assert.Equal(0.9 * 0.6 / 3.6 / volume, cathode.ActivePhases[0].VolumeFraction, Tolerance);
        Assert.Equal(0.9 * 0.3 / 2.6 / volume, cathode.ElectrolyteFraction, Tolerance);
        Assert.Equal(0.9 * 0.1 / 2.26 / volume, cathode.InertPhases[0].VolumeFraction, Tolerance);
    }

    [Fact]
    public void A_liquid_fills_the_pores()
    {
        var cathode = SampleFile.Cell("    electrolyte: {material: limocl4, volume-fraction: 0.3,", "    porosity: 0.35\n    electrolyte: {material: limocl4,").Cathode();

        Assert.Equal(0.35, cathode.ElectrolyteFraction);
    }

    [Fact]
    public void Active_loading_gives_the_thickness()
    {
        // 10 mg/cm2 over 3.6 g/cm3 x 0.6
        var cathode = SampleFile.Cell("    thickness: 60 um\n", "    active-loading: 10 mg/cm2\n").Cathode();

        Assert.Equal(0.1 / (3600 * 0.6), cathode.Thickness, Tolerance);
    }

    [Fact]
    public void A_size_distribution_is_divided_into_classes()
    {
        var sizes = SampleFile.Cell("radius: 1 um", "size-distribution: {median: 2 um, geometric-deviation: 1.6, classes: 3}")
            .Cathode().ActivePhases[0].Sizes;

        Assert.Equal(3, sizes.Count);
        Assert.Equal(2e-6, sizes[1].Radius, 1e-18);
        Assert.Equal(1, sizes.Sum(s => s.VolumeShare), 14);
        Assert.Equal(sizes[0].VolumeShare, sizes[2].VolumeShare, 14);
        Assert.Equal(sizes[1].Radius / sizes[0].Radius, sizes[2].Radius / sizes[1].Radius, 12);
        Assert.True(sizes[1].VolumeShare > sizes[0].VolumeShare);
    }

    [Fact]
    public void Sizes_may_be_listed()
    {
        var sizes = SampleFile.Cell("radius: 1 um", "size-distribution: [{radius: 1 um, volume-share: 0.25}, {radius: 3 um, volume-share: 0.75}]")
            .Cathode().ActivePhases[0].Sizes;

        Assert.Equal([new ParticleSize(1e-6, 0.25), new ParticleSize(3e-6, 0.75)], sizes);
    }

    [Fact]
    public void A_material_may_be_described_in_place()
    {
        const string inline = """
                material:
                  kind: electrolyte
                  name: My gel
                  conductivity: {table: [[500, 1], [1000, 2], [2000, 1.5]], unit: mS/cm}
                  salt:
                    initial-concentration: 1 mol/L
                    diffusivity: {expression: 1e-10*exp(-c/2000), unit: m2/s, temperature: {arrhenius: 20 kJ/mol}}
                    transference-number: {expression: 0.2 + 1e-4*c, valid: 100..1500 mol/m3, outside: hold}
            """;
        var gel = SampleFile.Cell("    material: limocl4\n", inline.ReplaceLineEndings("\n") + "\n").Separator().Electrolyte;

        Assert.Equal("My gel", gel.Name);
        Assert.Equal(0.2, gel.Conductivity.Evaluate(1000, 300).Value, Tolerance);
        Assert.True(double.IsNaN(gel.Conductivity.Evaluate(100, 300).Value));
        Assert.Equal(1e-10 * Math.Exp(-0.5), gel.Salt!.Diffusivity.Evaluate(1000, 298.15).Value, 1e-22);
        Assert.Equal(
            1e-10 * Math.Exp(-0.5) * Math.Exp(20_000 / 8.31446261815324 * ((1 / 298.15) - (1 / 320.0))),
            gel.Salt.Diffusivity.Evaluate(1000, 320).Value,
            1e-22);
        Assert.Equal(0.35, gel.Salt.TransferenceNumber.Evaluate(2000, 300).Value, Tolerance);
    }

    [Fact]
    public void Tables_over_temperature_and_the_VTF_law_are_read()
    {
        var table = SampleFile.Set("separator.conductivity", "{table: [[30, 1], [60, 5]], variable: T, variable-unit: degC, unit: mS/cm}");
        var vtf = SampleFile.Set("separator.conductivity", "{value: 5 mS/cm, temperature: {vtf: {b: 704 K, t0: 209.15 K}, reference: 60 degC}}");

        Assert.Equal(0.1, table.Separator().Electrolyte.Conductivity.Evaluate(0, 303.15).Value, Tolerance);
        Assert.Equal(0.5, vtf.Separator().Electrolyte.Conductivity.Evaluate(0, 333.15).Value, Tolerance);
        Assert.IsType<VtfFunction>(vtf.Separator().Electrolyte.Conductivity);
    }

    [Fact]
    public void A_table_may_stand_in_a_file_beside_the_cell()
    {
        string folder = Directory.CreateTempSubdirectory("ionolith").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "curve.csv"), "x,U_V\n0,3.5\n# middle\n0.5,3.4\n1,3.0\n");
            string cell = Path.Combine(folder, "cell.yaml");
            File.WriteAllText(cell, SampleFile.Text.Replace(
                "material: lfp", "material: lfp\n        override: {open-circuit-potential: {table-file: curve.csv, unit: V}}", StringComparison.Ordinal));
            var result = CellLibrary.LoadCell(cell);

            Assert.Equal(3.4, result.Require().Cathode().ActivePhases[0].Material.OpenCircuitPotential.Evaluate(0.5, 300).Value, 12);
            Assert.Contains(result.Inputs, i => i.Name.EndsWith("curve.csv", StringComparison.Ordinal));
            Assert.Equal(cell, result.Inputs[0].Name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Contacts_heat_mesh_and_protocol_are_read()
    {
        const string more = """
            contacts: [{between: anode, and: separator, resistance: 5 ohm cm2, activation-energy: 0.4 eV}]
            heat: {capacity: 500 J/m2/K, transfer: 10 W/m2/K}
            mesh: {electrode-volumes: 30, shells: 8, shell-grading: 1, single-particle: true}
            protocol: [Discharge at 1C until 2.5 V, Rest for 1 hour]
            layers:
            """;
        var cell = SampleFile.Cell("layers:", more);

        var contact = Assert.Single(cell.Contacts);
        Assert.Equal(5e-4, contact.Resistance, Tolerance);
        Assert.Equal(0.4 * 96485.33212331, contact.ActivationEnergy, 1e-6);
        Assert.Equal(new HeatBalance(500, 10), cell.Heat);
        Assert.Equal(new MeshOptions { ElectrodeVolumes = 30, Shells = 8, ShellGrading = 1, SingleParticle = true }, cell.Mesh);
        Assert.Equal(["Discharge at 1C until 2.5 V", "Rest for 1 hour"], cell.DefaultProtocol, StringComparer.Ordinal);
    }

    [Fact]
    public void Full_kinetics_are_read()
    {
        const string kinetics = """
            kinetics:
                          law: marcus-hush-chidsey
                          exchange-current: {reference: 1 A/m2, reference-concentration: 1.2 mol/L, stoichiometry-exponent: 0.5, vacancy-exponent: 0.4}
                          anodic-transfer-coefficient: 0.4
                          reorganisation-energy: 0.3 eV
                          film-resistance: 10 ohm cm2
                          film-activation-energy: 50 kJ/mol
                          double-layer-capacitance: 20 uF/cm2
            """;
        var read = SampleFile.Cell("kinetics: {exchange-current: 2 A/m2}", kinetics.Replace("                  ", "          ", StringComparison.Ordinal))
            .Cathode().ActivePhases[0].Kinetics;

        Assert.Equal(("marcus-hush-chidsey", 0.4), (read.Law, read.AnodicTransferCoefficient));
        Assert.Equal(0.3 * 96485.33212331, read.ReorganisationEnergy, 1e-6);
        Assert.Equal((1e-3, 50_000, 0.2), (read.FilmResistance, read.FilmActivationEnergy, read.DoubleLayerCapacitance));
        Assert.Equal((1200, 0, 0.5, 0.4), (read.ExchangeCurrent.ReferenceConcentration, read.ExchangeCurrent.ElectrolyteExponent, read.ExchangeCurrent.StoichiometryExponent, read.ExchangeCurrent.VacancyExponent));
    }
}
