using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.Reproduction;

/// <summary>Prints a reproduction to a terminal: reported, computed, deviation, role, what it hangs on.</summary>
public static class ReproductionTables
{
    private const int Digits = 4;
    private const int NamedValues = 3;

    /// <summary>Prints the results.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="results">The results.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<ClaimResult> results)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(results);
        var table = PlainTable.New("claim", "reported", "computed", "#deviation", "role: verdict", "what it hangs on");
        foreach (var column in table.Columns.Take(4))
        {
            column.NoWrap();
        }

        foreach (var system in results.GroupBy(r => r.Row.System.Id, StringComparer.Ordinal))
        {
            table.AddRow($"[bold]{Markup.Escape(system.Key)}[/]", "", "", "", "", "");
            foreach (var result in system)
            {
                table.AddRow(
                    "  " + Markup.Escape(result.Row.Claim.Id),
                    Markup.Escape(result.Row.Claim.Figure is null ? "statement" : result.Row.Value),
                    Colored(result, Markup.Escape(ReproductionWords.Outcome(result, Digits))),
                    ReproductionWords.Percent(result.Deviation),
                    $"{ReproductionWords.Word(result.Row.Claim.Role)}: {ReproductionWords.Verdict(result)}",
                    Markup.Escape(HangsOn(result)));
            }
        }

        console.Write(table);
        console.WriteLine(ReproductionWords.Summary(results));
        WriteFailures(console, results);
    }

    /// <summary>Prints what was fitted again.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="fits">The fits.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<FittedClaim> fits)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(fits);
        var table = PlainTable.New("fitted to", "value", "in the file", "fitted", "gives", "reported");
        table.Columns[0].NoWrap();
        foreach (var fit in fits.Where(f => f.Problem.Length == 0))
        {
            var figure = fit.Row.Claim.Figure;
            bool first = true;
            foreach (var value in fit.Values)
            {
                table.AddRow(
                    first ? Markup.Escape(fit.Row.Id) : "", Markup.Escape(value.Value.ToString()), Markup.Escape(value.Written), Markup.Escape(value.Fitted),
                    first ? $"{ReproductionWords.Figure(fit.FigureAsWritten, figure, Digits)}, fitted {ReproductionWords.Figure(fit.FigureFitted, figure, Digits)}" : "",
                    first ? Markup.Escape(fit.Row.Value) : "");
                first = false;
            }
        }

        console.Write(table);
        foreach (var fit in fits.Where(f => f.Problem.Length > 0))
        {
            console.WriteLine($"{fit.Row.Id} is not fitted: {fit.Problem}");
        }
    }

    /// <summary>The values with the largest effects, a line each; the report has what they do at either end.</summary>
    private static string HangsOn(ClaimResult result)
    {
        var largest = ReproductionWords.Largest(result, NamedValues);
        return largest.Count > 0
            ? string.Join('\n', largest.Select(s => string.Create(CultureInfo.InvariantCulture, $"{ReproductionWords.PathOf(result, s, shortly: true)} {100 * s.Effect:0.0} %")))
            : ReproductionWords.HangsOn(result, NamedValues, shortly: true);
    }

    private static void WriteFailures(IAnsiConsole console, IReadOnlyList<ClaimResult> results)
    {
        foreach (var result in results.Where(r => r.State.Status == ClaimStatus.Failed))
        {
            console.MarkupLine($"[red]failed[/] {Markup.Escape(result.Row.Id)}: {Markup.Escape(result.State.Reason)}");
        }
    }

    private static string Colored(ClaimResult result, string text) => result.State.Status switch
    {
        ClaimStatus.Failed => $"[red]{text}[/]",
        ClaimStatus.Waiting => $"[grey]{text}[/]",
        _ when result.Holds is false => $"[yellow]{text}[/]",
        _ => text,
    };
}
