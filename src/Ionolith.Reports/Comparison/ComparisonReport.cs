using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;
using Ionolith.Reports.Html;

namespace Ionolith.Reports.Comparison;

/// <summary>Writes report.html of a comparison: ranking, energy against rate, who wins where and why, the common cell.</summary>
public static class ComparisonReport
{
    private const int NamedCurves = 6;

    /// <summary>Writes the report.</summary>
    /// <param name="subject">What was compared.</param>
    /// <param name="result">The comparison.</param>
    /// <param name="problems">What could not be compared, with the reason.</param>
    /// <returns>The page.</returns>
    public static string Write(ComparisonSubject subject, ComparisonResult result, IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(problems);
        string what = subject is ComparisonSubject.Electrolytes ? "Electrolytes" : "Cathodes";
        var common = result.Common;
        var page = new HtmlPage($"{what} in {common.Id}");
        page.Head(
            common.Id,
            $"{what} in the same cell",
            ComparisonWords.Summary(result),
            ("compared", result.Candidates.Count.ToString(CultureInfo.InvariantCulture), what.ToLowerInvariant()),
            ("discharges", result.Points.Count.ToString(CultureInfo.InvariantCulture), "one for each and every condition"),
            ("separator", Numbers.Length(result.RankedThickness), "in the ranking"),
            ("temperature", ComparisonWords.Celsius(result.RankedTemperature), "in the ranking"));
        AppendRanking(page, subject, result);
        AppendCurves(page, result);
        AppendWinners(page, result);
        AppendAll(page, result);
        AppendBasis(page, subject, result, problems);
        return page.Write();
    }

    private static void AppendRanking(HtmlPage page, ComparisonSubject subject, ComparisonResult result)
    {
        string share = (ComparisonStudy.KeptShare * 100).ToString("0", CultureInfo.InvariantCulture);
        string lowest = ComparisonWords.Rate(result.Conditions.Rates[0]);
        page.Begin("ranking", "Who can be discharged how fast");
        var figure = new PlotlyFigure { XTitle = $"C-rate at which {share} % of the capacity is left", XLogarithmic = true, Height = 90 + (24 * result.Limits.Count), UnifiedHover = false };
        double least = result.Limits.Where(l => l.Rate > 0).Select(l => l.Rate).DefaultIfEmpty(1).Min() / 2;
        figure.AddPanel("").AddBars(
            "rate", result.Limits.Select(l => l.Candidate.Id), result.Limits.Select(_ => least), result.Limits.Select(l => Math.Max(l.Rate, least)), Palette.Blue);
        page.Figure("ranking-bars", figure);
        page.Table(
            ["", .. ComparisonFacts.Headings(subject).Select(h => h.Replace("cm2", "cm\u00b2", StringComparison.Ordinal)), $"#{share} % rate", "main loss", "#lost (%)"],
            result.Limits.Select(l => (IReadOnlyList<string>)[l.Candidate.Name, .. ComparisonFacts.Of(subject, result, l.Candidate), ComparisonWords.Limit(l), ComparisonWords.Why(l.At), ComparisonWords.Lost(l.At)]));
        page.Note($"{ComparisonFacts.Explained(subject)}. {share} % rate: the largest at which {share} % of the capacity at {lowest} is left, in the common cell at {Numbers.Length(result.RankedThickness)} and {ComparisonWords.Celsius(result.RankedTemperature)}; main loss and share of the energy lost are at that rate.");
        page.End();
    }

    private static void AppendCurves(HtmlPage page, ComparisonResult result)
    {
        page.Begin("energy", "Energy against rate");
        var figure = new PlotlyFigure { XTitle = "C-rate", XLogarithmic = true, Height = 460, UnifiedHover = false };
        figure.AddPanel("energy (mWh/cm\u00b2)", fromZero: true);
        int index = 0;

        // The first ones, the last one and some between have colours; the others stay grey, so that the picture can be read.
        int every = Math.Max(1, (int)Math.Ceiling(result.Limits.Count / (double)NamedCurves));
        foreach (var (limit, place) in result.Limits.Select((l, i) => (l, i)))
        {
            bool named = place % every == 0 || place == result.Limits.Count - 1;
            var points = result.Conditions.Rates.Select(r => result.Ranked(limit.Candidate.Id, r)).ToList();
            if (points.TrueForAll(p => p is null))
            {
                continue;
            }

            figure.AddLine(
                named ? limit.Candidate.Id : "others", result.Conditions.Rates, points.Select(p => (p?.Energy ?? double.NaN) / Numbers.PerArealCapacity),
                named ? Palette.Curve(index++) : Palette.Grid, width: named ? 2 : 1, markers: named);
        }

        page.Figure("energy-rate", figure);
        page.Note("At the separator thickness and temperature of the ranking.");
        page.End();
    }

    private static void AppendWinners(HtmlPage page, ComparisonResult result)
    {
        page.Begin("winners", "Who wins where, and why");
        page.Table(
            ["#temperature", "#separator", "#rate", "delivers most energy", "by how much, and why"],
            result.Winners().Select(w => (IReadOnlyList<string>)
            [
                HtmlText.Spelled(ComparisonWords.Celsius(w.Temperature)), HtmlText.Spelled(Numbers.Length(w.Thickness)), ComparisonWords.Rate(w.Rate),
                ComparisonWords.Best(w), ComparisonWords.Decides(w),
            ]));
        page.Note("Energies within 1 % count as equal: the assumed values of the common cell decide more than that.");
        page.End();
    }

    private static void AppendAll(HtmlPage page, ComparisonResult result)
    {
        page.Begin("all", "All discharges");
        page.Body.Append("<details><summary>Energy (mWh/cm\u00b2) under every condition</summary>");
        var rates = result.Conditions.Rates;
        page.Table(
            ["", "#temperature", "#separator", .. rates.Select(r => $"#{ComparisonWords.Rate(r)}")],
            from candidate in result.Limits.Select(l => l.Candidate)
            from temperature in result.Conditions.Temperatures
            from thickness in result.Conditions.Thicknesses
            select (IReadOnlyList<string>)
            [
                candidate.Id, HtmlText.Spelled(ComparisonWords.Celsius(temperature)), HtmlText.Spelled(Numbers.Length(thickness)),
                .. rates.Select(r => ComparisonWords.Energy(result.Find(candidate.Id, r, thickness, temperature))),
            ]);
        page.Body.Append("</details>");
        page.End();
    }

    private static void AppendBasis(HtmlPage page, ComparisonSubject subject, ComparisonResult result, IReadOnlyList<string> problems)
    {
        page.Begin("basis", "What is the same, and what is not");
        page.Paragraph(subject is ComparisonSubject.Electrolytes
            ? "Each electrolyte stands between the electrodes and, as catholyte, in the composite electrode. Geometry, volume fractions, tortuosities, hosts and the exchange currents at the start are the same for all: what differs is how the electrolyte conducts. Interphases and stability are not part of this comparison."
            : "Each host has the same areal capacity, volume fraction, electrolyte, separator and anode; it brings its own particles and kinetics. It is discharged from its empty end to 0.4 V below the potential of the full host.");
        var cautions = result.Candidates.Where(c => c.Caution.Length > 0).Select(c => (IReadOnlyList<string>)[c.Name, c.Caution]).ToList();
        if (cautions.Count > 0)
        {
            page.Table(["", "to be kept in mind"], cautions);
        }

        foreach (string problem in problems)
        {
            page.Note($"Not compared: {problem}");
        }

        var assumed = result.Common.Values.Where(v => v.Role == ValueRole.Assumed).ToList();
        if (assumed.Count > 0)
        {
            page.Body.Append(CultureInfo.InvariantCulture, $"<details><summary>{assumed.Count} assumed values of the common cell</summary>");
            page.Table(["what", "#value", "range", "reason"], assumed.Select(v => (IReadOnlyList<string>)[v.Path, HtmlText.Spelled(v.Text), HtmlText.Spelled(v.Range), v.Source]));
            page.Body.Append("</details>");
        }

        page.End();
    }
}
