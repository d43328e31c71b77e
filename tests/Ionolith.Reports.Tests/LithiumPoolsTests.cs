using System.Text.Json;
using Ionolith.Cells.Simulation;
using Ionolith.Reports.Files;
using Ionolith.Reports.Html;
using Ionolith.Reports.Terminal;
using Xunit;

namespace Ionolith.Reports.Tests;

/// <summary>Where the lithium has gone, in the terminal, the summary and the report.</summary>
public sealed class LithiumPoolsTests
{
    private static readonly RunRecord Run = Aged();

    [Fact]
    public void The_terminal_lists_them_below_the_balance_of_lithium_and_only_there()
    {
        using StringWriter text = new();
        ResultTables.Write(ResultConsole.On(text, false, 160), Run.Result);
        string[] lines = [.. text.ToString().Split('\n').Select(l => l.Trim())];
        int lithium = Array.FindIndex(lines, l => l.StartsWith("lithium ", StringComparison.Ordinal));
        Assert.StartsWith("in 'anode'", lines[lithium + 1], StringComparison.Ordinal);
        Assert.StartsWith("dead-lithium at 'anode'", lines[lithium + 2], StringComparison.Ordinal);
        Assert.StartsWith("salt anions", lines[lithium + 3], StringComparison.Ordinal);
        Assert.Single(lines, l => l.StartsWith("dead-lithium", StringComparison.Ordinal) && l.Contains("0.0312", StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_and_the_report_hold_them()
    {
        using MemoryStream stream = new();
        SummaryJson.Write(stream, Run);
        JsonElement pool = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("lithium_pools")[1];
        Assert.Equal("dead-lithium at 'anode'", pool.GetProperty("name").GetString());
        Assert.Equal((0.0312, "mol/m2"), (pool.GetProperty("end").GetProperty("value").GetDouble(), pool.GetProperty("end").GetProperty("unit").GetString()));
        Assert.Contains("dead-lithium at 'anode'", System.Net.WebUtility.HtmlDecode(HtmlReport.Write(Run)), StringComparison.Ordinal);
    }

    private static RunRecord Aged()
    {
        RunRecord run = SampleRun.Discharge();
        return run with { Result = run.Result with { LithiumPools = [new("in 'anode'", 1.8312345, 1.8000345), new("dead-lithium at 'anode'", 0, 0.0312)] } };
    }
}
