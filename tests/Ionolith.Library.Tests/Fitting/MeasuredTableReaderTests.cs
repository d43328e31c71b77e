using Ionolith.Library.Fitting;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Fitting;

public sealed class MeasuredTableReaderTests
{
    [Theory]
    [InlineData("T [degC], sigma [mS/cm]\n25, 1\n60, 2.5\n")]
    [InlineData("sigma (mS/cm);T (K)\n1;298.15\n2.5;333.15\n")]
    [InlineData("\uFEFF# from a paper\r\n\r\nTemperature [degC]\tname [1]\tcond. [S/m]\r\n25\ta\t0.1\r\n60\tb\t0.25\r\n")]
    public void Columns_are_known_by_their_units(string text)
    {
        var (table, problems) = Read(text, FitVariable.Temperature);

        Assert.Empty(problems);
        Assert.Equal([298.15, 333.15], table.X.Select(t => Math.Round(t, 9)));
        Assert.Equal([0.1, 0.25], table.Conductivities.Select(s => Math.Round(s, 12)));
    }

    [Theory]
    [InlineData("f [%], sigma [S/cm]\n10, 1\n")]
    [InlineData("f, sigma [S/cm]\n0.1, 1\n")]
    [InlineData("name, filler fraction, sigma [S/cm]\nx, 0.1, 1\n")]
    [InlineData("loading [vol%], sigma [S/cm]\n10, 1\n")]
    public void A_fraction_is_a_number_or_per_cent(string text)
    {
        var (table, problems) = Read(text, FitVariable.Fraction);

        Assert.Empty(problems);
        Tolerance.Relative(0.1, Assert.Single(table.X), 1e-12);
        Tolerance.Relative(100, Assert.Single(table.Conductivities), 1e-12);
    }

    [Fact]
    public void Columns_that_are_not_used_are_told_and_lines_are_kept()
    {
        var table = MeasuredTableReader.Read("t.csv", "T [degC], sigma [mS/cm], note\n# cooled\n25, 1, a\n", FitVariable.Temperature).Table!;

        Assert.Equal(["note"], table.Unused);
        Assert.Equal([3], table.Lines);
        Assert.Equal("mS/cm", table.Unit.Symbol);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_with_line_and_column()
    {
        const string text = "T [degC], sigma [mS/cm]\n30, x\n-300, 1\n40\n50, 1,5\n60, 0\n70,\n80, 2\n";

        Assert.Equal(
            [
                "t.csv:2:5: sigma [mS/cm]: expected a number but got \"x\"",
                "t.csv:3:1: T [degC]: must be above absolute zero, but is -300 degC",
                "t.csv:4:1: sigma [mS/cm]: is missing: the line has 1 value",
                "t.csv:5:7: the line has 3 values where the headings have 2; numbers have a decimal point, and a text with commas stands in no such table",
                "t.csv:6:5: sigma [mS/cm]: must be positive: the fit is in its logarithm, but is 0 mS/cm",
                "t.csv:7:4: sigma [mS/cm]: is empty; leave the line out if nothing was measured",
            ],
            Problems(text, FitVariable.Temperature));
    }

    [Theory]
    [InlineData("", "t.csv: has no lines; expected headings with units, such as \"T [degC], sigma [mS/cm]\", and numbers below them")]
    [InlineData("25, 1\n30, 2\n", "t.csv:1:1: expected headings with units, such as \"T [degC], sigma [mS/cm]\", but found numbers")]
    [InlineData("T [degC], sigma [mS/cm]\n", "t.csv:1:1: has headings but no numbers below them")]
    [InlineData("T [furlong], sigma [mS/cm]\n1, 1\n", "t.csv:1:1: the unit of \"T [furlong]\" is not known: \"furlong\" is no known unit")]
    [InlineData("T [degC], rho [ohm]\n1, 1\n", "t.csv:1:1: no column has a conductivity, such as \"sigma [mS/cm]\"; the headings are \"T [degC]\", \"rho [ohm]\"")]
    [InlineData("T [degC], sigma [mS/cm], bulk [mS/cm]\n1, 1, 2\n", "t.csv:1:26: \"bulk [mS/cm]\" is a second column of a conductivity, beside \"sigma [mS/cm]\"; leave one")]
    public void A_table_of_another_form_is_told(string text, string expected) => Assert.Equal([expected], Problems(text, FitVariable.Temperature));

    [Fact]
    public void A_fraction_beyond_one_is_told() => Assert.Equal(
        ["t.csv:2:1: f [1]: must lie between 0 and 1, or between 0 % and 100 %, but is 10 1"], Problems("f [1], sigma [S/m]\n10, 1\n", FitVariable.Fraction));

    private static string[] Problems(string text, FitVariable variable)
    {
        var result = MeasuredTableReader.Read("t.csv", text, variable);
        Assert.Null(result.Table);
        return [.. result.Problems.Select(p => p.ToString())];
    }

    private static (MeasuredTable Table, IEnumerable<object> Problems) Read(string text, FitVariable variable)
    {
        var read = MeasuredTableReader.Read("t.csv", text, variable);
        return (read.Table!, read.Problems);
    }
}
