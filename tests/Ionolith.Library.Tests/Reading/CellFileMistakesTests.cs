using Ionolith.Library.Files;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

public sealed class CellFileMistakesTests
{
    [Theory]
    [InlineData("    thickness: 30 um", "    thicknes: 30 um", "my-cell.yaml:10:5: separator.thickness: is missing; expected a length, such as thickness: \"30 um\"", "my-cell.yaml:12:5: separator.thicknes: unknown key \"thicknes\"; did you mean \"thickness\"?")]
    [InlineData("    thickness: 30 um", "    thickness: 30", "my-cell.yaml:12:16: separator.thickness: expected a length, such as \"30 um\", but \"30\" has no unit")]
    [InlineData("    thickness: 30 um", "    thickness: 30 mS/cm", "my-cell.yaml:12:16: separator.thickness: expected a length, such as \"30 um\", but \"30 mS/cm\" is a conductivity")]
    [InlineData("    thickness: 30 um", "    thickness: .nan", "my-cell.yaml:12:16: separator.thickness: expected a length, such as \"30 um\", but \".nan\" is not finite")]
    [InlineData("    thickness: 30 um", "    thickness:", "my-cell.yaml:12:15: separator.thickness: has no value")]
    [InlineData("    thickness: 30 um", "    thickness: [30 um]", "my-cell.yaml:12:16: separator.thickness: expected a single value but found a list")]
    [InlineData("    thickness: 30 um", "    thickness: {source: me}", "my-cell.yaml:12:16: separator.thickness: expected {value: ..., source: ...} but \"value\" is missing or no single value")]
    [InlineData("    thickness: 30 um", "    thickness: -30 um", "my-cell.yaml:12:16: separator.thickness: must be positive but is -30 um")]
    [InlineData("    thickness: 30 um", "    thickness: {value: 30 um, role: assumed}", "my-cell.yaml:12:16: separator.thickness: is assumed but has neither range nor reason; write how far it could lie and why this value was taken (range: \"20 um to 50 um\", reason: ...)")]
    [InlineData("    thickness: 30 um", "    thickness: {value: 30 um, role: assumed, range: 40 um to 50 um, reason: x}", "my-cell.yaml:12:53: separator.thickness: the range \"40 um to 50 um\" does not contain the value")]
    [InlineData("    thickness: 30 um", "    thickness: {value: 30 um, role: guess}", "my-cell.yaml:12:37: separator.thickness: expected the role input, calibrated or assumed")]
    [InlineData("volume-fraction: 0.3", "volume-fraction: 1.2", "my-cell.yaml:17:55: cathode.electrolyte.volume-fraction: must be above 0 and at most 1 but is 1.2")]
    [InlineData("volume-fraction: 0.3", "volume-fraction: 0.7", "my-cell.yaml:14:5: cathode: the volume fractions of electrolyte, active and inert materials add up to 1.3, more than 1")]
    [InlineData("material: limocl4\n", "material: limocl\n", "my-cell.yaml:13:15: separator.material: the library has no material \"limocl\"; did you mean \"limocl4\"?")]
    [InlineData("material: limocl4\n", "material: lfp\n", "my-cell.yaml:13:15: separator.material: \"lfp\" is of kind active where a material of kind electrolyte is expected")]
    [InlineData("kind: electrolyte", "kind: electrolite", "my-cell.yaml:10:11: separator.kind: is \"electrolite\", expected electrolyte, electrode, lithium-metal or current-collector; did you mean \"electrolyte\"?")]
    [InlineData("  - kind: electrolyte\n    name: separator\n", "  - kind: electrolyte\n    name: anode\n", "my-cell.yaml:6:5: anode: 2 layers are called \"anode\"; names must be unique")]
    [InlineData("initial-stoichiometry: 0.02", "initial-stoichiometry: 1.5", "my-cell.yaml:23:32: cathode.active.lfp.initial-stoichiometry: must lie in the stoichiometry window 0.01 to 0.99 but is 1.5")]
    [InlineData("radius: 1 um", "radius: 1 um\n        size-distribution: [{radius: 1 um, volume-share: 1}]", "my-cell.yaml:23:28: cathode.active.lfp.size-distribution: is given beside radius; give only one of radius, size-distribution")]
    [InlineData("        radius: 1 um\n", "", "my-cell.yaml:20:9: cathode.active.lfp: needs radius or size-distribution")]
    [InlineData("voltage: {lower: 2.5 V, upper: 4 V}", "voltage: {lower: 4.5 V, upper: 4 V}", "my-cell.yaml:3:10: voltage: the lower cut-off voltage must be below the upper one but they are 4.5 V and 4 V")]
    [InlineData("area: 2 cm2\n", "", "my-cell.yaml:1:1: area: is missing; expected an area, such as area: \"1 cm2\"")]
    [InlineData("area: 2 cm2\n", "area: 2 cm2\nnominal-capacity: 3 V\n", "my-cell.yaml:3:19: nominal-capacity: expected an areal capacity, such as \"1.5 mAh/cm2\" or a charge, such as \"24 Ah\" or a specific capacity, such as \"162.5 mAh/g\", but \"3 V\" is a voltage")]
    [InlineData("area: 2 cm2\n", "area: 2 cm2\narea: 3 cm2\n", "my-cell.yaml:3:1: the key \"area\" is given twice; the first one is in line 2")]
    [InlineData("tortuosity: {bruggeman: 1.5}", "tortuosity: {bruggeman: 0.5}", "my-cell.yaml:17:84: cathode.electrolyte.tortuosity.bruggeman: must be at least 1 but is 0.5")]
    [InlineData("layers:", "contacts: [{between: separator, and: anode, resistance: 1 ohm cm2}]\nlayers:", "my-cell.yaml:5:12: contacts.1: \"anode\" does not follow \"separator\" in the stack; a contact is between neighbours, the negative side first")]
    [InlineData("title: Sample", "title: *name", "my-cell.yaml:1:8: aliases (*name) are not read; write the value out")]
    public void A_mistake_is_told_with_its_place_and_what_was_expected(string from, string to, params string[] expected) =>
        Assert.Equal(expected, SampleFile.Problems(SampleFile.Read(from, to)), StringComparer.Ordinal);

    [Theory]
    [InlineData("{expression: 3 - tahn(x), unit: V}", "open-circuit-potential.expression: \"tahn\" is no known function; did you mean \"tanh\"? (at character 5 of \"3 - tahn(x)\")")]
    [InlineData("{expression: 3 - x}", "open-circuit-potential.unit: is missing; expected the unit of a voltage, such as unit: V")]
    [InlineData("{expression: 3 - x, unit: S}", "open-circuit-potential.unit: expected the unit of a voltage, such as V, but \"S\" is that of a quantity in kg-1 m-2 s3 A2")]
    [InlineData("{table: [[0, 3], [0, 2]], unit: V}", "open-circuit-potential.table: The abscissae of a table must increase but point 2 has 0 after 0.")]
    [InlineData("{table: [[0, 3], [1, two]], unit: V}", "open-circuit-potential.table: expected a pair of numbers, such as [0.5, 3.42]")]
    [InlineData("{table: [[0.1, 3], [0.9, 2]], unit: V}", "open-circuit-potential: covers the stoichiometries 0.1 to 0.9 but the window is 0.01 to 0.99")]
    [InlineData("{table-file: nowhere.csv, unit: V}", "open-circuit-potential.table-file: the file \"nowhere.csv\" cannot be read; its name is relative to the file that names it")]
    [InlineData("{expression: 3 - x, unit: V, valid: 0.9..0.1}", "open-circuit-potential.valid: expected a range of two increasing values, such as 0.01..0.99, but got \"0.9..0.1\"")]
    [InlineData("{expression: 3 - x, unit: V, outside: hold}", "open-circuit-potential.outside: needs the range in which the formula is valid, such as valid: 64..2780 mol/m3")]
    [InlineData("{expression: 3 - x, value: 3 V, unit: V}", "open-circuit-potential.expression: is given beside value; give only one of value, expression, table, table-file, law, of")]
    [InlineData("{value: 3 V, temperature: {arrhenius: 40 V}}", "open-circuit-potential.temperature.arrhenius: expected an activation energy, such as \"40 kJ/mol\", but \"40 V\" is a voltage")]
    [InlineData("{value: 3 V, temperature: {vtf: {b: 700 K, t0: 400 K}}}", "open-circuit-potential.temperature.vtf.t0: must lie below the reference temperature")]
    [InlineData("{value: 3 V, temperature: {}}", "open-circuit-potential.temperature: needs arrhenius or vtf")]
    public void Mistakes_in_functions_are_told(string function, string expected)
    {
        var result = SampleFile.Read("material: lfp", $"material: lfp\n        override: {{open-circuit-potential: {function}}}");

        var problem = Assert.Single(result.Problems);
        Assert.Equal("cathode.active.lfp." + expected, $"{problem.Path}: {problem.Message}");
        Assert.Equal((SampleFile.Name, 21), (problem.File, problem.Line));
    }

    [Fact]
    public void A_function_that_says_nothing_is_told() => Assert.Equal(
        ["my-cell.yaml:12:15: separator.thickness: has no value", "my-cell.yaml:18:30: cathode.electronic-conductivity: needs value or expression or table or table-file or law or of"],
        SampleFile.Problems(CellLibrary.ReadCell(SampleFile.Name, SampleFile.Text
            .Replace("thickness: 30 um", "thickness:", StringComparison.Ordinal)
            .Replace("electronic-conductivity: 1 S/cm", "electronic-conductivity: {unit: S/cm}", StringComparison.Ordinal))));

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once_in_its_order()
    {
        const string text = """
            area: 2 kg
            voltage: {lower: 2.5 V}
            colour: blue
            layers:
              - kind: lithium-metal
                name: anode
                thickness: -50 um
                kinetics: {exchange-current: 1 mA/cm2, film-resistance: 3}
              - kind: electrolyte
                name: separator
                thickness: 30 um
                material: limocl4
              - kind: electrode
                name: cathode
                thickness: 60 um
                electrolyte: {material: limocl4, volume-fraction: 0.6, tortuosity: {bruggeman: 1.5}}
                electronic-conductivity: 1 S/cm
                active:
                  - material: lfp
                    volume-fraction: 0.6
                    raduis: 1 um
                    initial-stoichiometry: 0.02
                    kinetics: {exchange-current: 2 A/m2}
            """;

        Assert.Equal(
            [
                "c.yaml:1:7: area: expected an area, such as \"1 cm2\", but \"2 kg\" is a mass",
                "c.yaml:2:10: voltage.upper: is missing; expected a voltage, such as upper: \"2.5 V\"",
                "c.yaml:3:1: colour: unknown key \"colour\"; known are aliases, area, contacts, heat, id, layers, leak-resistance, mesh, nominal-capacity, notes, protocol, stack, stack-pressure, swelling, temperature, title, voltage",
                "c.yaml:7:16: anode.thickness: must not be negative but is -50 um",
                "c.yaml:8:61: anode.kinetics.film-resistance: expected an area-specific resistance, such as \"25 ohm cm2\", but \"3\" has no unit",
                "c.yaml:13:5: cathode: the volume fractions of electrolyte, active and inert materials add up to 1.2, more than 1",
                "c.yaml:19:9: cathode.active.lfp: needs radius or size-distribution",
                "c.yaml:21:9: cathode.active.lfp.raduis: unknown key \"raduis\"; did you mean \"radius\"?",
            ],
            SampleFile.Problems(CellLibrary.ReadCell("c.yaml", text)),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_read_hides_no_other_mistake()
    {
        var result = SampleFile.Read(
            "material: lfp",
            "material: lfp\n        override: {open-circuit-potential: {expression: 3 + log(0.5 - x), unit: V}, diffusivity: 1 m}");

        Assert.Equal(
            [
                "cathode.active.lfp.open-circuit-potential: is not finite at stoichiometry 0.5, inside the window 0.01 to 0.99",
                "cathode.active.lfp.diffusivity: expected a diffusivity, such as \"1e-14 m2/s\", but \"1 m\" is a length",
            ],
            result.Problems.Select(p => $"{p.Path}: {p.Message}"),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("  \n\n", "the file is empty")]
    [InlineData("# nothing\n", "the file holds only comments")]
    [InlineData("a: \0", "the file is binary (a zero byte at position 3), expected YAML text")]
    [InlineData("- 1\n- 2\n", "expected keys and values (\"key: value\") at the top of the file")]
    public void A_file_that_is_no_description_says_what_it_is(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(CellLibrary.ReadCell("x.yaml", text).Problems).Message);

    [Theory]
    [InlineData("area: 1 cm2\nvoltage: {lower: 2 V\nlayers: []\n", 3)]
    [InlineData("area: 1 cm2\n  voltage: 3\n", 2)]
    [InlineData("area: 1 cm2\nnotes: 'open\n", 2)]
    [InlineData("area: [1 cm2\n", 2)]
    public void Broken_YAML_is_told_with_its_line(string text, int line)
    {
        var problem = Assert.Single(CellLibrary.ReadCell("x.yaml", text).Problems);

        Assert.InRange(problem.Line, 1, line);
        Assert.StartsWith("is not valid YAML", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_text_is_refused() => Assert.Contains(
        "at most 5242880 are read", Assert.Single(CellLibrary.ReadCell("x.yaml", new string('x', 5_300_000)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Endless_nesting_is_refused() => Assert.Contains(
        "nested more than", Assert.Single(CellLibrary.ReadCell("x.yaml", "a: " + new string('[', 200)).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("vcl3", "vcl3: there is no cell or file of this name; did you mean \"vcl3-halide\" or \"vcl3-sulfide\" or \"vcl3-halide-cathode\"?")]
    [InlineData("marquis2018", "marquis2018: there is no cell or file of this name; did you mean \"marquis2019\"?")]
    [InlineData("no/such.yaml", "no/such.yaml: there is no such file")]
    public void An_unknown_cell_gets_the_nearest_ids(string id, string expected) =>
        Assert.Equal([expected], SampleFile.Problems(CellLibrary.LoadCell(id)), StringComparer.Ordinal);

    [Fact]
    public void A_warning_does_not_keep_the_cell_from_being_read()
    {
        var result = SampleFile.Read("radius: 1 um", "radius: 1 mm");

        Assert.NotNull(result.Cell);
        Assert.Equal(
            "my-cell.yaml:22:17: cathode.active.lfp.radius: is 1000 um, more than the electrode's thickness of 60 um",
            Assert.Single(result.Warnings).ToString());
    }

    [Fact]
    public void A_mistake_in_a_material_file_is_told_with_that_file_and_once()
    {
        string folder = Directory.CreateTempSubdirectory("ionolith").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "mine.yaml"), "kind: electrolyte\nconductivity: 1 V\n");
            string cell = Path.Combine(folder, "cell.yaml");
            File.WriteAllText(cell, SampleFile.Text.Replace("material: limocl4", "material: mine.yaml", StringComparison.Ordinal));

            var problem = Assert.Single(CellLibrary.LoadCell(cell).Problems);
            Assert.Equal((Path.Combine(folder, "mine.yaml"), 2, 15), (problem.File, problem.Line, problem.Column));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
