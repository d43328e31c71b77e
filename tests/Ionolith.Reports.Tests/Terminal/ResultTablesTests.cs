using Ionolith.Cells.Simulation;
using Ionolith.Reports.Terminal;
using Spectre.Console;
using Xunit;

namespace Ionolith.Reports.Tests.Terminal;

public class ResultTablesTests
{
    [Fact]
    public void The_tables_tell_diagnosis_steps_losses_balances_and_assumptions()
    {
        var text = Print(SampleRun.Discharge().Result);
        Assert.Contains("The ohmic drop in the separator limits this cell", text, StringComparison.Ordinal);
        Assert.Contains("capacity delivered 1.680 mAh/cm2 (3.360 mAh)", text, StringComparison.Ordinal);
        Assert.Contains("voltage fell to 2.8 V", text, StringComparison.Ordinal);
        Assert.Contains("solid diffusion: NMC811", text, StringComparison.Ordinal);
        Assert.Contains("salt anions", text, StringComparison.Ordinal);
        Assert.Contains("separator.thickness = 30 um", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_run_shows_the_ends_of_its_steps_and_cycles_at_round_numbers()
    {
        var text = Print(SampleRun.Cycling(60).Result);
        Assert.Contains("... 114 more", text, StringComparison.Ordinal);
        Assert.Contains("(60 cycles; all of them in cycles.csv: --out)", text, StringComparison.Ordinal);
        var cycles = text.Split('\n').Select(l => l.Trim().Split(' ')[0]).SkipWhile(w => w is not "cycle").Where(w => int.TryParse(w, System.Globalization.CultureInfo.InvariantCulture, out _)).Take(16);
        Assert.Equal(["1", "2", "5", "10", "15", "20", "25", "30", "35", "40", "45", "50", "55", "59", "60"], cycles.Take(15));
        Assert.True(text.Split('\n').Length < 110);
    }

    [Fact]
    public void Brackets_in_names_are_printed_and_a_run_without_rows_prints()
    {
        var empty = SampleRun.Empty().Result;
        Assert.Contains("failed", Print(empty), StringComparison.Ordinal);
        Assert.Contains("[bold]x[/]", Print(empty with { Diagnosis = "[bold]x[/]" }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_progress_line_wipes_itself()
    {
        using var writer = new StringWriter();
        using (var line = new ProgressLine(writer, 40))
        {
            line.Report(new SimulationProgress(1, 3, 1, 1, 1, "Rest"));
            Assert.Empty(writer.ToString());
            Thread.Sleep(250);
            line.Report(new SimulationProgress(3600, 3.5, 2, 1, 5, "Discharge at 1C until 2.5 V"));
            Assert.Contains("cycle 1/5, step 2", writer.ToString(), StringComparison.Ordinal);
            Assert.True(writer.ToString().Length <= 41);
        }

        Assert.EndsWith("\r", writer.ToString(), StringComparison.Ordinal);
        Assert.Equal("", writer.ToString().Split('\r')[^2].Trim());
    }

    private static string Print(SimulationResult result)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 140;
        ResultTables.Write(console, result);
        return writer.ToString();
    }
}
