using Spectre.Console;

namespace Ionolith.Reports.Terminal;

/// <summary>Tables as the terminal shows them.</summary>
public static class PlainTable
{
    /// <summary>A table; a heading that starts with '#' is that of a column of numbers.</summary>
    /// <param name="headings">The headings.</param>
    /// <returns>The table, without rows.</returns>
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
