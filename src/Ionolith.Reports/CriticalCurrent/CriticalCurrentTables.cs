using Ionolith.Cells.CriticalCurrent;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.CriticalCurrent;

/// <summary>Prints tests of critical current to a terminal.</summary>
public static class CriticalCurrentTables
{
    /// <summary>Prints a study.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="study">The study.</param>
    /// <param name="results">Its tests.</param>
    public static void Write(IAnsiConsole console, CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(results);
        console.MarkupLine($"[bold]{Markup.Escape(study.Cell.Title)}[/] [grey]({Markup.Escape(study.Cell.Id)})[/]");
        console.MarkupLine($"[bold]{Markup.Escape(CriticalCurrentWords.Summary(study, results))}[/]");
        console.WriteLine();
        var table = PlainTable.New([.. Headings(study)]);
        foreach (var result in results)
        {
            table.AddRow([.. Row(study, result).Select(Markup.Escape)]);
        }

        console.Write(table);
        foreach (var (name, values, from) in CriticalCurrentWords.Bounds(results))
        {
            console.WriteLine($"{name}, in closed form: {values} ({from})");
        }

        foreach (string reason in results.Where(r => r.End != TestEnd.Survived).Select(r => r.Reason).Distinct(StringComparer.Ordinal))
        {
            console.WriteLine($"Ended: {reason}");
        }
    }

    /// <summary>Headings of the table; "#" marks numbers.</summary>
    internal static IReadOnlyList<string> Headings(CriticalCurrentStudy study) =>
    [
        "#pressure / MPa", "#temperature / degC", "#thickness / um", study.IsLife ? "#current / mA/cm2" : "#critical current / mA/cm2",
        study.IsLife ? "#life / h" : "#sustained / mA/cm2", "#areal capacity / mAh/cm2", "#passed / mAh/cm2", "ended by",
    ];

    /// <summary>A row of the table.</summary>
    internal static IReadOnlyList<string> Row(CriticalCurrentStudy study, CriticalCurrentResult result) =>
    [
        Numbers.Text(result.Pressure / 1e6, 4), Numbers.Text(result.Temperature - 273.15, 4), Numbers.Text(result.Thickness * 1e6, 4),
        study.IsLife ? CriticalCurrentWords.Current(result.LastCurrent) : CriticalCurrentWords.Critical(result),
        study.IsLife ? CriticalCurrentWords.Life(result) : CriticalCurrentWords.Current(result.Sustained),
        Numbers.Text(result.ArealCapacity / Numbers.PerArealCapacity, 4),
        Numbers.Text(result.Passed / Numbers.PerArealCapacity, 4), CriticalCurrentWords.End(result.End),
    ];
}
