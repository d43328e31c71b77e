using System.Text;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Reports.LongRuns;

namespace Ionolith.Reports.Html;

/// <summary>The sections of the report, in the order in which a reader asks: what is it, what limits it, how did it go, what went in.</summary>
internal static class ReportSections
{
    private const int MostTableRows = 60;

    public static void AppendHead(HtmlPage page, RunRecord run)
    {
        var result = run.Result;
        page.Body.Append(CultureInfo.InvariantCulture, $"<header>\n<p class=\"id\">{HtmlText.Escape(result.Cell.Id)} <span class=\"status {StatusWords.Key(result.Status)}\">{StatusWords.Text(result.Status)}</span></p>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>{HtmlText.Escape(result.Cell.Title)}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"diagnosis\">{HtmlText.Escape(result.Diagnosis)}</p>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"reason\"{(Says(result.Diagnosis, result.Reason) ? " hidden" : "")}>{HtmlText.Escape(result.Reason)}</p>\n");
        page.Body.Append("<dl class=\"figures\">");
        var figures = KeyFigures.Of(result);
        var area = result.Cell.Area;
        var side = figures.IsDischarge ? "delivered" : "taken";
        page.Card($"capacity {side}", $"{Numbers.Text(figures.Capacity / area / Numbers.PerArealCapacity, 4)} mAh/cm2", $"{Scaled(figures.Capacity / 3600, "Ah")} in {Numbers.Text(area * 1e4, 4)} cm2");
        page.Card($"energy {side}", $"{Numbers.Text(figures.Energy / area / Numbers.PerArealCapacity, 4)} mWh/cm2", Scaled(figures.Energy / 3600, "Wh"));
        page.Card("mean voltage", $"{Numbers.Text(figures.MeanVoltage, 4)} V", "energy over capacity");
        page.Card("duration", Numbers.Duration(figures.Duration), Count(result.Steps.Count, "step") + ", " + Count(result.CycleCount, "cycle"));
        page.Card("mean temperature", $"{Numbers.Text(figures.MeanTemperature - 273.15, 4)} degC", TemperatureNote(result));
        page.Body.Append("</dl>\n</header>\n<main>\n");
    }

    public static void AppendFigures(
        HtmlPage page, SimulationResult result, ProfileFigures? profiles)
    {
        var runFigures = new RunFigures(result);
        if (KeyFigures.DischargingCycles(result).Count > 1)
        {
            page.Begin("cycles", "Cycles");
            page.Figure("cycle", runFigures.Cycles());
            page.Body.Append("<p class=\"note\">Coulombic efficiency is the charge delivered over the charge taken before it.</p></section>\n");
        }

        LifeSection.AppendAgeing(page, result);
        if (result.LastCycle is { } last)
        {
            AppendVoltage(page, last, new RunFigures(last), $" in cycle {last.Cycles[^1].Number}");
        }
        else if (result.Options.Rows != OutputRows.Every)
        {
            page.Begin("voltage", "Voltage");
            page.Body.Append("<p>This run kept no curves, only ");
            page.Body.Append(result.Options.Rows == OutputRows.StepEnds ? "the ends of its steps" : "what each cycle gave");
            page.Body.Append(": curves need <code>--rows every</code>.</p></section>\n");
        }
        else if (result.Series.Count > 1)
        {
            AppendVoltage(page, result, runFigures, "");
            page.Begin("current", runFigures.IsIsothermal ? "Current" : "Current and temperature");
            page.Figure("current", runFigures.CurrentAndTemperature());
            page.Body.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">Positive current discharges the cell.{(runFigures.IsIsothermal ? $" The cell stays at {HtmlText.Unit(Numbers.Text(result.Series.Temperature[0] - 273.15, 4))} \u00b0C." : "")}</p></section>\n");
        }

        LifeSection.AppendHeat(page, result);
        LightSection.Append(page, result);
        if (profiles is not null)
        {
            AppendProfiles(page, profiles);
        }

        page.Begin("stack", "Stack");
        page.Body.Append(StackDrawing.Draw(result.Cell)).Append("</section>\n");
    }

    public static void AppendTables(HtmlPage page, RunRecord run)
    {
        var result = run.Result;
        AppendSteps(page, result);
        AppendBalances(page, result);
        AppendInputs(page, result.Cell);
        page.Begin("solver", "Solver");
        var statistics = result.Statistics;
        page.Table(["quantity", "#value"], [
            ["unknowns", Integer(statistics.Unknowns)],
            ["time steps", Integer(statistics.Steps)],
            ["steps repeated for their error", Integer(statistics.Rejected)],
            ["steps repeated because Newton's iteration did not converge", Integer(statistics.NewtonFailures)],
            ["Newton iterations", Integer(statistics.NewtonIterations)],
            ["relative and absolute tolerance", $"{Numbers.Text(result.Options.RelativeTolerance, 2)}, {Numbers.Text(result.Options.AbsoluteTolerance, 2)}"],
        ]);
        page.Body.Append("</section>\n");
        page.Begin("repeat", "Repeat this run");
        page.Body.Append("<p>In the folder of this report:</p><pre>").Append(HtmlText.Escape(run.Command)).Append("</pre>")
            .Append("<p>Protocol:</p><pre>").Append(HtmlText.Escape(Shortened(run.ProtocolText))).Append("</pre>")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{HtmlText.Escape(run.Program)}. SHA-256 of input, protocol and options: <code>{run.InputHash}</code></p></section>\n");
    }

    private static void AppendVoltage(HtmlPage page, SimulationResult result, RunFigures runFigures, string when)
    {
        page.Begin("voltage", $"Voltage{when}");
        page.Body.Append("<div class=\"pair\">");
        page.Figure("voltage-capacity", runFigures.VoltageAgainstCapacity());
        page.Figure("voltage-time", runFigures.VoltageAgainstTime());
        page.Body.Append("</div>\n");
        if (when.Length > 0)
        {
            page.Note("Of a long run only the ends of its steps, or what each cycle gave, are kept; its last whole cycle was run again for this. The curves of all need --rows every.");
        }

        page.End();
        AppendLosses(page, result, runFigures, when);
    }

    private static void AppendLosses(HtmlPage page, SimulationResult result, RunFigures runFigures, string when)
    {
        var losses = LossSummary.Of(result);
        if (losses.Count == 0)
        {
            return;
        }

        page.Begin("losses", $"What costs voltage{when}");
        if (runFigures.CapacityIsMonotone)
        {
            page.Body.Append("<div class=\"choice\" role=\"group\"><button data-show=\"losses-capacity\" aria-pressed=\"true\">against capacity</button><button data-show=\"losses-time\" aria-pressed=\"false\">against time</button></div>");
            page.Figure("losses-capacity", runFigures.Losses(againstCapacity: true));
            page.Figure("losses-time", runFigures.Losses(againstCapacity: false), hidden: true);
        }
        else
        {
            page.Figure("losses-time", runFigures.Losses(againstCapacity: false));
        }

        page.Body.Append("<div class=\"scroll\"><table><thead><tr><th>loss</th><th class=\"n\">mean</th><th class=\"n\">at the end</th><th class=\"n\">share</th><th class=\"bar\"></th></tr></thead><tbody>");
        var most = losses.Max(l => Math.Abs(l.Share));
        foreach (var (loss, k) in losses.Select((l, k) => (l, k)).OrderByDescending(l => l.l.Energy))
        {
            page.Body.Append(CultureInfo.InvariantCulture, $"<tr><td><i class=\"swatch\" style=\"background:{runFigures.LossColor(k)}\"></i>{HtmlText.Escape(loss.Name)}</td><td class=\"n\">{Millivolts(loss.Mean)}</td><td class=\"n\">{Millivolts(loss.End)}</td><td class=\"n\">{Numbers.Fixed(loss.Share * 100)} %</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"bar\"><i style=\"width:{(most > 0 ? Math.Max(0, loss.Share / most * 100) : 0):0.#}%;background:{runFigures.LossColor(k)}\"></i></td></tr>");
        }

        page.Body.Append("</tbody></table></div><p class=\"note\">Open-circuit voltage minus all losses is the terminal voltage. The mean is over the charge that passed; the share is of the energy lost.");
        if (runFigures.HasManyCycles)
        {
            page.Body.Append(CultureInfo.InvariantCulture, $" The figure shows cycle {runFigures.LastCycle}, the last whole one; the table is of the whole run.");
        }

        page.Body.Append("</p></section>\n");
    }

    private static void AppendProfiles(HtmlPage page, ProfileFigures profiles)
    {
        page.Begin("profiles", "Profiles");
        page.Body.Append("<div class=\"slider\"><button id=\"play\" aria-label=\"play\">\u25b6</button><input id=\"time\" type=\"range\" min=\"0\" value=\"0\" step=\"1\" aria-label=\"time of the profiles\"><output id=\"time-label\" for=\"time\"></output></div>\n<div class=\"grid\">");
        for (var g = 0; g < profiles.Count; g++)
        {
            page.Body.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{HtmlText.Escape(profiles.Title(g))}</figcaption><div class=\"plot\" data-profile=\"{g}\"></div></figure>");
        }

        page.Body.Append("</div></section>\n");
    }

    private static void AppendSteps(HtmlPage page, SimulationResult result)
    {
        page.Begin("steps", "Steps");
        var steps = result.Steps;
        page.Table(
            ["#", "step", "#duration", "#voltage (V)", "#current (mA/cm\u00b2)", "#capacity (mAh/cm\u00b2)", "ended by"],
            Ends(steps).Select(s => (string[])
            [
                Integer(s.Number), s.Text, Numbers.Duration(s.Time.End - s.Time.Start), $"{Numbers.Text(s.Voltage.Start)} \u2192 {Numbers.Text(s.Voltage.End)}",
                $"{Numbers.Text(s.Current.Start / result.Cell.Area / 10, 3)} \u2192 {Numbers.Text(s.Current.End / result.Cell.Area / 10, 3)}",
                Numbers.Text(s.Capacity / result.Cell.Area / Numbers.PerArealCapacity), s.EndedBy,
            ]));
        AppendLeftOut(page, steps.Count);
        page.Body.Append("</section>\n");
    }

    /// <summary>All steps of a short run; of a long one the first and the last.</summary>
    public static IReadOnlyList<T> Ends<T>(IReadOnlyList<T> steps) =>
        steps.Count <= MostTableRows ? steps : [.. steps.Take(MostTableRows / 2), .. steps.Skip(steps.Count - (MostTableRows / 2))];

    /// <summary>Says where the other steps are, if <see cref="Ends"/> leaves some out.</summary>
    public static void AppendLeftOut(HtmlPage page, int steps)
    {
        if (steps > MostTableRows)
        {
            page.Note(string.Create(CultureInfo.InvariantCulture, $"The first and last {MostTableRows / 2} of {steps} steps; all are in summary.json."));
        }
    }

    private static void AppendBalances(HtmlPage page, SimulationResult result)
    {
        page.Begin("balances", "Balances");
        page.Table(
            ["conserved", "#at the start", "#at the end", "unit", "#relative error"],
            result.Balances.SelectMany(b => (string[][])
            [
                [b.Name, Numbers.Text(b.Start, 7), Numbers.Text(b.End, 7), HtmlText.Unit(b.Unit), Numbers.Text(b.RelativeError, 2)],
                .. LithiumPools.Of(result, b).Select(p => (string[])[$"\u2007\u2007{p.Name}", Numbers.Text(Numbers.WithoutResidue(p.Start, b.Start), 7), Numbers.Text(Numbers.WithoutResidue(p.End, b.End), 7), HtmlText.Unit(b.Unit), ""]),
            ]));
        page.Body.Append("<p class=\"note\">The relative error is what appeared or vanished over what moved or is there; it is zero up to round-off.</p></section>\n");
    }

    /// <summary>Values that nobody reported.</summary>
    public static void AppendAssumptions(HtmlPage page, IReadOnlyCollection<SourcedValue> values)
    {
        var assumed = values.Where(v => v.Role == ValueRole.Assumed).ToList();
        page.Begin("assumptions", "Assumptions");
        if (assumed.Count == 0)
        {
            page.Paragraph(values.Count == 0 ? "The description of the cell does not say where its values are from." : "None: every value has a source.");
        }
        else
        {
            page.Paragraph("Nobody reported these values. The result hangs on them as far as they can vary.");
            page.Table(["what", "#value", "range", "reason"], assumed.Select(v => (string[])[v.Path, HtmlText.Spelled(v.Text), HtmlText.Spelled(v.Range), v.Source]));
        }

        page.End();
    }

    /// <summary>Values that nobody reported, and all values with their sources.</summary>
    public static void AppendInputs(HtmlPage page, CellDescription cell)
    {
        AppendAssumptions(page, cell.Values);
        if (cell.Values.Count > 0)
        {
            page.Begin("inputs", "Inputs");
            page.Body.Append(CultureInfo.InvariantCulture, $"<details><summary>All {cell.Values.Count} values with their sources</summary>");
            page.Table(["what", "#value", "role", "source"], cell.Values.Select(v => (string[])[v.Path, HtmlText.Spelled(v.Text), v.Role.ToString().ToLowerInvariant(), v.Source]));
            page.Body.Append("</details></section>\n");
        }
    }

    /// <summary>Whether the diagnosis already tells how the run ended.</summary>
    private static bool Says(string diagnosis, string reason) => diagnosis.Contains(reason, StringComparison.Ordinal);

    private static string TemperatureNote(SimulationResult result)
    {
        if (result.Series.Count == 0 || result.Cell.Heat is null)
        {
            return "isothermal";
        }

        return $"{Numbers.Text(result.Series.Temperature.Min() - 273.15, 3)} to {Numbers.Text(result.Series.Temperature.Max() - 273.15, 3)} degC";
    }

    private static string Scaled(double value, string unit) => Math.Abs(value) switch
    {
        0 => $"0 {unit}",
        < 1e-3 => $"{Numbers.Text(value * 1e6, 4)} \u00b5{unit}",
        < 1 => $"{Numbers.Text(value * 1e3, 4)} m{unit}",
        _ => $"{Numbers.Text(value, 4)} {unit}",
    };

    private static string Millivolts(double volts) => double.IsNaN(volts) ? "-" : $"{Numbers.Fixed(volts * 1000)} mV";

    private static string Integer(long value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(",", "\u202f", StringComparison.Ordinal);

    private static string Count(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static string Shortened(string text) => text.Length <= 4000 ? text : text[..4000] + "\u2026";
}
