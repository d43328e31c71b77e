using System.CommandLine;
using System.Globalization;
using Ionolith.Cells.Stack;
using Ionolith.Library;
using Ionolith.Library.Review;
using Ionolith.Reports.Files;

namespace Ionolith.Cli;

/// <summary>"validate": every mistake in a file at once.</summary>
internal static class ValidateCommand
{
    public static Command Make(CliServices services)
    {
        var file = new Argument<string>("FILE") { Description = "Cell file, material file, system file or BPX file" };
        var json = CommonOptions.Json();
        var command = new Command("validate", "Tell every mistake in a file at once, with line and column") { file, json };
        command.SetAction(parsed => Validate(services, parsed.GetValue(file)!, parsed.GetValue(json)));
        return command;
    }

    private static int Validate(CliServices services, string file, bool asJson)
    {
        string what;
        IReadOnlyList<string> problems;
        IReadOnlyList<string> warnings = [];
        if (FileContent.IsSystem(file))
        {
            var read = ReviewLibrary.LoadSystem(file);
            problems = [.. read.Problems.Select(p => p.ToString())];
            int computed = read.System?.Claims.Count(c => c.Compute is not null) ?? 0;
            what = read.System is { } system ? $"a system of {Plural(system.Claims.Count, "claim")}, {computed.ToString(CultureInfo.InvariantCulture)} of them computed" : "";
        }
        else if (FileContent.IsMaterial(file))
        {
            var read = CellLibrary.LoadMaterial(file);
            problems = [.. read.Problems.Select(p => p.ToString())];
            what = read.Material is { } material ? $"a material of kind {material.Kind}, {Count(material.Values)}" : "";
        }
        else
        {
            var read = CellLibrary.LoadCell(file);
            problems = [.. read.Problems.Select(p => p.ToString())];
            warnings = [.. read.Warnings.Select(w => w.ToString())];
            what = read.Cell is { } cell ? $"a cell of {Plural(cell.Layers.Count, "layer")}, {Count(cell.Values)}" : "";
        }

        if (!asJson)
        {
            foreach (string warning in warnings)
            {
                services.Error.WriteLine($"warning: {warning}");
            }
        }

        if (problems.Count > 0)
        {
            int code = services.Refuse(problems, asJson);
            services.Error.WriteLine($"{Plural(problems.Count, "mistake")} in {file}");
            return code;
        }

        services.Out.WriteLine(asJson
            ? JsonWriting.Document(json =>
            {
                json.WriteStartObject();
                json.WriteString("status", "ok");
                json.WriteStartArray("warnings");
                foreach (string warning in warnings)
                {
                    json.WriteStringValue(warning);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            })
            : $"ok: {file} is {what}");
        return ExitCode.Done;
    }

    private static string Count(IReadOnlyList<SourcedValue> values) =>
        string.Create(CultureInfo.InvariantCulture, $"{Plural(values.Count, "value")}, {values.Count(v => v.Role == ValueRole.Assumed)} of them assumed");

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
