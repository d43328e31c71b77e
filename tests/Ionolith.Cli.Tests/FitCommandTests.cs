using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class FitCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_table_is_fitted_printed_and_given_as_a_fragment()
    {
        Assert.Equal(0, _run.Do("fit", "arrhenius", Table()));

        Assert.Equal("", _run.Error);
        Assert.Contains("activation energy E", _run.Out, StringComparison.Ordinal);
        Assert.Contains("40 kJ/mol", _run.Out, StringComparison.Ordinal);
        Assert.Contains("conductivity:\n", _run.Out, StringComparison.Ordinal);
        Assert.Contains("role: calibrated", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_has_parameters_in_SI_and_every_point()
    {
        Assert.Equal(0, _run.Do("fit", "arrhenius", Table(), "--json"));

        using var document = JsonDocument.Parse(_run.Out);
        var energy = document.RootElement.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("key").GetString() is "activation-energy");
        Assert.InRange(energy.GetProperty("value").GetDouble(), 39_999, 40_001);
        Assert.True(energy.GetProperty("lower").GetDouble() < energy.GetProperty("value").GetDouble());
        Assert.Equal(6, document.RootElement.GetProperty("data").GetArrayLength());
        Assert.Equal(2, document.RootElement.GetProperty("data")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public void A_folder_gets_report_table_document_and_fragment()
    {
        string folder = _run.PathOf("r");
        Assert.Equal(0, _run.Do("fit", "arrhenius", Table(), "--out", folder));

        Assert.Equal(["fit.csv", "fit.json", "law.yaml", "report.html"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string report = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("<h1>Arrhenius fitted to table.csv</h1>", report, StringComparison.Ordinal);
        Assert.Contains("95 % band of the law", report, StringComparison.Ordinal);
        Assert.Equal(7, File.ReadAllLines(Path.Combine(folder, "fit.csv")).Length);
        Assert.Equal(2, _run.Do("fit", "arrhenius", Table(), "--out", folder));
        Assert.Equal(0, _run.Do("fit", "arrhenius", Table(), "--out", folder, "--force"));
    }

    [Theory]
    [InlineData("error: there is no law \"arhenius\" that can be fitted; did you mean \"arrhenius\"?", "arhenius")]
    [InlineData("error: --fix reference-temprature=60 degC: an Arrhenius law has no parameter \"reference-temprature\"; did you mean \"reference-temperature\"?", "arrhenius", "--fix", "reference-temprature=60 degC")]
    [InlineData("error: --fix activation-energy=3 V: expected an activation energy, such as \"40 kJ/mol\", but \"3 V\" is a voltage", "arrhenius", "--fix", "activation-energy=3 V")]
    [InlineData("error: --confidence 95: expected a probability between 0 and 1, such as 0.95", "arrhenius", "--confidence", "95")]
    public void Wrong_words_are_told(string expected, params string[] words)
    {
        Assert.Equal(2, _run.Do(["fit", words[0], Table(), .. words[1..]]));
        Assert.Contains(expected, _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_cannot_tell_a_law_are_refused()
    {
        Assert.Equal(2, _run.Do("fit", "vtf", _run.Write("few.csv", "T [degC], sigma [mS/cm]\n25, 1\n30, 2\n")));
        Assert.Contains("few.csv: To fit a VTF law takes at least 4 points at 3 different temperatures, but there are 2 at 2.", _run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("fit", "shelled-filler-sphere", _run.Write("f.csv", "f [%], sigma [mS/cm]\n0, 1\n5, 2\n10, 3\n15, 3\n20, 2\n")));
        Assert.Contains("No data of this kind can tell radius", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_of_the_wrong_shape_says_that_its_residuals_have_a_pattern()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{280 + (2 * i)}, {Math.Exp(-704.0 / (70.85 + (2 * i)))}\n")));
        Assert.Equal(0, _run.Do("fit", "arrhenius", _run.Write("vtf.csv", "T [K], sigma [S/cm]\n" + rows)));

        Assert.Contains("The residuals have a pattern", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_at_their_bounds_and_energies_of_the_wrong_sign_are_warned_of_wherever_they_go()
    {
        string falling = _run.Write("falling.csv", "T [degC], sigma [S/cm]\n25, 1e-3\n35, 8e-4\n45, 6e-4\n55, 4e-4\n65,3e-4\n");
        Assert.Equal(0, _run.Do("fit", "arrhenius", falling));
        Assert.Contains("warning: The activation energy E is negative, -25.9", _run.Error, StringComparison.Ordinal);
        Assert.Contains("# warning: The activation energy E is negative", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("fit", "vtf", falling, "--out", _run.PathOf("v")));
        Assert.Contains("warning: The data want vanishing temperature T_0 beyond its bound, 0 K", _run.Error, StringComparison.Ordinal);
        Assert.Contains("# warning: The data want pseudo-activation B beyond its bound", File.ReadAllText(Path.Combine(_run.PathOf("v"), "law.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_held_value_with_which_the_law_has_no_value_is_told_with_its_range()
    {
        Assert.Equal(2, _run.Do("fit", "vtf", Table(), "--fix", "t0=400K"));
        Assert.Contains("t0 is held at 400 K, where a VTF law has no value at some points of the table: hold it between 0 and 297.15 K.", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_law_all_are_listed()
    {
        Assert.Equal(0, _run.Do("fit"));
        Assert.Contains("semi-crystalline", _run.Out, StringComparison.Ordinal);
        Assert.Contains("shelled-filler-platelet", _run.Out, StringComparison.Ordinal);
    }

    /// <summary>1 mS/cm at 25 degC with 40 kJ/mol, and a millionth of scatter.</summary>
    private string Table() => _run.Write("table.csv", "T [degC], sigma [mS/cm]\n" + string.Concat(Enumerable.Range(0, 6).Select(i =>
    {
        double t = 298.15 + (10 * i), scatter = 1 + (1e-6 * (i % 2));
        return FormattableString.Invariant($"{t - 273.15}, {Math.Exp(-40_000 / 8.31446261815324 * ((1 / t) - (1 / 298.15))) * scatter}\n");
    })));
}
