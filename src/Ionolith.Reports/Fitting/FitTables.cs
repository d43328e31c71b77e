using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.Fitting;

/// <summary>Prints a fit.</summary>
public static class FitTables
{
    /// <summary>Prints what was fitted, the parameters, and the lines for a material file.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="record">The fit.</param>
    public static void Write(IAnsiConsole console, FitRecord record)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(record);
        var fit = record.Fit;
        console.MarkupLine($"[bold]{Markup.Escape(fit.Law)}[/] fitted to {record.Table.X.Count} points of {Markup.Escape(record.Table.Name)}");
        console.WriteLine(FitWords.Summary(record));
        foreach (string heading in record.Table.Unused)
        {
            console.WriteLine($"not used: the column \"{heading}\"");
        }

        var table = PlainTable.New("parameter", "key", "#value", string.Create(CultureInfo.InvariantCulture, $"{100 * fit.Confidence:0.#} % interval"));
        foreach (var p in fit.Parameters)
        {
            table.AddRow(Markup.Escape(p.Name), Markup.Escape(p.Key), Markup.Escape(FitWords.Value(fit.Fitted, p, p.Value)), Markup.Escape(FitWords.Interval(fit.Fitted, p)));
        }

        console.Write(table);
        console.WriteLine("For a material file:");
        console.WriteLine();
        console.WriteLine(record.Fragment);
    }
}
