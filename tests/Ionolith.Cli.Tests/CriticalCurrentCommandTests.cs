using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class CriticalCurrentCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_window_against_pressure_is_printed_with_what_ended_each_test()
    {
        Assert.Equal(0, _run.Do("ccd", "li2s-p2s5-b2s3", "--pressure", "1 MPa, 5 MPa", "--step", "0.3 mA/cm2"));
        Assert.Equal("", _run.Error);
        Assert.Contains("hard short", _run.Out, StringComparison.Ordinal);
        Assert.Contains("critical overpotential", _run.Out, StringComparison.Ordinal);
        Assert.Contains("0.785 cm2", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_the_table_and_the_report_hold_every_test()
    {
        Assert.Equal(0, _run.Do("ccd", "li2s-p2s5-b2s3", "--pressure", "1 MPa, 5 MPa", "--thickness", "100 um, 500 um", "--step", "0.3 mA/cm2", "--json", "--out", _run.PathOf("c")));
        using var json = JsonDocument.Parse(_run.Out);
        var tests = json.RootElement.GetProperty("tests");
        Assert.Equal(4, tests.GetArrayLength());
        Assert.Equal(0.785, json.RootElement.GetProperty("area").GetProperty("value").GetDouble());
        Assert.Equal(100, tests[1].GetProperty("thickness").GetProperty("value").GetDouble());
        Assert.Equal(5, tests[1].GetProperty("pressure").GetProperty("value").GetDouble());
        double low = tests[0].GetProperty("critical_current").GetProperty("value").GetDouble(), high = tests[1].GetProperty("critical_current").GetProperty("value").GetDouble();
        Assert.True(low < high, $"{low} {high}");
        Assert.Equal("hard short", tests[0].GetProperty("ended_by").GetString());
        Assert.Equal(["ccd.csv", "ccd.json", "report.html"], Directory.GetFiles(_run.PathOf("c")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(1 + 4, File.ReadAllLines(Path.Combine(_run.PathOf("c"), "ccd.csv")).Length);
        string report = File.ReadAllText(Path.Combine(_run.PathOf("c"), "report.html"));
        Assert.Contains("window-1", report, StringComparison.Ordinal);
        Assert.Contains("L. Porz et al.", report, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("ccd", "li2s-p2s5-b2s3", "--out", _run.PathOf("c")));
    }

    [Fact]
    public void Where_nothing_failed_there_is_no_critical_current_anywhere()
    {
        string[] thin = ["--set", "negative.thickness=1 um", "--set", "positive.thickness=1 um", "--step", "0.1 mA/cm2", "--step-time", "2 h"];
        Assert.Equal(0, _run.Do(["ccd", "li2s-p2s5-b2s3", .. thin, "--json", "--out", _run.PathOf("t")]));
        using var json = JsonDocument.Parse(_run.Out);
        var test = Assert.Single(json.RootElement.GetProperty("tests").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, test.GetProperty("critical_current").GetProperty("value").ValueKind);
        Assert.Equal("lithium used up", test.GetProperty("ended_by").GetString());

        // 1 um holds 0.2062 mAh/cm2, of which the interphase has taken a little.
        Assert.InRange(test.GetProperty("areal_capacity").GetProperty("value").GetDouble(), 0.19, 0.2062);
        string[] row = File.ReadAllLines(Path.Combine(_run.PathOf("t"), "ccd.csv"))[1].Split(',');
        Assert.Equal(("", "0.1"), (row[3], row[4]));
        Assert.Equal(0, _run.Do(["ccd", "li2s-p2s5-b2s3", .. thin]));
        string told = _run.Out.ReplaceLineEndings(" ");
        Assert.Contains("There is no critical current density at 5.00 MPa, 25.0 degC, 500 um: the lithium of 'negative' is used up after 0.20", told, StringComparison.Ordinal);
        Assert.DoesNotContain("The critical current density is", told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_onset_of_voids_is_told_for_each_pressure()
    {
        Assert.Equal(0, _run.Do("ccd", "li2s-p2s5-b2s3", "--pressure", "1 MPa, 5 MPa", "--step", "1 mA/cm2"));
        string told = _run.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        Assert.Contains("onset of voids at full contact, in closed form: ", told, StringComparison.Ordinal);
        Assert.Matches("mA/cm2 at 1\\.00 MPa, 25\\.0 degC, 500 um; .* at 5\\.00 MPa", told);
    }

    [Fact]
    public void A_life_is_measured_at_each_current()
    {
        Assert.Equal(0, _run.Do("ccd", "mxene-g-pan-symmetric", "--current", "0.1 mA/cm2, 1 mA/cm2", "--longest", "300 h", "--json", "--out", _run.PathOf("l")));
        using var json = JsonDocument.Parse(_run.Out);
        var tests = json.RootElement.GetProperty("tests");
        Assert.Equal("outlived", tests[0].GetProperty("ended_by").GetString());
        Assert.Equal(300, tests[0].GetProperty("time").GetProperty("value").GetDouble());
        Assert.Equal("hard short", tests[1].GetProperty("ended_by").GetString());
        Assert.InRange(tests[1].GetProperty("time").GetProperty("value").GetDouble(), 20, 299);
        string[][] rows = [.. File.ReadAllLines(Path.Combine(_run.PathOf("l"), "ccd.csv")).Select(l => l.Split(','))];
        int current = Array.IndexOf(rows[0], "Current At End / mA.cm-2"), capacity = Array.IndexOf(rows[0], "Areal Capacity / mAh.cm-2");
        Assert.Equal(["0.1", "1"], rows[1..].Select(r => r[current]));
        Assert.Equal(["0.1", "1"], rows[1..].Select(r => r[capacity]));
        Assert.Equal([0.1, 1], tests.EnumerateArray().Select(t => t.GetProperty("current").GetProperty("value").GetDouble()));
        Assert.Equal([0.1, 1], tests.EnumerateArray().Select(t => t.GetProperty("areal_capacity").GetProperty("value").GetDouble()));
        string report = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(_run.PathOf("l"), "report.html")));
        Assert.Contains("h (1.000 mA/cm2, ", report, StringComparison.Ordinal);
        Assert.Contains("to > 300.0 h (0.1000 mA/cm2, ", report, StringComparison.Ordinal);
        Assert.Contains(">> 300.0 h<", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no symmetric cell", "vcl3-halide")]
    [InlineData("can lose contact or short", "paf-220-aspe-symmetric")]
    [InlineData("did you mean \"li2s-p2s5-b2s3\"", "li2s-p2s5-b2s2")]
    [InlineData("the staircase never ends", "li2s-p2s5-b2s3", "--factor", "1")]
    [InlineData("--factor and --step: give one of them", "li2s-p2s5-b2s3", "--factor", "2", "--step", "1 mA/cm2")]
    [InlineData("is below the first one", "li2s-p2s5-b2s3", "--start", "2 mA/cm2", "--most", "1 mA/cm2")]
    [InlineData("--pressure: expected a pressure", "li2s-p2s5-b2s3", "--pressure", "5 mA")]
    [InlineData("--pressure: cannot be negative", "li2s-p2s5-b2s3", "--pressure", "-5 MPa")]
    [InlineData("--thickness: must be positive", "li2s-p2s5-b2s3", "--thickness", "0 um")]
    [InlineData("--temperature: must be above absolute zero", "li2s-p2s5-b2s3", "--temperature", "0 K")]
    [InlineData("--current: must be positive", "li2s-p2s5-b2s3", "--current", "0 mA/cm2")]
    [InlineData("--longest: it belongs to --current", "li2s-p2s5-b2s3", "--longest", "10 h")]
    [InlineData("must be shorter than the electrolyte, 500 um, but is 600 um", "li2s-p2s5-b2s3", "--set", "positive.ageing.filament-fracture.flaw-length=600 um")]
    [InlineData("does not last for one half-cycle", "li2s-p2s5-b2s3", "--set", "negative.thickness=1 um", "--step-time", "10 h")]
    [InlineData("above the melting point of lithium, 180.5 degC", "li2s-p2s5-b2s3", "--temperature", "25 degC, 600 degC")]
    [InlineData("--start: it belongs to the staircase", "li2s-p2s5-b2s3", "--current", "1 mA/cm2", "--start", "1 mA/cm2")]
    [InlineData("--pressure: the list is empty", "li2s-p2s5-b2s3", "--pressure", " ,")]
    [InlineData("--threads 0", "li2s-p2s5-b2s3", "--threads", "0")]
    [InlineData("knows the pressure", "rubber-lif-symmetric", "--pressure", "1 MPa, 2 MPa")]
    public void Wrong_input_is_told_and_nothing_is_run(string message, params string[] words)
    {
        Assert.Equal(2, _run.Do(["ccd", .. words, "--out", _run.PathOf("r")]));
        Assert.Contains(message, _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.PathOf("r")));
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        Assert.Equal(2, _run.Do("ccd", "li2s-p2s5-b2s3", "--set", "separator.thickness=30", "--set", "foo.bar=1", "--set", "=3", "--step", "0mA/cm2", "--pressure", "x"));
        foreach (string part in (string[])["separator.thickness", "foo", "--set =3", "the first current", "--pressure"])
        {
            Assert.Contains(part, _run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_short_in_a_run_is_told_with_its_time_and_stands_in_the_summary()
    {
        string[] words =
        [
            "run", "li2s-p2s5-b2s3", "--protocol", "Press at 3 MPa", "--protocol", "Discharge at 2.5 mA/cm2 for 2 h", "--protocol", "Charge at 2.5 mA/cm2 for 2 h",
        ];
        Assert.Equal(0, _run.Do([.. words, "--out", _run.PathOf("s")]));
        Assert.Contains("hard short after", _run.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_run.PathOf("s"), "summary.json")));
        var sudden = Assert.Single(json.RootElement.GetProperty("events").EnumerateArray());
        Assert.Equal("hard-short", sudden.GetProperty("kind").GetString());
        Assert.Equal("positive", sudden.GetProperty("place").GetString());
        double time = sudden.GetProperty("time").GetProperty("value").GetDouble();
        Assert.Equal(2.5 * time / 3600, sudden.GetProperty("charge_passed").GetProperty("value").GetDouble(), 1e-6 * time);
        string[] rows = File.ReadAllLines(Path.Combine(_run.PathOf("s"), "series.csv"));
        Assert.EndsWith("Stack Pressure / MPa", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",3", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Pressing_a_cell_that_knows_no_pressure_is_refused_before_the_run()
    {
        Assert.Equal(2, _run.Do("run", "marquis2019", "--protocol", "Press at 5 MPa"));
        Assert.Contains("knows the pressure", _run.Error, StringComparison.Ordinal);
    }
}
