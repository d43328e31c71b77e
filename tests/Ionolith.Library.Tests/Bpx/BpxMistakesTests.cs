using Xunit;

namespace Ionolith.Library.Tests.Bpx;

public sealed class BpxMistakesTests
{
    [Fact]
    public void All_mistakes_are_told_at_once_with_their_places()
    {
        string text = BpxSamples.Text(BpxSamples.Pouch)
            .Replace("\"Porosity\": 0.47", "\"Porosity\": 1.2", StringComparison.Ordinal)
            .Replace("\"Thickness [m]\": 5.62e-05", "\"Thicknes [m]\": 5.62e-05", StringComparison.Ordinal)
            .Replace("\"Thickness [m]\": 5.23e-05", "\"Thickness [m]\": -5.23e-05", StringComparison.Ordinal)
            .Replace("\"Cation transference number\": 0.2594", "\"Cation transference number\": 3", StringComparison.Ordinal)
            .Replace("\"Electrode area [m2]\": 0.016808", "\"Electrode area [m2]\": NaN", StringComparison.Ordinal)
            .Replace("\"Conductivity [S.m-1]\": 0.789", "\"Conductivity [S.m-1]\": \"high\"", StringComparison.Ordinal)
            .Replace("0.1297 * (x / 1000)", "0.1297 * (y / 1000)", StringComparison.Ordinal)
            .Replace("\"Time [s]\": [0, 1000,", "\"Time [s]\": [0,", StringComparison.Ordinal);
        var loaded = CellLibrary.ReadCell("cell.json", text);

        Assert.Null(loaded.Cell);
        string[] lines = [.. loaded.Problems.Select(p => p.ToString())];
        foreach (string part in (string[])[
            "cell.json:19:42: Parameterisation.Cell.Electrode area [m2]: is not a finite number",
            "anode.electrolyte.salt.transference-number: must be above -2 and at most 1 but is 3",
            "\"y\" is no known variable",
            "unknown field \"Thicknes [m]\"; did you mean \"Thickness [m]\"?",
            "Negative electrode.Thickness [m]: is missing",
            "cathode.thickness: must be positive but is -52.3 um",
            "expected a number but found the text \"high\"",
            "separator.volume-fraction: must be above 0 and at most 1 but is 1.2",
            "the lists of an experiment must be equally long but there are"])
        {
            Assert.Contains(lines, l => l.Contains(part, StringComparison.Ordinal));
        }

        Assert.All(loaded.Problems, p => Assert.True(p.Line > 1 && p.Column > 1, p.ToString()));
        Assert.Equal(lines.Length, lines.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("\"BPX\": \"0.1.0\"", "\"BPX\": \"2.0.0\"", "expected a version 0.x or 1.x")]
    [InlineData("\"BPX\": \"0.1.0\"", "\"BPX\": \"1.1.0\"", "stands in State since version 1.0")]
    [InlineData("\"BPX\": \"0.1.0\"", "\"BPX\": \"1.1.0\"", "put it into User-defined")]
    [InlineData("\"Model\": \"DFN\"", "\"Model\": \"P2D\"", "expected DFN, SPMe, SPM or Partial")]
    [InlineData("\"Separator\"", "\"Seperator\"", "unknown field \"Seperator\"; did you mean \"Separator\"?")]
    [InlineData("\"Thickness [m]\": 2e-05", "\"Thickness [um]\": 20", "did you mean \"Thickness [m]\"?")]
    [InlineData("\"Thickness [m]\": 2e-05", "\"Thickness [m]\": 2e-05, \"Thickness [m]\": 1", "is given twice")]
    [InlineData("-1e-4", "{\"x\": [0, 1], \"y\": [1]}", "equally long but x has 2 values and y has 1")]
    [InlineData("-1e-4", "{\"x\": [0, 1, 0.5], \"y\": [1, 2, 3]}", "must all increase or all decrease")]
    [InlineData("-1e-4", "[1, 2]", "expected a number, a formula in x, or a table")]
    [InlineData("-1e-4", "tru", "is not valid JSON")]
    [InlineData("connected in parallel to make a cell\": 34", "connected in parallel to make a cell\": 0.5", "must be a whole number")]
    [InlineData("\"Parameterisation\"", "\"Parametrisation\"", "did you mean \"Parameterisation\"?")]
    public void A_mistake_is_told_with_what_was_expected(string from, string to, string expected)
    {
        string text = BpxSamples.Text(BpxSamples.Pouch);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var loaded = CellLibrary.ReadCell("cell.json", text.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(loaded.Cell);
        Assert.Contains(loaded.Problems, p => p.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Open_circuit_voltages_outside_the_cut_offs_are_a_warning()
    {
        string text = BpxSamples.Text(BpxSamples.Pouch).Replace("\"Upper voltage cut-off [V]\": 4.2", "\"Upper voltage cut-off [V]\": 4.0", StringComparison.Ordinal);

        Assert.Contains(CellLibrary.ReadCell("cell.json", text).Warnings, w => w.Message.Contains("4.202 V, above the upper cut-off of 4.000 V", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_cut_short_anywhere_is_a_problem_and_no_crash()
    {
        string text = BpxSamples.Text(BpxSamples.Pouch);
        for (int length = 40; length < text.TrimEnd().Length; length += 97)
        {
            Assert.NotEmpty(CellLibrary.ReadCell("cell.json", text[..length]).Problems);
        }
    }
}
