using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.Microstructure;

/// <summary>Prints a microstructure to a terminal.</summary>
public static class MicrostructureTables
{
    private const int PictureColumns = 72;

    /// <summary>Prints a microstructure.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="record">The microstructure.</param>
    public static void Write(IAnsiConsole console, MicrostructureRecord record)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(record);
        console.MarkupLine($"[bold]{Markup.Escape(record.Cell.Title)}[/] [grey]({Markup.Escape(record.Cell.Id)}: {Markup.Escape(record.Electrode.Name)})[/]");
        console.WriteLine(MicrostructureFacts.Drawn(record));
        console.WriteLine();
        console.WriteLine("separator on the left, collector on the right: # active  . electrolyte  * carbon  + insulator, blank: pore");
        var structure = record.Analysis.Structure;
        foreach (var line in SectionPicture.Letters(structure.Slice(structure.Size.Z / 2), PictureColumns))
        {
            console.WriteLine(line);
        }

        var table = PlainTable.New("", "#network", "#the cell now");
        foreach (var (name, value, now) in MicrostructureFacts.Of(record))
        {
            table.AddRow(Markup.Escape(name), Markup.Escape(value), Markup.Escape(now));
        }

        console.Write(table);
        console.WriteLine("To let the cell take it:");
        foreach (var line in MicrostructureFacts.ForTheFile(record))
        {
            console.WriteLine($"  --set \"{line}\"");
        }
    }
}
