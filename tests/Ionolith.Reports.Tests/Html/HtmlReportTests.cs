using System.Text.RegularExpressions;
using Ionolith.Cells.Ageing;
using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.Html;
using Xunit;

namespace Ionolith.Reports.Tests.Html;

public class HtmlReportTests
{
    [Fact]
    public void The_report_is_one_file_that_names_nothing_outside_of_itself()
    {
        var page = WithoutScripts(HtmlReport.Write(SampleRun.Discharge()));
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_stays_small_even_for_a_long_run() =>
        Assert.InRange(HtmlReport.Write(SampleRun.Cycling(300)).Length, 1_000_000, 6_000_000);

    [Theory]
    [InlineData("What costs voltage")]
    [InlineData("Lithium | PEO-LiTFSI | NMC811 composite with LFP")]
    [InlineData("The ohmic drop in the separator limits this cell")]
    [InlineData("20 um to 50 um", "20 \u00b5m to 50 \u00b5m")]
    [InlineData("interlayer (200 nm)")]
    [InlineData("voltage fell to 2.8 V")]
    [InlineData("ionolith run input.yaml --protocol-file protocol.txt")]
    [InlineData("mol/m\u00b2")]
    public void The_report_says(string plain, string? shown = null) =>
        Assert.Contains(shown ?? plain, System.Net.WebUtility.HtmlDecode(WithoutScripts(HtmlReport.Write(SampleRun.Discharge()))), StringComparison.Ordinal);

    [Theory]
    [InlineData(16, "")]
    [InlineData(18, "in cycles.csv are also: state 17, state 18.")]
    public void Slow_states_that_are_not_drawn_are_named(int count, string note)
    {
        var run = SampleRun.Cycling(2);
        var columns = Enumerable.Range(1, count).Select(n => new AgeingColumn("cathode", $"state {n}", QuantityKinds.Number, [0, 1, 2]));
        var page = WithoutScripts(HtmlReport.Write(run with { Result = run.Result with { Ageing = new AgeingSeries([0, 1, 2], [0, 1, 2], [.. columns]) } }));
        Assert.Contains("data-figure=\"slow-states\"", page, StringComparison.Ordinal);
        Assert.Equal(note.Length > 0, page.Contains("in cycles.csv are also", StringComparison.Ordinal));
        Assert.Contains(note, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_cell_cannot_become_markup()
    {
        var run = SampleRun.Discharge();
        var evil = run.Result with { Cell = run.Result.Cell with { Title = "<script>alert(1)</script>" }, Losses = new LossSeries(["</script><b>"], [run.Result.Losses!.Values[0]]) };
        var page = HtmlReport.Write(run with { Result = evil });
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</script><b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_rows_gives_a_report_without_figures()
    {
        var page = WithoutScripts(HtmlReport.Write(SampleRun.Empty()));
        Assert.Contains("could not be found: &lt;no&gt; &amp; conductor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-figure", page, StringComparison.Ordinal);
        Assert.Contains("id=\"stack\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_kept_no_curves_says_so_instead_of_drawing_straight_lines()
    {
        var run = SampleRun.Cycling(300);
        var page = WithoutScripts(HtmlReport.Write(run with { Result = run.Result with { Options = new SimulationOptions { Rows = OutputRows.StepEnds } } }));
        Assert.Contains("kept no curves, only the ends of its steps", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-figure=\"voltage", page, StringComparison.Ordinal);
        Assert.Contains("data-figure=\"cycle\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Widths_of_the_stack_are_to_scale_and_add_up()
    {
        var svg = Regex.Match(HtmlReport.Write(SampleRun.Discharge()), "<svg.*?</svg>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;
        var widths = Regex.Matches(svg, "y=\"0\" width=\"(?<width>[0-9.]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(m => double.Parse(m.Groups["width"].Value, null)).ToArray();
        Assert.Equal(6, widths.Length);
        Assert.Equal(1000, widths.Sum(), 0.1);
        Assert.Equal(7, widths[2], 0.01);
        Assert.Equal(2, widths[4] / widths[3], 0.01);
        Assert.Equal(1.5, widths[3] / widths[1], 0.01);
    }

    private static string WithoutScripts(string page) =>
        Regex.Replace(page, "<script.*?</script>", "", RegexOptions.Singleline, TimeSpan.FromSeconds(10));
}
