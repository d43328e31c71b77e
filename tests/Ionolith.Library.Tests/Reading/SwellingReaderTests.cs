using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

/// <summary>Volumes in files: of hosts, of how a cell follows them, and of how its layers take pressure.</summary>
public sealed class SwellingReaderTests
{
    private const string Top = "temperature: 60 degC\n", Host = "        initial-stoichiometry: 0.02\n";

    [Theory]
    [InlineData("volume-change: 6.5 %", 0.065)]
    [InlineData("volume-change: {value: -0.44, source: measured}", -0.44)]
    [InlineData("volume-change: {expression: 0.1*x + 0.05*x^2, unit: '1'}", 0.15)]
    [InlineData("volume-change: {table: [[0, 0.1], [1, 0.21]], unit: '1'}", 0.1)]
    public void The_volume_of_a_host_is_read_and_written_to_the_last_bit(string text, double change)
    {
        var cell = SampleFile.Cell(Host, $"{Host}        override: {{{text}}}\n");
        var volume = cell.Cathode().ActivePhases[0].Material.VolumeChange!;
        Tolerance.Relative(change, volume.Change, 1e-12);
        var again = CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require().Cathode().ActivePhases[0].Material.VolumeChange!;
        Assert.Equal((volume.Change, volume.Relative(0.37), volume.Slope(0.37)), (again.Change, again.Relative(0.37), again.Slope(0.37)));
    }

    [Theory]
    [InlineData("swelling: true\n")]
    [InlineData("swelling: {stack-stiffness: 0.2 MPa/um}\n")]
    [InlineData("swelling: {stack-stiffness: 2e11 Pa/m, ionic-exponent: 3, electronic-exponent: 2}\n")]
    public void How_a_cell_follows_its_swelling_is_read_and_written(string text)
    {
        var cell = SampleFile.Cell(Top, Top + text, new PathOverride("separator.compression-modulus", "10 MPa"), new PathOverride("cathode.compression-modulus", "5 GPa"));
        Assert.NotNull(cell.Swelling);
        Assert.Equal((10e6, 5e9), (cell.Separator().CompressionModulus, cell.Cathode().CompressionModulus));
        var again = CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require();
        Assert.Equal(cell.Swelling, again.Swelling);
        Assert.Equal((10e6, 5e9), (again.Separator().CompressionModulus, again.Cathode().CompressionModulus));
        Assert.Equal(text.Contains("0.2 MPa/um", StringComparison.Ordinal) || text.Contains("2e11", StringComparison.Ordinal) ? 2e11 : 0, cell.Swelling.StackStiffness, 1e-3);
    }

    [Fact]
    public void Without_the_key_a_cell_keeps_its_geometry()
    {
        Assert.Null(SampleFile.Cell().Swelling);
        Assert.Null(SampleFile.Cell(Top, Top + "swelling: false\n").Swelling);
        Assert.NotNull(SampleFile.Set("swelling.stack-stiffness", "1 MPa/um").Swelling);
    }

    [Theory]
    [InlineData("swelling: {stack-stifness: 1 MPa/um}\n", "my-cell.yaml:5:12: swelling.stack-stifness: unknown key \"stack-stifness\"; did you mean \"stack-stiffness\"?")]
    [InlineData("swelling: {stack-stiffness: 1 MPa}\n", "my-cell.yaml:5:29: swelling.stack-stiffness: expected a stiffness, such as \"0.2 MPa/um\", but \"1 MPa\" is a pressure")]
    [InlineData("swelling: {stack-stiffness: -1 MPa/um}\n", "my-cell.yaml:5:29: swelling.stack-stiffness: must not be negative but is -1 MPa/um")]
    [InlineData("swelling: yes\n", "my-cell.yaml:5:11: swelling: is \"yes\", expected false or true")]
    [InlineData("swelling: {electronic-exponent: 30}\n", "my-cell.yaml:5:33: swelling.electronic-exponent: must be from 0 to 10 but is 30")]
    public void Mistakes_are_told_at_their_place(string text, string expected) =>
        Assert.Contains(SampleFile.Problems(SampleFile.Read(Top, Top + text)), p => p.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void A_volume_that_cannot_be_is_a_mistake()
    {
        Assert.Contains("must be above -100 %", Assert.Single(SampleFile.Problems(SampleFile.Read(Host, $"{Host}        override: {{volume-change: -120 %}}\n"))), StringComparison.Ordinal);
        Assert.Contains(
            "must lie above -100 % and up to 500 % but is",
            Assert.Single(SampleFile.Problems(SampleFile.Read(Host, $"{Host}        override: {{volume-change: {{expression: -2*x, unit: '1'}}}}\n"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_needs_the_change_of_volume_of_a_host_without_one_says_so_at_its_place()
    {
        string text = SampleFile.Text.Replace("material: lfp", "material: nmc811", StringComparison.Ordinal)
            .Replace("initial-stoichiometry: 0.02", "initial-stoichiometry: 0.5\n        ageing: {contact-loss: {final-share: 0.5}}", StringComparison.Ordinal);
        string problem = Assert.Single(SampleFile.Problems(CellLibrary.ReadCell(SampleFile.Name, text)));
        Assert.StartsWith("my-cell.yaml:24:", problem, StringComparison.Ordinal);
        Assert.Contains("cathode.active.nmc811.ageing.contact-loss: needs the change of volume of its host: give 'nmc811' volume-change:", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("neutron-6li", 32.06 / 2.07, 45.94 / 1.66)]
    [InlineData("borate-coated-iron-oxide", (2 * 71.84 / 5.98) + (29.88 / 2.01), (2 * 55.85 / 7.87) + (3 * 29.88 / 2.01))]
    public void Conversion_hosts_of_the_library_swell_by_what_their_molar_volumes_say(string id, double empty, double full)
    {
        var host = CellLibrary.LoadCell(id).Require().Layers.OfType<PorousElectrode>().SelectMany(e => e.ActivePhases).Single(p => p.Material.VolumeChange is not null);
        Tolerance.Relative((full / empty) - 1, host.Material.VolumeChange!.Change, 2e-3);
    }

    [Fact]
    public void Sulfur_swells_by_79_per_cent()
    {
        var sulfur = CellLibrary.LoadCell("neutron-6li").Require().Cathode().ActivePhases[0].Material;
        Assert.Equal(0.79, sulfur.VolumeChange!.Change, 2);
    }

    [Fact]
    public void The_sulfur_cell_thickens_its_cathode_and_loses_more_lithium_than_that()
    {
        var cell = CellLibrary.LoadCell("neutron-6li").Require();
        var run = new CellSimulation(cell, Cells.Protocols.ProtocolParser.Parse(["Discharge at 0.05C until 1.2 V"], new Cells.Protocols.ProtocolFiles("")).Protocol!).Run();
        double Of(string place, string name) => run.Ageing!.Columns.Single(c => string.Equals(c.Place, place, StringComparison.Ordinal) && string.Equals(c.Name, name, StringComparison.Ordinal)).Values[^1];
        double charge = run.Series.Capacity[^1] / cell.Area;
        Tolerance.Relative(Of("cathode", "thickness gained") - (charge / 96485.33212331 * 13e-6), Of("cell", "thickness gained"), 1e-9);
        Assert.Equal(0, Of("cathode", "smallest share of voids"));
        Assert.InRange(Of("cathode", "most swelling"), 0.05, 0.2);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
    }
}
