using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

/// <summary>Wrong input: exit code 2, what is wrong and what to do, nothing left behind.</summary>
public sealed class WrongInputTests : IDisposable
{
    private const string Cell = """
        title: My cell
        area: 2 cm2
        nominal-capacity: 1.5 mAh/cm2
        voltage: {lower: 2.5 V, upper: 4.0 V}
        temperature: 60 degC
        protocol: [Discharge at 0.5C until 2.5 V]
        layers:
          - kind: lithium-metal
            name: anode
            thickness: 50 um
            kinetics: {exchange-current: 1 mA/cm2}
          - kind: electrolyte
            name: separator
            thickness: 30 um
            material: peo-litfsi-85c
          - kind: electrode
            name: cathode
            thickness: 60 um
            electrolyte: {material: peo-litfsi-85c, volume-fraction: 0.3, tortuosity: {bruggeman: 1.5}}
            electronic-conductivity: 1 S/cm
            active:
              - material: lfp
                volume-fraction: 0.6
                radius: 1 um
                initial-stoichiometry: 0.02
                kinetics: {exchange-current: 2 A/m2}

        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_cell_of_these_tests_is_right()
    {
        Assert.Equal(0, _run.Do("validate", _run.Write("cell.yaml", Cell)));
        Assert.Empty(_run.Error);
    }

    [Fact]
    public void A_current_beyond_the_resistance_of_a_layer_is_told_as_such_and_no_interface_is_said_to_have_closed()
    {
        Assert.Equal(0, _run.Do("run", "vcl3-halide", "--protocol", "Discharge at 3000C until 2.2 V"));
        string told = _run.Out.ReplaceLineEndings(" ");
        Assert.Contains("the resistance of 'sulfide-separator', ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("has closed", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_converted_cell_no_longer_says_to_be_assumed_is_told()
    {
        Assert.Equal(0, _run.Do("convert", "tis2-tio2-photocathode", _run.PathOf("t.yaml")));
        Assert.Matches("warning: [0-9]+ of [0-9]+ assumed values stand in .*t.yaml without role, range and reason", _run.Error);
        Assert.Contains("active-loading", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("convert", _run.PathOf("t.yaml"), _run.PathOf("again.yaml")));
        Assert.DoesNotContain("assumed values", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("area: 2 cm2", "area: 2 cm", "cell.yaml:2:7: area: expected an area, such as \"1 cm2\", but \"2 cm\" is a length")]
    [InlineData("temperature: 60 degC", "temprature: 60 degC", "cell.yaml:5:1: temprature: unknown key \"temprature\"; did you mean \"temperature\"?")]
    [InlineData("volume-fraction: 0.3", "volume-fraction: 1.2", "cell.yaml:19:62: cathode.electrolyte.volume-fraction: must be above 0 and at most 1 but is 1.2")]
    [InlineData("thickness: 50 um", "thickness: -50 um", "cell.yaml:10:16: anode.thickness: must not be negative but is -50 um")]
    [InlineData("volume-fraction: 0.6", "volume-fraction: 0.9", "add up to 1.2, more than 1")]
    [InlineData("1 S/cm", "NaN S/cm", "expected a conductivity, such as \"10.4 mS/cm\", but \"NaN S/cm\" is not finite")]
    [InlineData("1 mA/cm2}", "1 mA/cm2, law: butler-vollmer}", "anode.kinetics.law: \"butler-vollmer\" is no kinetics law; did you mean \"butler-volmer\"?")]
    [InlineData("Discharge at 0.5C until 2.5 V", "Dischrage at 0.5C until 2.5 V", "cell.yaml:6:12: protocol.1: unknown word 'Dischrage' (did you mean 'Discharge'?)")]
    [InlineData("Discharge at 0.5C until 2.5 V", "Rest for 1 h, Charge at 1C", "cell.yaml:6:26: protocol.2: this step has no end")]
    [InlineData("material: lfp", "material: lfpp", "the library has no material \"lfpp\"; did you mean \"lfp\"?")]
    [InlineData("    material: peo-litfsi-85c\n", "    material: peo-litfsi-85c\n    override: {salt: {transference-number: 3}}\n", "separator.salt.transference-number: must be above -2 and at most 1 but is 3")]
    [InlineData("- material: lfp\n", "- material: lfp\n        override: {open-circuit-potential: {table: [[0.2, 3.6], [0.9, 3.2]], unit: V}}\n", "covers the stoichiometries 0.2 to 0.9 but the window is 0.01 to 0.99")]
    public void A_mistake_in_a_cell_is_told_with_its_place_by_validate_and_run(string from, string to, string expected)
    {
        Assert.Contains(from, Cell, StringComparison.Ordinal);
        string file = _run.Write("cell.yaml", Cell.Replace(from, to, StringComparison.Ordinal));
        foreach (string word in (string[])["validate", "run"])
        {
            Assert.Equal(2, _run.Do(word, file));
            Assert.Contains(expected, _run.Error, StringComparison.Ordinal);
            Assert.Empty(_run.Out);
        }

        Assert.Equal(2, _run.Do("validate", file, "--json"));
        var told = JsonDocument.Parse(_run.Out).RootElement.GetProperty("problems");
        Assert.Equal(1, told.GetArrayLength());
        Assert.Contains(expected, told[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_cells_are_told_apart()
    {
        Directory.CreateDirectory(_run.PathOf("folder.yaml"));
        Refused(_run.Write("empty.yaml", ""), "the file is empty");
        Refused(_run.Write("zero.yaml", "a\0b"), "the file is binary");
        Refused(_run.Write("huge.yaml", new string('#', 6_000_000)), "at most");
        Refused(_run.Write("word.yaml", "hello"), "expected keys and values");
        Refused(_run.Write("open.json", "{"), "is not valid JSON");
        Refused(_run.Write("other.json", "{\"a\": 1}"), "Header: is missing");
        Refused(_run.PathOf("folder.yaml"), "is a folder, expected a file");
        Refused(_run.PathOf("missing.yaml"), "there is no such file");
        Refused("vcl3-halid", "did you mean \"vcl3-halide\"");

        void Refused(string file, string expected)
        {
            foreach (string word in (string[])["validate", "run", "show"])
            {
                Assert.Equal(2, _run.Do(word, file));
                Assert.Contains(expected, _run.Error, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Results_go_only_where_they_can_and_may_be_written()
    {
        string file = _run.Write("taken", "");
        Assert.Equal(2, _run.Do("run", "vcl3-halide", "--out", file));
        Assert.Contains("is a file: name a folder for the results", _run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("run", "vcl3-halide", "--out", Path.Combine(file, "below")));
        Assert.Contains("cannot be written", _run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("run", "vcl3-halide", "--protocol", "Discharge at 1C", "--out", _run.PathOf("never")));
        Assert.Contains("this step has no end", _run.Error, StringComparison.Ordinal);
        Assert.Equal(["taken"], _run.Files());
    }

    [Theory]
    [InlineData("x.txt", "expected one that ends in .json (BPX 1.1) or .yaml (cell file)")]
    [InlineData("folder.json", "is a folder, expected the name of a file")]
    [InlineData("nowhere/x.json", "there is no folder")]
    public void A_conversion_names_a_file_that_can_be_written(string output, string expected)
    {
        Directory.CreateDirectory(_run.PathOf("folder.json"));
        Assert.Equal(2, _run.Do("convert", "vcl3-halide", _run.PathOf(output)));
        Assert.Contains(expected, _run.Error, StringComparison.Ordinal);
        Assert.Equal(["folder.json"], _run.Files());
    }

    [Theory]
    [InlineData("separator.thickness=3um", "its layers are anode, sulfide-separator, halide-separator, cathode")]
    [InlineData("cathode.thicknes=3um", "unknown key \"thicknes\"; did you mean \"thickness\"?")]
    [InlineData("cathode.active.vcl3.radius=3 V", "expected a length")]
    public void A_setting_that_fits_nothing_tells_what_there_is(string setting, string expected)
    {
        Assert.Equal(2, _run.Do("run", "vcl3-halide", "--set", setting));
        Assert.Contains(expected, _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("did you mean 'run'?", "rn", "vcl3-halide")]
    [InlineData("did you mean '--protocol'?", "run", "vcl3-halide", "--protocl", "x")]
    [InlineData("'ionolith convert --help' tells what can be written.", "convert", "vcl3-halide")]
    public void Words_that_nobody_knows_are_told_on_standard_error_only(string expected, params string[] words)
    {
        Assert.Equal(2, _run.Do(words));
        Assert.Contains(expected, _run.Error, StringComparison.Ordinal);
        Assert.Empty(_run.Out);
    }

    [Fact]
    public void What_a_bpx_file_leaves_unused_is_a_warning_of_validate_and_run()
    {
        Assert.Equal(0, _run.Do("convert", "marquis2019", _run.PathOf("cell.json")));
        string file = _run.Write("extra.json", File.ReadAllText(_run.PathOf("cell.json")).Replace(
            "\"User-defined\": {", "\"User-defined\": { \"Cell mass [kg]\": 1,", StringComparison.Ordinal));
        Assert.Equal(0, _run.Do("validate", file));
        Assert.Contains("warning: ", _run.Error, StringComparison.Ordinal);
        Assert.Contains("\"Cell mass [kg]\"", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("run", file));
        Assert.Contains("\"Cell mass [kg]\"", _run.Error, StringComparison.Ordinal);
    }
}
