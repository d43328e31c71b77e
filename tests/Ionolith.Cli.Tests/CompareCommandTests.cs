using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Electrolytes_are_ranked_in_the_cell_that_was_named()
    {
        int code = _run.Do("compare", "electrolytes", "--cell", "cpe-bnns", "--only", "cpe-bnns", "--only", "li6ps5cl", "--rate", "C/5, 2C", "--thickness", "80 um", "--temperature", "60 degC");
        Assert.Equal("", _run.Error);
        Assert.Equal(0, code);

        // The sulfide outruns the polymer, and the table says what stops the polymer.
        Assert.True(_run.Out.IndexOf("li6ps5cl", StringComparison.Ordinal) < _run.Out.IndexOf("cpe-bnns ", StringComparison.Ordinal), _run.Out);
        Assert.Contains("salt polarisation in", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_has_every_run_of_the_study()
    {
        Assert.Equal(0, _run.Do("compare", "cathodes", "--cell", "cpe-bnns", "--only", "lfp", "--only", "lco", "--rate", "0.5C,1C", "--temperature", "60 degC", "--json", "--out", _run.PathOf("c")));
        using var json = JsonDocument.Parse(_run.Out);
        Assert.Equal("cathodes", json.RootElement.GetProperty("compared").GetString());
        Assert.Equal(2 * 2 * 2, json.RootElement.GetProperty("runs").GetArrayLength());
        Assert.Equal(2, json.RootElement.GetProperty("ranking").GetArrayLength());
        Assert.Equal(["comparison.csv", "comparison.json", "report.html"], Directory.GetFiles(_run.PathOf("c")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(1 + 8, File.ReadAllLines(Path.Combine(_run.PathOf("c"), "comparison.csv")).Length);
        Assert.Equal(_run.Out.TrimEnd(), File.ReadAllText(Path.Combine(_run.PathOf("c"), "comparison.json")).TrimEnd());
    }

    [Fact]
    public void A_material_of_the_users_own_stands_beside_those_of_the_library()
    {
        string mine = _run.Write("mine.yaml", "id: mine\nname: My ceramic\nkind: electrolyte\ndensity: 2 g/cm3\nconductivity: 1 mS/cm\n");
        Assert.Equal(0, _run.Do("compare", "electrolytes", "--cell", "cpe-bnns", "--only", "cpe-bnns", "--with", mine, "--rate", "1C"));
        Assert.Contains("mine", _run.Out, StringComparison.Ordinal);
        Assert.Contains("conductivity known at one temperature only and kept there: mine", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ranking_is_at_the_conditions_that_were_asked_for()
    {
        Assert.Equal(0, _run.Do("compare", "electrolytes", "--cell", "cpe-bnns", "--only", "li6ps5cl", "--rate", "1C", "--thickness", "60 um", "--temperature", "80 degC"));
        Assert.Contains("Separator 60.0 um, 80 degC.", _run.Out, StringComparison.Ordinal);
        string row = _run.Out.Split('\n').Single(l => l.TrimStart().StartsWith("li6ps5cl ", StringComparison.Ordinal));
        Assert.DoesNotContain(" - ", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("electrolytes")]
    [InlineData("cathodes")]
    public void A_cell_without_a_positive_electrode_is_refused(string what)
    {
        Assert.Equal(2, _run.Do("compare", what, "--cell", "li2s-p2s5-b2s3", "--out", _run.PathOf("r")));
        Assert.Contains("li2s-p2s5-b2s3: has no po", _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.PathOf("r")));
    }

    [Theory]
    [InlineData("\"electrolites\" cannot be compared; did you mean \"electrolytes\"?", "electrolites")]
    [InlineData("--rate: expected C-rates, such as \"C/5, 1C, 10C\", but got \"2 mA\"", "electrolytes", "--rate", "1C, 2 mA")]
    [InlineData("--rate: expected C-rates, such as \"C/5, 1C, 10C\", but got \"-1C\"", "electrolytes", "--rate", "-1C")]
    [InlineData("--thickness: ", "electrolytes", "--thickness", "10 degC")]
    [InlineData("--thickness: must be positive", "electrolytes", "--thickness", "0 um")]
    [InlineData("--temperature: ", "electrolytes", "--temperature", "10 um")]
    [InlineData("--threads 0: the number of threads must be 1 or more", "electrolytes", "--threads", "0")]
    [InlineData("li6ps5kl", "electrolytes", "--only", "li6ps5kl")]
    [InlineData("carbon: is an inert material, not an electrolyte", "electrolytes", "--with", "carbon")]
    public void Wrong_input_is_told_and_nothing_is_run(string message, params string[] words)
    {
        Assert.Equal(2, _run.Do(["compare", .. words, "--cell", "cpe-bnns", "--out", _run.PathOf("r")]));
        Assert.Contains(message, _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.PathOf("r")));
    }
}
