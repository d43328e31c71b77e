using Ionolith.Cells.CriticalCurrent;
using Ionolith.Cells.Stack;
using Ionolith.Reports.Html;

namespace Ionolith.Reports.CriticalCurrent;

/// <summary>Writes report.html of tests of critical current: the window, the voltage of one test, the laws and their sources, assumptions.</summary>
public static class CriticalCurrentReport
{
    private sealed record Axis(string Title, Func<CriticalCurrentResult, double> Of, Func<CriticalCurrentResult, string> Text);

    private static readonly Axis[] Axes =
    [
        new("stack pressure (MPa)", r => r.Pressure / 1e6, r => $"{Numbers.Text(r.Pressure / 1e6, 3)} MPa"),
        new("temperature (\u00b0C)", r => r.Temperature - 273.15, r => $"{Numbers.Text(r.Temperature - 273.15, 3)} \u00b0C"),
        new("thickness of the electrolyte (\u00b5m)", r => r.Thickness * 1e6, r => $"{Numbers.Text(r.Thickness * 1e6, 3)} \u00b5m"),
        new("current density (mA/cm\u00b2)", r => r.LastCurrent / 10, r => $"{CriticalCurrentWords.Current(r.LastCurrent)} mA/cm\u00b2"),
    ];

    /// <summary>Writes the report.</summary>
    /// <param name="study">The study.</param>
    /// <param name="results">Its tests.</param>
    /// <param name="command">Command that gives it again.</param>
    /// <param name="program">Name and version of the program.</param>
    /// <returns>The page.</returns>
    public static string Write(CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results, string command, string program)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(results);
        string what = study.IsLife ? "life" : "critical current";
        var measured = results.Where(r => CriticalCurrentWords.IsMeasured(study, r)).ToList();
        var worst = measured.MinBy(r => CriticalCurrentWords.Measure(study, r)) ?? results[0];
        var best = measured.MaxBy(r => CriticalCurrentWords.Measure(study, r)) ?? results[0];
        var page = new HtmlPage($"{study.Cell.Title}: {what}");
        page.Head(
            study.Cell.Id,
            $"{study.Cell.Title}: {what}",
            CriticalCurrentWords.Summary(study, results),
            ("lowest", CriticalCurrentWords.Measured(study, worst), CriticalCurrentWords.Conditions(study, worst)),
            ("highest", CriticalCurrentWords.Measured(study, best), CriticalCurrentWords.Conditions(study, best)),
            ("step time", Numbers.Duration(study.Staircase.StepTime), "each half-cycle"),
            ("area", $"{Numbers.Text(study.Cell.Area * 1e4, 3)} cm2", "of the electrodes"));
        AppendWindow(page, study, results);
        AppendVoltage(page, study, results);
        AppendLaws(page, study.Cell, results);
        ReportSections.AppendAssumptions(page, study.Cell.Values);
        page.Begin("repeat", "Repeat this test");
        page.Code(command);
        page.Note(program);
        page.End();
        return page.Write();
    }

    private static void AppendWindow(HtmlPage page, CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results)
    {
        page.Begin("window", study.IsLife ? "Life" : "Window");
        Axis[] axes = [.. Axes.Take(study.IsLife ? 4 : 3).Where(a => results.Select(a.Of).Distinct().Count() > 1)];
        for (int i = 0; i < axes.Length; i++)
        {
            AppendCurves(page, study, results, axes[i], [.. axes.Where(a => a != axes[i])], i);
        }

        page.Table(CriticalCurrentTables.Headings(study), results.Select(r => CriticalCurrentTables.Row(study, r)));
        page.Note(study.IsLife
            ? "The life is the time until a short or a cutoff voltage; a cell that outlives the test has its duration."
            : "The critical current density is that of the step in which the cell fails, sustained that of the last whole one; it depends on step time, pressure and area. Lithium that is used up and a voltage that is beyond its limit at once are no failures: there is no critical current then. The areal capacity is the most that passed in one half-cycle at the last current.");
        page.End();
    }

    private static void AppendCurves(
        HtmlPage page, CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results, Axis axis, Axis[] others, int number)
    {
        double[] places = [.. results.Select(axis.Of)];
        var figure = new PlotlyFigure { XTitle = axis.Title, Height = 420, UnifiedHover = false, XLogarithmic = places.Min() > 0 && places.Max() > 20 * places.Min() };
        figure.AddPanel(study.IsLife ? "life (h)" : "critical current (mA/cm\u00b2)", fromZero: !study.IsLife, logarithmic: study.IsLife);
        var groups = results.GroupBy(r => string.Join(", ", others.Select(a => a.Text(r))), StringComparer.Ordinal).ToList();
        for (int g = 0; g < groups.Count; g++)
        {
            var line = groups[g].OrderBy(axis.Of).ToList();
            string color = Palette.Sequence(groups.Count == 1 ? 0.4 : (double)g / (groups.Count - 1));
            figure.AddLine(groups[g].Key.Length > 0 ? groups[g].Key : "tested", line.Select(axis.Of), line.Select(Value), color, markers: true);
        }

        var survived = results.Where(r => r.End == TestEnd.Survived).ToList();
        if (survived.Count > 0)
        {
            figure.AddPoints("outlived the test", survived.Select(axis.Of), survived.Select(Value), Palette.Ink);
        }

        page.Figure($"window-{number.ToString(CultureInfo.InvariantCulture)}", figure);

        // A test without a critical current leaves a gap.
        double Value(CriticalCurrentResult r) => study.IsLife ? r.Time / 3600 : (r.End == TestEnd.Survived ? r.Sustained : r.Current) / 10;
    }

    private static void AppendVoltage(HtmlPage page, CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results)
    {
        var result = results[results.Count / 2];
        page.Begin("voltage", $"Voltage at {CriticalCurrentWords.Conditions(study, result)}");
        var figure = new PlotlyFigure { XTitle = "time (h)", Height = 420 };
        double[] time = [.. result.HalfCycles.SelectMany(h => new[] { h.Start / 3600, h.End / 3600 })];
        figure.AddPanel("voltage (mV)").AddLine("voltage", time, result.HalfCycles.SelectMany(h => new[] { h.StartVoltage * 1000, h.EndVoltage * 1000 }), Palette.Blue);
        figure.AddPanel("current (mA/cm\u00b2)").AddLine("current", time, result.HalfCycles.SelectMany(h => new[] { h.Current / 10, h.Current / 10 }), Palette.Vermilion);
        page.Figure("voltage-time", figure, $"Begin and end of each half-cycle; it ends by: {result.Reason}");
        page.End();
    }

    private static void AppendLaws(HtmlPage page, CellDescription cell, IReadOnlyList<CriticalCurrentResult> results)
    {
        page.Begin("laws", "Laws at the lithium");
        page.Table(
            ["layer", "law", "what it describes", "source"],
            cell.Layers.OfType<LithiumMetal>().SelectMany(l => l.Ageing.Select(m => (IReadOnlyList<string>)[l.Name, m.Card.Law, m.Card.Title, m.Card.Source])));
        var bounds = CriticalCurrentWords.Bounds(results);
        if (bounds.Count > 0)
        {
            page.Table(["in closed form", "value", "from"], bounds.Select(b => (IReadOnlyList<string>)[b.Name, b.Values, b.From]));
            page.Note("Above the onset of voids the contact shrinks. Where creep supplies it that is no end: what is left is pressed harder and may hold many times the current.");
        }

        page.Note("No published continuum model explains all voids and filaments that are seen. Where a law is empirical its card says so; compare two of them before trusting one.");
        page.End();
    }
}
