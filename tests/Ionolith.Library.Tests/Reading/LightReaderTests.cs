using Ionolith.Cells.Light;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

public sealed class LightReaderTests
{
    private const string Light = """
            light:
              absorbers: [{name: host, band-gap: 3 eV, absorption-coefficient: 1e4 1/cm, internal-quantum-efficiency: 0.5}]
              separation: {rate: 1e12 1/s, recombination-rate: 1e11 1/s, driving-energy: 0.3 eV}
              diode: {saturation-current: 1e-20 mA/cm2, ideality: 1.5}
              conduction-band: 0.1 V
        """;

    [Fact]
    public void A_light_section_is_read_in_si_units()
    {
        var light = Read(Light).Require().Cathode().Light!;
        var absorber = Assert.Single(light.Absorbers);

        Assert.Equal("am1.5g", light.Spectrum.Name);
        Assert.Equal(("host", 1e6, 0.5), (absorber.Name, absorber.AbsorptionCoefficient, absorber.InternalQuantumEfficiency));
        Tolerance.Relative(3 * PhysicalConstants.Faraday, absorber.BandGap, 1e-12);
        Assert.Equal(new ChargeSeparation(1e12, 1e11, light.Separation.DrivingEnergy), light.Separation);
        Tolerance.Relative(1e-19, light.Diode.SaturationCurrent, 1e-12);
        Assert.Equal((0, 1, 0.1), (light.Reflectance, light.InjectionEfficiency, light.ConductionBand));
    }

    [Fact]
    public void The_suns_spectrum_gives_silicon_its_known_photocurrent()
    {
        // 1000.4 W/m2 by the standard, and close to 44 mA/cm2 above 1.12 eV; the sample of the standard's points costs some parts in a thousand.
        var sun = Read(Light).Require().Cathode().Light!.Spectrum;
        double power = sun.Wavelengths.Zip(sun.Irradiance).Zip(sun.Wavelengths.Zip(sun.Irradiance).Skip(1), (a, b) => (b.First - a.First) * 1e9 * (a.Second + b.Second) / 2).Sum();
        double edge = LightSpectrum.WavelengthOf(1.12), photons = sun.Mean(l => l < edge ? l : 0, [edge]) / LightSpectrum.WavelengthOf(1);

        Tolerance.Relative(1000.4, power, 5e-3, "power, W/m2");
        Assert.InRange(photons * 100, 43, 44.5);
    }

    [Theory]
    [InlineData("{black-body: 3200 K}", "black body of 3200 K")]
    [InlineData("{name: lamp, table: [[400, 1], [500, 2], [600, 0.5]]}", "lamp")]
    public void Other_light_is_a_black_body_or_a_table(string spectrum, string name) =>
        Assert.Equal(name, Read(Light.Replace("absorbers:", $"spectrum: {spectrum}\n      absorbers:", StringComparison.Ordinal)).Require().Cathode().Light!.Spectrum.Name);

    [Theory]
    [InlineData("")]
    [InlineData("spectrum: {name: lamp, table: [[400, 1], [500, 2], [600, 0.5]]}")]
    public void What_is_written_is_read_back(string spectrum)
    {
        var cell = Read(Light.Replace("absorbers:", spectrum.Length == 0 ? "absorbers:" : $"{spectrum}\n      absorbers:", StringComparison.Ordinal)).Require() with { LeakResistance = 12.5 };
        var again = CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require();
        Photocathode before = cell.Cathode().Light!, after = again.Cathode().Light!;

        Assert.Equal(before with { Absorbers = after.Absorbers, Spectrum = after.Spectrum }, after);
        Assert.Equal(before.Absorbers, after.Absorbers);
        Assert.Equal(before.Spectrum.Irradiance, after.Spectrum.Irradiance);
        Assert.Equal(before.Spectrum.Wavelengths.Select(l => Math.Round(l * 1e15)), after.Spectrum.Wavelengths.Select(l => Math.Round(l * 1e15)));
        Assert.Equal(12.5, again.LeakResistance);
    }

    [Fact]
    public void A_value_of_an_absorber_can_be_replaced_by_its_path()
    {
        var cell = CellLibrary.LoadCell("tis2-tio2-photocathode", [new PathOverride("cathode.light.absorbers.tio2.band-gap", "3 eV"), new PathOverride("leak-resistance", "2 kohm cm2")]).Require();

        Tolerance.Relative(3 * PhysicalConstants.Faraday, cell.Cathode().Light!.Absorbers[0].BandGap, 1e-12);
        Tolerance.Relative(0.2, cell.LeakResistance, 1e-12);
    }

    [Theory]
    [InlineData("diode: {saturation-current: 1e-20 mA/cm2, ideality: 1.5}\n", "\n", "cathode.light.diode: is missing; expected its values, such as diode: {saturation-current: 1e-12 mA/cm2}")]
    [InlineData("saturation-current", "saturation-curent", "cathode.light.diode.saturation-curent: unknown key \"saturation-curent\"; did you mean \"saturation-current\"?")]
    [InlineData("1e-20 mA/cm2", "1e-20 V", "cathode.light.diode.saturation-current: expected a current density, such as \"1.5 mA/cm2\", but \"1e-20 V\" is a voltage")]
    [InlineData("ideality: 1.5", "ideality: 0.5", "cathode.light.diode.ideality: must be from 1 to 10 but is 0.5")]
    [InlineData("1e-20 mA/cm2", "1e-40 mA/cm2", "at full sun the photovoltage would pass the gap of the junction, 2.7 V")]
    [InlineData("driving-energy: 0.3 eV", "driving-energy: 4 eV", "cathode.light.separation.driving-energy: leaves the junction a gap of -1 eV")]
    [InlineData("internal-quantum-efficiency: 0.5", "internal-quantum-efficiency: 1.5", "cathode.light.absorbers.host.internal-quantum-efficiency: must be from 0 to 1 but is 1.5")]
    [InlineData("band-gap: 3 eV, ", "", "cathode.light.absorbers.host.band-gap: is missing")]
    [InlineData("      absorbers:", "      spectrum: am15\n      absorbers:", "there is no spectrum \"am15\"; did you mean \"am1.5g\"?")]
    [InlineData("      absorbers:", "      spectrum: {black-body: 100 K}\n      absorbers:", "cathode.light.spectrum.black-body: The temperature of a black body that shines must be from 500 K to 20000 K.")]
    [InlineData("      absorbers:", "      spectrum: {table: [[500, 1], [400, 1]]}\n      absorbers:", "cathode.light.spectrum.table: The wavelengths of a spectrum must be positive and increase, but point 2 is at 400 nm.")]
    [InlineData("      absorbers:", "      spectrum: {table-file: nowhere.csv}\n      absorbers:", "cathode.light.spectrum.table-file: the file \"nowhere.csv\" cannot be read")]
    [InlineData("      absorbers:", "      reflectance: 120 %\n      absorbers:", "cathode.light.reflectance: must be from 0 to 1 but is 1.2")]
    public void Mistakes_are_told_with_what_was_expected(string from, string to, string expected)
    {
        Assert.Contains(from, Light, StringComparison.Ordinal);
        Assert.Contains(SampleFile.Problems(Read(Light.Replace(from, to, StringComparison.Ordinal))), p => p.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Light_belongs_to_the_positive_electrode()
    {
        var cell = Read(Light).Require();
        var swapped = cell with { Layers = [cell.Layers[2] with { Name = "anode" }, cell.Layers[1], cell.Layers[0] with { Name = "cathode" }] };

        Assert.Contains(swapped.Validate(), p => p.Path is "anode.light" && p.Message.Contains("positive electrode only", StringComparison.Ordinal));
    }

    private static CellLoadResult Read(string light) => CellLibrary.ReadCell(SampleFile.Name, $"{SampleFile.Text}\n{light}\n");
}
