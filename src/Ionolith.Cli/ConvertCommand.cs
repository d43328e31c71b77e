using System.CommandLine;
using Ionolith.Cells.Stack;
using Ionolith.Library;
using Ionolith.Library.Bpx;

namespace Ionolith.Cli;

/// <summary>"convert": a cell from one form of file to another.</summary>
internal static class ConvertCommand
{
    private static readonly string[] Yaml = [".yaml", ".yml"];

    public static Command Make(CliServices services)
    {
        var input = new Argument<string>("IN") { Description = "Id of a library cell, a cell file or a BPX file" };
        var output = new Argument<string>("OUT") { Description = "File to write: BPX 1.1 (.json) or cell file (.yaml)" };
        var force = CommonOptions.Force("the file if it exists");
        var command = new Command("convert", "Convert a cell between cell files and BPX") { input, output, force };
        command.SetAction(parsed => Convert(services, parsed.GetValue(input)!, parsed.GetValue(output)!, parsed.GetValue(force)));
        return command;
    }

    private static int Convert(CliServices services, string input, string output, bool force)
    {
        var read = CellLibrary.LoadCell(input);
        var problems = read.Problems.Select(p => p.ToString()).ToList();
        string extension = Path.GetExtension(output);
        bool isYaml = Yaml.Contains(extension, StringComparer.OrdinalIgnoreCase);
        if (!isYaml && !string.Equals(extension, ".json", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add($"{output}: the name tells the form: expected one that ends in .json (BPX 1.1) or .yaml (cell file)");
        }
        else if (Directory.Exists(output))
        {
            problems.Add($"{output}: is a folder, expected the name of a file");
        }
        else if (File.Exists(output) && !force)
        {
            problems.Add($"{output}: exists already; --force replaces it");
        }

        else if (Path.GetDirectoryName(output) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            problems.Add($"{output}: there is no folder {folder}");
        }

        foreach (var warning in read.Warnings)
        {
            services.Error.WriteLine($"warning: {warning}");
        }

        if (problems.Count > 0 || read.Cell is not { } cell)
        {
            return services.Refuse(problems, asJson: false);
        }

        try
        {
            Write(output, isYaml ? CellLibrary.WriteCell(cell) : BpxFile.Write(cell));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return services.Refuse([e is NotSupportedException ? $"{input}: {e.Message}" : $"{output}: cannot be written there"], asJson: false);
        }

        if (Unassumed(cell, output) is { } lost)
        {
            services.Error.WriteLine($"warning: {lost}");
        }

        services.Out.WriteLine($"wrote {output}: {(isYaml ? "a cell file" : "BPX 1.1")}{Note(cell, isYaml)}");
        return ExitCode.Done;
    }

    // Values from which others follow are written as what follows from them, which is nobody's assumption any more.
    private static string? Unassumed(CellDescription cell, string output)
    {
        var written = CellLibrary.LoadCell(output).Cell?.Values ?? [];
        string[] before = AssumedOf(cell.Values), after = AssumedOf(written), lost = [.. before.Except(after, StringComparer.Ordinal)];
        int fewer = before.Length - after.Length;
        return fewer <= 0 ? null : FormattableString.Invariant(
            $"{fewer} of {before.Length} assumed values stand in {output} without role, range and reason, as given ones or as what follows from them: {string.Join(", ", lost)}");
    }

    private static string[] AssumedOf(IEnumerable<SourcedValue> values) =>
        [.. values.Where(v => v.Role == ValueRole.Assumed).Select(v => v.Path).Distinct(StringComparer.Ordinal)];

    private static string Note(CellDescription cell, bool isYaml)
    {
        bool isWhole = isYaml || (cell.Layers.OfType<PorousElectrode>().Count() == 2 && cell.Layers.OfType<ElectrolyteLayer>().All(l => l.Electrolyte.Salt is not null));
        return isWhole ? "" : "; BPX has no fields for all of this cell, the rest stands under User-defined";
    }

    /// <summary>Into a file beside it first, so that nothing half-written gets the name.</summary>
    private static void Write(string path, string text)
    {
        string beside = path + ".part";
        try
        {
            File.WriteAllText(beside, text);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
