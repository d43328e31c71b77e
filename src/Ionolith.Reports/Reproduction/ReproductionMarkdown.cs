using System.Text;
using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;

namespace Ionolith.Reports.Reproduction;

/// <summary>Writes a reproduction as a page of Markdown.</summary>
/// <remarks>Figures have three digits and effects one decimal in per cent.</remarks>
public static class ReproductionMarkdown
{
    private const int Digits = 3;
    private const int NamedValues = 3;
    private const int ListedValues = 6;

    /// <summary>Writes the page.</summary>
    /// <param name="results">The results, with sensitivities.</param>
    /// <returns>The page.</returns>
    public static string Write(IReadOnlyList<ClaimResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var page = new StringBuilder();
        page.Append(Head([.. results.Select(r => r.Row)]))
            .Append(ReproductionWords.Summary(results)).Append("\n\n")
            .Append("Roles: *input*: the model takes the figure; *calibrated*: values were fitted to it, named below; *predicted*: computed without having been used; ")
            .Append("*analysed*: an analysis of structure yields it; *shown*: a statement, shown by a comparison. What a figure hangs on: assumed values at both ends of their ranges, and how far the figure moves. ")
            .Append("How it is done: [systems](guide/systems.md).\n\n")
            .Append("Verdicts: *confirmed*: predicted within 10 %, or a statement that holds; *not confirmed*: not so; *fitted*: calibrated, and met within 1 %; ")
            .Append("*taken*: an input says nothing of itself; *open*: it waits; *doubtful* besides: something speaks against the reported figure, told below.\n\n")
            .Append("| claim | reported | computed | deviation | role | verdict | what it hangs on |\n|---|---|---|---|---|---|---|\n");
        foreach (var result in results)
        {
            var claim = result.Row.Claim;
            Row(page, result.Row.Id, claim.Figure is null ? "statement" : result.Row.Value, ReproductionWords.Outcome(result, Digits), ReproductionWords.Percent(result.Deviation), ReproductionWords.Word(claim.Role), ReproductionWords.Verdict(result), ReproductionWords.HangsOn(result, NamedValues, shortly: false));
        }

        var laboratory = new Laboratory();
        foreach (var system in results.GroupBy(r => r.Row.System.Id, StringComparer.Ordinal))
        {
            AppendSystem(page, [.. system], laboratory);
        }

        return page.ToString();
    }

    /// <summary>The first lines of a page, which say of what it is made.</summary>
    /// <param name="rows">The claims on it.</param>
    /// <returns>The lines; those of the whole review, or of the systems and claims that were asked for.</returns>
    public static string Head(IReadOnlyList<ClaimRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = ReviewLibrary.List();
        bool whole = rows.Count == all.Count && rows.Zip(all).All(p => string.Equals(p.First.Id, p.Second.Id, StringComparison.Ordinal));
        string ids = string.Join(' ', rows.GroupBy(r => r.System.Id, StringComparer.Ordinal).SelectMany(g => g.Count() == g.First().System.Claims.Count ? [g.Key] : g.Select(r => r.Id)));
        string made = whole ? "reproduce --write docs/reproduction.md" : $"reproduce {ids} --write FILE";
        return $"# {(whole ? "The review" : "A part of the review")}, computed again\n\nMade by `./ionolith {made}`; not written by hand. The review: {ReviewLibrary.Citation}.\n\n";
    }

    private static void AppendSystem(StringBuilder page, IReadOnlyList<ClaimResult> results, Laboratory laboratory)
    {
        var system = results[0].Row.System;
        page.Append("\n## ").Append(system.Id).Append("\n\n").Append(Sentence(system.What)).Append('\n');
        if (system.Reference is { } reference)
        {
            page.Append(CultureInfo.InvariantCulture, $"Reference {reference}: {system.Citation}\n");
        }

        page.Append('\n');
        Item(page, "Materials", string.Join(", ", system.Materials));
        Item(page, "Cells", string.Join(", ", system.Cells));
        foreach (var result in results.Where(r => r.Row.Claim.Compute is not null))
        {
            Item(page, $"`{result.Row.Claim.Id}` is", result.Row.Claim.Compute!.Text + (result.State.Reason.Length > 0 ? $" ({result.State.Reason})" : ""));
        }

        foreach (var result in results)
        {
            foreach (var value in result.Row.Claim.Calibrates)
            {
                Item(page, $"Fitted to `{result.Row.Claim.Id}`", $"{value} = {Written(value, laboratory)}");
            }
        }

        foreach (var result in results.Where(r => r.Band is not null))
        {
            Item(page, $"Predicted `{result.Row.Claim.Id}`", ReproductionWords.Band(result, result.Band!));
        }

        foreach (var result in results.Where(r => r.Row.Claim.Doubt.Length > 0))
        {
            Item(page, $"Doubt about `{result.Row.Claim.Id}`", result.Row.Claim.Doubt);
        }

        foreach (var waiting in results.Where(r => r.State.Status == ClaimStatus.Waiting).GroupBy(r => r.State.Reason, StringComparer.Ordinal))
        {
            Item(page, $"Waiting: {string.Join(", ", waiting.Select(w => $"`{w.Row.Claim.Id}`"))}", waiting.Key);
        }

        foreach (var result in results.Where(r => r.Sensitivities.Any(s => s.Effect > 0)))
        {
            AppendSensitivities(page, result);
        }
    }

    private static void AppendSensitivities(StringBuilder page, ClaimResult result)
    {
        page.Append(CultureInfo.InvariantCulture, $"\nWhat `{result.Row.Claim.Id}` ({ReproductionWords.Outcome(result, Digits)}) hangs on:\n\n| assumed value | as assumed | range | at its ends |\n|---|---|---|---|\n");
        foreach (var sensitivity in result.Sensitivities.Where(s => s.Effect >= 0.001).Take(ListedValues))
        {
            Row(page, ReproductionWords.PathOf(result, sensitivity, shortly: false), sensitivity.Text, sensitivity.Range, ReproductionWords.Span(result, sensitivity));
        }

        int rest = result.Sensitivities.Count(s => s.Problem.Length == 0) - Math.Min(ListedValues, result.Sensitivities.Count(s => s.Effect >= 0.001));
        var notVaried = result.Sensitivities.Where(s => s.Problem.Length > 0).Select(s => ReproductionWords.PathOf(result, s, shortly: false)).Order(StringComparer.Ordinal).ToList();
        page.Append(CultureInfo.InvariantCulture, $"\n{Math.Max(0, rest)} more assumed values were varied and matter less.");
        page.Append(notVaried.Count > 0 ? $" Not, or not to both ends: {string.Join(", ", notVaried)}.\n" : "\n");
    }

    private static string Written(CalibratedValue value, Laboratory laboratory)
    {
        try
        {
            return laboratory.Values(new MeasuredSubject(value.IsCell, value.Name, []))
                .FirstOrDefault(v => string.Equals(v.Path, value.Path, StringComparison.Ordinal)) is { Role: ValueRole.Calibrated } found
                ? found.Text
                : "(no calibrated value of this path)";
        }
        catch (MeasurementException e)
        {
            return e.Message;
        }
    }

    private static void Item(StringBuilder page, string name, string text)
    {
        if (text.Length > 0)
        {
            page.Append("- ").Append(name).Append(": ").Append(text).Append('\n');
        }
    }

    private static void Row(StringBuilder page, params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
        {
            page.Append("| ").Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(' ');
        }

        page.Append("|\n");
    }

    private static string Sentence(string text) => text.Length == 0 ? "" : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
