using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.Comparison;

/// <summary>Prints a comparison to a terminal: the ranking in the common cell, and who wins where.</summary>
public static class ComparisonTables
{
    /// <summary>Prints a comparison.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="subject">What was compared.</param>
    /// <param name="result">The comparison.</param>
    public static void Write(IAnsiConsole console, ComparisonSubject subject, ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        var common = result.Common;
        console.MarkupLine($"[bold]{Markup.Escape(common.Title)}[/] [grey]({Markup.Escape(common.Id)})[/]");
        console.MarkupLine($"[bold]{Markup.Escape(ComparisonWords.Summary(result))}[/]");
        console.WriteLine();
        string share = (ComparisonStudy.KeptShare * 100).ToString("0", CultureInfo.InvariantCulture);
        var rates = result.Conditions.Rates;
        var ranking = PlainTable.New(
        [
            subject is ComparisonSubject.Electrolytes ? "electrolyte" : "cathode", .. ComparisonFacts.Headings(subject), $"#{share} % rate",
            .. rates.Select(r => $"#{ComparisonWords.Rate(r)}"), "main loss", "#lost / %",
        ]);
        foreach (var limit in result.Limits)
        {
            ranking.AddRow(
            [
                .. ((string[])
                [
                    limit.Candidate.Id, .. ComparisonFacts.Of(subject, result, limit.Candidate), ComparisonWords.Limit(limit),
                    .. rates.Select(r => ComparisonWords.Energy(result.Ranked(limit.Candidate.Id, r))),
                    ComparisonWords.Why(limit.At), ComparisonWords.Lost(limit.At),
                ]).Select(Markup.Escape),
            ]);
        }

        console.Write(ranking);
        console.WriteLine($"Separator {Numbers.Length(result.RankedThickness)}, {ComparisonWords.Celsius(result.RankedTemperature)}. "
            + $"{share} % rate: the largest at which {share} % of the capacity at {ComparisonWords.Rate(rates[0])} is left; main loss and energy lost are at that rate.");
        console.WriteLine($"{string.Join(", ", rates.Select(ComparisonWords.Rate))}: energy in mWh/cm2. {ComparisonFacts.Explained(subject)}.");
        console.WriteLine();
        var winners = PlainTable.New(["#temperature", "#separator", "#rate", "delivers most energy", "by how much, and why"]);
        foreach (var winner in result.Winners())
        {
            winners.AddRow(
            [
                .. ((string[])
                [
                    ComparisonWords.Celsius(winner.Temperature), Numbers.Length(winner.Thickness), ComparisonWords.Rate(winner.Rate),
                    ComparisonWords.Best(winner), ComparisonWords.Decides(winner),
                ]).Select(Markup.Escape),
            ]);
        }

        console.Write(winners);
        foreach (var group in result.Candidates.Where(c => c.Caution.Length > 0).GroupBy(c => c.Caution, StringComparer.Ordinal))
        {
            console.WriteLine($"Note: {group.Key}: {string.Join(", ", group.Select(c => c.Id))}.");
        }
    }

}
