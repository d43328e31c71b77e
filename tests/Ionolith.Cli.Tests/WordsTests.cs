using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

/// <summary>The words of the command line with the real library and files of the user's.</summary>
public sealed class WordsTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_lists_name_what_the_library_has()
    {
        Assert.Equal(0, _run.Do("list", "cells"));
        Assert.Contains("vcl3-halide", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("list", "materials", "--json"));
        var materials = JsonDocument.Parse(_run.Out).RootElement;
        Assert.Contains(materials.EnumerateArray(), m => m.GetProperty("id").GetString() is "lfp" && m.GetProperty("kind").GetString() is "active");
        Assert.Equal(0, _run.Do("list", "claims"));
        Assert.Contains("66 claims on 27 systems", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("list", "claims", "--json"));
        var claims = JsonDocument.Parse(_run.Out).RootElement;
        Assert.Equal(66, claims.GetArrayLength());
        var capacity = claims.EnumerateArray().Single(c => c.GetProperty("id").GetString() is "vcl3-halide-cathode/capacity-0.1C");
        Assert.Equal(162.5, capacity.GetProperty("value").GetDouble());
        Assert.Equal("mAh/g", capacity.GetProperty("unit").GetString());
        Assert.Equal("computed", capacity.GetProperty("state").GetString());
        Assert.All(claims.EnumerateArray().Where(c => c.GetProperty("state").GetString() is "waiting"), c => Assert.NotEmpty(c.GetProperty("reason").GetString()!));
        Assert.Equal(2, _run.Do("list", "cell"));
        Assert.Contains("did you mean \"cells\"?", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: there is no command 'runn' (did you mean 'run'?)", "runn", "marquis2019")]
    [InlineData("error: unknown option '--treads' (did you mean '--threads'?)", "ccd", "li2s-p2s5-b2s3", "--treads", "3")]
    [InlineData("error: --threads x: expected a number without decimals", "ccd", "li2s-p2s5-b2s3", "--threads", "x")]
    [InlineData("error: --rtol small: expected a number", "run", "marquis2019", "--rtol", "small")]
    [InlineData("error: Required argument 'CELL' missing for command: 'run'.", "run")]
    public void A_mistyped_word_is_told_once(string message, params string[] words)
    {
        Assert.Equal(2, _run.Do(words));

        string[] lines = _run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(message, lines[0]);
        Assert.Equal(2, lines.Length);
        Assert.Contains("--help' tells what can be written", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_is_shown_with_every_value_and_its_source()
    {
        Assert.Equal(0, _run.Do("show", "vcl3-halide"));
        foreach (string part in (string[])["halide-separator", "0.35 eV", "assumed", "0.30 eV to 0.40 eV", "2.95 - 0.2*x"])
        {
            Assert.Contains(part, _run.Out, StringComparison.Ordinal);
        }

        Assert.Equal(0, _run.Do("show", "vcl3-halide", "--json"));
        var cell = JsonDocument.Parse(_run.Out).RootElement;
        Assert.Equal(["anode", "sulfide-separator", "halide-separator", "cathode"], cell.GetProperty("layers").EnumerateArray().Select(l => l.GetProperty("name").GetString()));
        var radius = cell.GetProperty("values").EnumerateArray().Single(v => v.GetProperty("path").GetString() is "cathode.active.vcl3.radius");
        Assert.Equal(("1 um", "assumed", "0.3 um to 3 um"), (radius.GetProperty("value").GetString(), radius.GetProperty("role").GetString(), radius.GetProperty("range").GetString()));
    }

    [Fact]
    public void A_material_is_shown_with_the_range_in_which_its_formulas_hold()
    {
        Assert.Equal(0, _run.Do("show", "peo-litfsi-85c", "--json"));
        Assert.Contains("valid 100..2700 mol/m3, held outside", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("show", "cpe-bnns"));
        Assert.Contains("--material", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("show", "cpe-bnns", "--material"));
        Assert.Equal(2, _run.Do("show", "lcoo"));
        Assert.Contains("did you mean \"lco\"?", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_goes_to_bpx_and_back_and_runs()
    {
        string bpx = _run.PathOf("cell.json");
        string yaml = _run.PathOf("cell.yaml");
        Assert.Equal(0, _run.Do("convert", "vcl3-halide", bpx));
        Assert.Contains("User-defined", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("convert", bpx, yaml));
        foreach (string file in (string[])[bpx, yaml])
        {
            Assert.Equal(0, _run.Do("validate", file));
            Assert.Contains("ok: ", _run.Out, StringComparison.Ordinal);
            Assert.Equal(0, _run.Do("run", file, "--json"));
            Assert.Equal("vcl3-halide", JsonDocument.Parse(_run.Out).RootElement.GetProperty("cell").GetString());
        }

        Assert.Equal(2, _run.Do("convert", "vcl3-halide", bpx));
        Assert.Contains("--force replaces it", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("convert", "marquis2019", bpx, "--force"));
        Assert.Equal(["cell.json", "cell.yaml"], _run.Files());
    }

    [Fact]
    public void A_run_keeps_an_input_that_can_be_run_again()
    {
        Assert.Equal(0, _run.Do("run", "vcl3-halide", "--out", _run.PathOf("first"), "--json"));
        double first = Energy();
        Assert.Equal(0, _run.Do("run", Path.Combine(_run.PathOf("first"), "input.yaml"), "--json"));
        Assert.Equal(first, Energy(), 1e-9 * first);

        double Energy() => JsonDocument.Parse(_run.Out).RootElement.GetProperty("energy").GetProperty("value").GetDouble();
    }

    [Fact]
    public void The_bench_measures_a_case_with_the_keys_that_scripts_read()
    {
        Assert.Equal(0, _run.Do("bench", "spm-1c", "--json"));
        var row = Assert.Single(JsonDocument.Parse(_run.Out).RootElement.EnumerateArray());
        foreach (string key in (string[])["case", "states", "rtol", "atol", "steps", "newton", "median_ms", "error"])
        {
            Assert.True(row.TryGetProperty(key, out _), key);
        }

        Assert.InRange(row.GetProperty("error").GetDouble(), 1e-6, 5);
        Assert.Equal(2, _run.Do("bench", "sic-2", "dfn"));
        Assert.Contains("did you mean \"sic-20\"?", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("validate")]
    [InlineData("convert")]
    [InlineData("bench")]
    [InlineData("reproduce")]
    public void Every_word_has_a_help(string word)
    {
        Assert.Equal(0, _run.Do(word, "--help"));
        Assert.Contains("Usage:", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("--help"));
        Assert.Contains($"  {word} ", _run.Out, StringComparison.Ordinal);
    }
}
