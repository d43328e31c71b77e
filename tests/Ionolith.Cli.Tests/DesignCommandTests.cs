using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class DesignCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_design_prints_its_tables_and_writes_its_files()
    {
        string folder = _run.PathOf("design");

        Assert.Equal(0, _run.Do("design", "vcl3-halide", "--target", "20 Wh/kg", "--out", folder));
        foreach (string part in (string[])["Wh/kg", "casing", "C/10", "change first: 10 % more cathode.active-loading", "for 20 Wh/kg", "assumed of the stack: stack.cells = 20"])
        {
            Assert.Contains(part, _run.Out, StringComparison.Ordinal);
        }

        Assert.Equal(["design.json", "ragone.csv", "report.html"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string page = File.ReadAllText(Path.Combine(folder, "report.html"));
        foreach (string id in (string[])["parts-mass", "parts-volume", "ragone-curve", "tornado", "target"])
        {
            Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal);
        }

        string[] rows = File.ReadAllLines(Path.Combine(folder, "ragone.csv"));
        Assert.Equal(7, rows[0].Split(',').Length);
        Assert.All(rows[1..], r => Assert.All(r.Split(','), n => Assert.True(double.TryParse(n, CultureInfo.InvariantCulture, out _), n)));
        Assert.Empty(_run.Error);
    }

    [Fact]
    public void Json_is_one_document_whose_figures_fit_each_other()
    {
        Assert.Equal(0, _run.Do("design", "limocl4", "--arrangement", "bipolar", "--stack", "6", "--rate", "C/5", "--json"));
        var json = JsonDocument.Parse(_run.Out).RootElement;
        double Value(params string[] path) => path.Aggregate(json, (e, k) => e.GetProperty(k)).GetProperty("value").GetDouble();

        Assert.Equal("bipolar", json.GetProperty("arrangement").GetString());
        Assert.Equal(6, json.GetProperty("cells_in_series").GetInt32());
        Assert.Equal(0.2, Value("rate"), 1e-12);
        Assert.Equal(Value("stack_level", "mass"), json.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("mass").GetProperty("value").GetDouble()), 1e-9);
        Assert.Equal(Value("stack_level", "energy") / Value("stack_level", "mass") * 1000, Value("stack_level", "specific_energy"), 1e-9);
        Assert.Equal(1, json.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("volume_share").GetProperty("value").GetDouble()), 1e-12);
        Assert.Equal(6, json.GetProperty("series").GetProperty("cells").GetArrayLength());
        Assert.True(Value("conventional_stack", "mass") > 0);
        Assert.NotEqual(0, json.GetProperty("assumptions").GetArrayLength());
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        Assert.Equal(2, _run.Do(
            "design", "vcl3-halide", "--set", "stack.casing.thicknes=80um", "--set", "nonsense", "--arrangement", "series", "--stack", "0", "--rate", "5 V", "--target", "much", "--threads", "0", "--force"));
        foreach (string part in (string[])
        [
            "did you mean \"thickness\"?", "--set nonsense", "expected conventional or bipolar", "must be a whole number from 1 to 100000 but is 0", "--rate", "--target: expected an energy or power",
            "--threads 0", "--force: it belongs to --out",
        ])
        {
            Assert.Contains(part, _run.Error, StringComparison.Ordinal);
        }

        Assert.Empty(_run.Out);
    }

    [Fact]
    public void A_cell_without_densities_is_refused_with_what_to_write()
    {
        Assert.Equal(2, _run.Do("design", "marquis2019"));
        Assert.Contains("the density of", _run.Error, StringComparison.Ordinal);
        Assert.Contains("--set separator.density=", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_is_no_battery_is_refused()
    {
        Assert.Equal(2, _run.Do("design", "pvt-10cupcli-symmetric"));
        Assert.Contains("delivers no energy", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_at_which_nothing_is_delivered_is_told_as_such()
    {
        Assert.Equal(2, _run.Do("design", "vcl3-halide", "--rate", "1000C"));
        Assert.Contains("'vcl3-halide' delivers nothing at 1000C: voltage fell to 2.2 V, already at the start of the step. Take a lower --rate.", _run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_that_are_there_are_not_replaced_without_force()
    {
        string folder = _run.PathOf("design");
        Assert.Equal(0, _run.Do("design", "vcl3-halide", "--out", folder));
        Assert.Equal(2, _run.Do("design", "vcl3-halide", "--out", folder));
        Assert.Contains("--force", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("design", "vcl3-halide", "--out", folder, "--force"));
    }
}
