using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>Tables as the commands print them.</summary>
internal static class PlainTable
{
    /// <summary>A table; a heading that starts with '#' is that of a column of numbers.</summary>
    public static Table New(params ReadOnlySpan<string> headings)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (string heading in headings)
        {
            var column = new TableColumn(Markup.Escape(heading.TrimStart('#')));
            table.AddColumn(heading.StartsWith('#') ? column.RightAligned() : column);
        }

        return table;
    }
}
