using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Where a value is from, as its file says.</summary>
internal static class Provenance
{
    /// <summary>Source of a value from the command line.</summary>
    public const string SetOnCommandLine = "set on the command line";

    private const string CommandLine = "--set ";

    /// <summary>Notes a value, with what stands beside it; an assumption must have a range and a reason.</summary>
    /// <param name="context">Where it is noted.</param>
    /// <param name="path">Path of the value.</param>
    /// <param name="text">The value as written.</param>
    /// <param name="node">The value's node; a mapping may hold source, role, range and reason.</param>
    /// <param name="inherited">Source of the file or section that the value stands in.</param>
    /// <param name="kind">Kind of the value, to check the range; null where a range is only text.</param>
    /// <param name="value">SI value, to check that the range contains it.</param>
    public static void Note(
        ReadContext context, string path, string text, FileNode node, string inherited, QuantityKind? kind = null, double value = double.NaN)
    {
        context.Remember(path, node.Location);
        if (node.Location.File.StartsWith(CommandLine, StringComparison.Ordinal))
        {
            context.Values.Add(new SourcedValue(path, text, SetOnCommandLine, ValueRole.Input, ""));
            return;
        }

        var mapping = node as MappingNode;
        string source = mapping?.TextOf("source") ?? "";
        string reason = mapping?.TextOf("reason") ?? "";
        string range = mapping?.TextOf("range") ?? "";
        var role = Role(context, path, mapping);
        if (role == ValueRole.Assumed && (range.Length == 0 || reason.Length == 0))
        {
            string missing = range.Length > 0 ? "no reason" : reason.Length > 0 ? "no range" : "neither range nor reason";
            context.Report(
                node.Location,
                path,
                $"is assumed but has {missing}; write how far it could lie and why this value was taken (range: \"20 um to 50 um\", reason: ...)");
        }

        // A value that was changed from outside has left the judgement of its file.
        if (range.Length > 0 && kind is not null && !context.Changes.ContainsKey(node.Location.ToString()))
        {
            CheckRange(context, path, range, mapping!, kind, value);
        }

        if (role == ValueRole.Assumed && reason.Length > 0)
        {
            source = reason;
        }

        context.Values.Add(new SourcedValue(path, text, source.Length > 0 ? source : inherited, role, range) { Place = node.Location.ToString() });
    }

    private static ValueRole Role(ReadContext context, string path, MappingNode? mapping)
    {
        if (mapping?.Find("role") is not { } entry)
        {
            return ValueRole.Input;
        }

        switch ((entry.Value as ScalarNode)?.Text)
        {
            case "input":
                return ValueRole.Input;
            case "calibrated":
                return ValueRole.Calibrated;
            case "assumed":
                return ValueRole.Assumed;
            default:
                context.Report(entry.Value.Location, path, "expected the role input, calibrated or assumed");
                return ValueRole.Input;
        }
    }

    private static void CheckRange(ReadContext context, string path, string range, MappingNode mapping, QuantityKind kind, double value)
    {
        var place = mapping.Find("range")!.Value.Location;
        string[] ends = range.Split(" to ");
        if (ends.Length != 2
            || !Quantity.TryParse(ends[0], kind, out var lower, out _)
            || !Quantity.TryParse(ends[1], kind, out var upper, out _)
            || lower.Value > upper.Value)
        {
            context.Report(
                place, path, $"expected a range of two values in increasing order, such as range: \"20 um to 50 um\", but got \"{range}\"");
        }
        else if (value < lower.Value || value > upper.Value)
        {
            context.Report(place, path, $"the range \"{range}\" does not contain the value");
        }
    }
}
