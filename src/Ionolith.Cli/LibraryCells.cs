using Ionolith.Library;
using Ionolith.Library.Files;

namespace Ionolith.Cli;

/// <summary>Cells of the library, of files of the same form, and of BPX files.</summary>
internal sealed class LibraryCells : ICellSource
{
    /// <inheritdoc/>
    public LoadedCell Load(string cell, IReadOnlyList<string> settings)
    {
        PathOverride[] overrides = [.. settings.Select(Split)];
        var read = CellLibrary.LoadCell(cell, overrides);
        return new(read.Cell, read.Inputs.Count > 0 ? read.Inputs[0].Text : "", [.. read.Problems.Select(p => p.ToString())])
        {
            Warnings = [.. read.Warnings.Select(w => w.ToString())],
            OtherFiles = OtherFiles(read.Inputs),
            Folder = File.Exists(cell) ? Path.GetDirectoryName(cell) ?? "" : "",
        };
    }

    private static PathOverride Split(string setting)
    {
        int equals = setting.IndexOf('=', StringComparison.Ordinal);
        return new(setting[..equals].Trim(), setting[(equals + 1)..].Trim());
    }

    // Files of the user's keep their place beside the cell, so that it finds them again; the library's are kept for the record.
    private static Dictionary<string, string> OtherFiles(IReadOnlyList<InputFile> inputs)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in inputs.Skip(1))
        {
            files[PlaceOf(file.Name, inputs[0].Name)] = file.Text;
        }

        return files;
    }

    private static string PlaceOf(string name, string cell)
    {
        const string Library = "library:";
        if (name.StartsWith(Library, StringComparison.Ordinal))
        {
            return "inputs/" + name[Library.Length..];
        }

        string folder = cell.StartsWith(Library, StringComparison.Ordinal) ? "" : Path.GetDirectoryName(cell) ?? "";
        string beside = Path.GetRelativePath(folder.Length > 0 ? folder : ".", name).Replace('\\', '/');
        return beside.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(beside) ? "inputs/" + Path.GetFileName(name) : beside;
    }
}
