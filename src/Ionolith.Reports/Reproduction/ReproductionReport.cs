using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.Html;

namespace Ionolith.Reports.Reproduction;

/// <summary>Writes report.html of a reproduction: the claims, the curves behind them, rate tests, what each figure hangs on, the doubts.</summary>
public static class ReproductionReport
{
    private const int Digits = 4;
    private const int NamedValues = 3;

    /// <summary>Writes the report.</summary>
    /// <param name="results">The results.</param>
    /// <param name="studies">The runs of their systems.</param>
    /// <returns>The page.</returns>
    public static string Write(IReadOnlyList<ClaimResult> results, IReadOnlyList<SystemStudy> studies)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(studies);
        var systems = results.Select(r => r.Row.System).Distinct().ToList();
        bool single = systems.Count == 1;
        var page = new HtmlPage(single ? systems[0].Id : "The review, computed again");
        AppendHead(page, results, systems);
        AppendClaims(page, results, single);
        foreach (var system in systems)
        {
            AppendSystem(page, system, [.. results.Where(r => ReferenceEquals(r.Row.System, system))], studies.FirstOrDefault(s => ReferenceEquals(s.System, system)), single);
        }

        return page.Write();
    }

    private static void AppendHead(HtmlPage page, IReadOnlyList<ClaimResult> results, List<ReviewSystem> systems)
    {
        string Count(Func<ClaimResult, bool> which) => results.Count(which).ToString(CultureInfo.InvariantCulture);
        var deviations = results.Where(r => r.Row.Claim.Role == ClaimRole.Predicted && double.IsFinite(r.Deviation)).Select(r => Math.Abs(r.Deviation)).ToList();
        page.Head(
            systems is [var one] ? one.Id : "reproduce",
            systems is [var only] ? Capital(only.What) : "The review, computed again",
            ReproductionWords.Summary(results),
            ("computed", Count(r => r.State.Status == ClaimStatus.Computed), $"of {results.Count} claims"),
            ("predicted", Count(r => r.State.Status == ClaimStatus.Computed && r.Row.Claim.Role == ClaimRole.Predicted), deviations.Count > 0 ? $"largest deviation {Numbers.Text(100 * deviations.Max(), 2)} %" : "computed without having been used"),
            ("statements that hold", Count(r => r.Holds is true), $"of {Count(r => r.Holds is not null)} compared"),
            ("waiting", Count(r => r.State.Status == ClaimStatus.Waiting), $"failed: {Count(r => r.State.Status == ClaimStatus.Failed)}"));
    }

    private static void AppendClaims(HtmlPage page, IReadOnlyList<ClaimResult> results, bool single)
    {
        page.Begin("claims", "Reported and computed");
        page.Table(
            ["claim", "what is reported", "#reported", "#computed", "#deviation", "role", "verdict", "what it hangs on"],
            results.Select(r => (IReadOnlyList<string>)
            [
                single ? r.Row.Claim.Id : r.Row.Id, r.Row.Claim.Quantity, HtmlText.Spelled(r.Row.Claim.Figure is null ? "statement" : r.Row.Value),
                HtmlText.Spelled(ReproductionWords.Outcome(r, Digits)), ReproductionWords.Percent(r.Deviation), ReproductionWords.Word(r.Row.Claim.Role), ReproductionWords.Verdict(r),
                ReproductionWords.HangsOn(r, NamedValues, shortly: true),
            ]));
        page.Note("Roles: an input is taken by the model; values were fitted to a calibrated figure; a predicted one was computed without having been used; a statement is shown by a comparison with and without the mechanism. "
            + "The deviation is relative: zero inside a range and above a lower bound, otherwise to the nearest end. "
            + "Confirmed: predicted within 10 %, or a statement that holds. Fitted: calibrated, and met within 1 %. Taken: an input says nothing of itself. Doubtful: something speaks against the reported figure.");
        page.End();
    }

    private static void AppendSystem(HtmlPage page, ReviewSystem system, IReadOnlyList<ClaimResult> results, SystemStudy? study, bool single)
    {
        string before = single ? "" : $"{system.Id}: ";
        string id = system.Id;
        AppendCounterfactuals(page, study, before, id);
        AppendRuns(page, study, before, id);
        AppendTornadoes(page, results, before, id);
        var doubts = results.Where(r => r.Row.Claim.Doubt.Length > 0).ToList();
        var waiting = results.Where(r => r.State.Status != ClaimStatus.Computed).ToList();
        page.Begin($"{id}-source", $"{before}Source, doubts and what is missing");
        page.Paragraph(system.Citation.Length > 0 ? $"Reference {system.Reference?.ToString(CultureInfo.InvariantCulture)}: {system.Citation}" : "The review names no reference.");
        page.Note($"Materials: {Listed(system.Materials)}. Cells: {Listed(system.Cells)}. 'ionolith show {id}' shows every number with its source.");
        if (doubts.Count > 0)
        {
            page.Table(["claim", "doubt"], doubts.Select(d => (IReadOnlyList<string>)[d.Row.Claim.Id, d.Row.Claim.Doubt]));
        }

        if (waiting.Count > 0)
        {
            page.Table(["claim", "state", "why"], waiting.Select(w => (IReadOnlyList<string>)[w.Row.Claim.Id, ReproductionWords.Word(w.State.Status), w.State.Reason]));
        }

        page.End();
    }

    private static void AppendCounterfactuals(HtmlPage page, SystemStudy? study, string before, string id)
    {
        if (study is null || study.Counterfactuals.Count == 0)
        {
            return;
        }

        page.Begin($"{id}-with-and-without", $"{before}With and without");
        foreach (var compared in study.Counterfactuals)
        {
            page.Figure($"{id}-compared-{compared.Claim}", ReproductionFigures.SideBySide(compared), $"{compared.Claim}: {compared.Statement}");
            page.Table(["side", "what is measured", "#figure"],
            [
                ["with", compared.With.Text, HtmlText.Spelled(QuantityFormat.ToText(compared.With.Value, compared.Kind, Digits))],
                ["without", compared.Without.Text, HtmlText.Spelled(QuantityFormat.ToText(compared.Without.Value, compared.Kind, Digits))],
            ]);
        }

        page.Note("The same measurement on the same cell, with what the statement speaks of and without it.");
        page.End();
    }

    private static void AppendRuns(HtmlPage page, SystemStudy? study, string before, string id)
    {
        if (study is null || study.Runs.Count + study.RateTests.Count == 0)
        {
            return;
        }

        if (study.Runs.Count > 0)
        {
            page.Begin($"{id}-curves", $"{before}Curves behind the figures");
            foreach (var (cell, number) in study.Runs.GroupBy(r => r.Result.Cell.Id, StringComparer.Ordinal).Select((g, i) => (g.ToList(), i)))
            {
                page.Figure($"{id}-curve-{number}", ReproductionFigures.Curves(cell), cell[0].Result.Cell.Title);
            }

            page.Note("One colour for each run, named by the claims that ask for it; the charge is counted anew where the current turns. Numbers in curves.csv.");
            page.End();
        }

        foreach (var (test, number) in study.RateTests.Select((t, i) => (t, i)))
        {
            page.Begin($"{id}-rates-{number}", $"{before}Rate test of {test.Cell.Id}");
            page.Body.Append("<div class=\"pair\">");
            page.Figure($"{id}-rate-curves-{number}", ReproductionFigures.RateCurves(test), "discharges");
            page.Figure($"{id}-rate-capacity-{number}", ReproductionFigures.RateCapacity(test), "capacity against rate");
            page.Body.Append("</div>");
            var failed = test.Points.Where(p => !(p.Capacity > 0)).Select(p => ReproductionFigures.Rate(p.Rate)).ToList();
            page.Note($"Each discharge starts from the full cell at rest and ends at {Numbers.Text(test.Cell.LowerCutoffVoltage, 3)} V."
                + (failed.Count > 0 ? $" Nothing is delivered at {string.Join(", ", failed)}." : ""));
            page.End();
        }
    }

    private static void AppendTornadoes(HtmlPage page, IReadOnlyList<ClaimResult> results, string before, string id)
    {
        var varied = results.Where(r => r.Sensitivities.Count > 0).ToList();
        if (varied.Count == 0)
        {
            return;
        }

        page.Begin($"{id}-tornado", $"{before}What the figures hang on");
        foreach (var result in varied)
        {
            string claim = result.Row.Claim.Id;
            if (ReproductionFigures.Tornado(result) is { } figure)
            {
                page.Figure($"{id}-tornado-{claim}", figure, $"{claim}: {ReproductionWords.Outcome(result, Digits)} computed, {result.Row.Value} reported");
            }
            else
            {
                page.Paragraph($"{claim}: no assumed value changes it by a thousandth.");
            }

            page.Body.Append(CultureInfo.InvariantCulture, $"<details><summary>All {result.Sensitivities.Count} assumed values behind {HtmlText.Escape(claim)}</summary>");
            page.Table(
                ["value", "#as assumed", "range", "#at the lower end", "#at the upper end", "remark"],
                result.Sensitivities.Select(s => (IReadOnlyList<string>)
                [
                    ReproductionWords.PathOf(result, s, shortly: false), HtmlText.Spelled(s.Text), HtmlText.Spelled(s.Range), HtmlText.Spelled(ReproductionWords.Figure(s.AtLower, result.Row.Claim.Figure, Digits)),
                    HtmlText.Spelled(ReproductionWords.Figure(s.AtUpper, result.Row.Claim.Figure, Digits)), s.Problem,
                ]));
            page.Body.Append("</details>");
        }

        page.Note("Each assumed value is set to both ends of its range while all others stay. A mass fraction grows at the expense of the others in proportion; 1C stays the same current per active mass.");
        page.End();
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count > 0 ? string.Join(", ", names) : "none yet";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
