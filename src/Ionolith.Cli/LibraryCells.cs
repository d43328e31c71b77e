using System.Text;
using Ionolith.Library;
using Ionolith.Library.Files;

namespace Ionolith.Cli;

/// <summary>Cells of the library, and of files of the same form.</summary>
internal sealed class LibraryCells : ICellSource
{
    /// <inheritdoc/>
    public LoadedCell Load(string cell, IReadOnlyList<string> settings)
    {
        PathOverride[] overrides = [.. settings.Select(Split)];
        var read = CellLibrary.LoadCell(cell, overrides);
        return new(read.Cell, Text(read, settings), [.. read.Problems.Select(p => p.ToString())]);
    }

    private static PathOverride Split(string setting)
    {
        int equals = setting.IndexOf('=', StringComparison.Ordinal);
        return new(setting[..equals].Trim(), setting[(equals + 1)..].Trim());
    }

    // All files that were read, the cell's own first, each introduced by its name; then the settings.
    private static string Text(CellLoadResult read, IReadOnlyList<string> settings)
    {
        var text = new StringBuilder();
        foreach (var file in read.Inputs)
        {
            text.Append("# --- ").AppendLine(file.Name).AppendLine(file.Text.TrimEnd());
        }

        foreach (string setting in settings)
        {
            text.Append("# --set ").AppendLine(setting);
        }

        return text.ToString();
    }
}
