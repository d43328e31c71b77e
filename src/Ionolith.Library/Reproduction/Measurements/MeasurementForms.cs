using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>One way of writing a measurement in a system's file: the key that tells it, and its reader.</summary>
/// <param name="Key">The key: "run", "property", "ratio".</param>
/// <param name="Read">Reads the mapping that has the key; null, with problems, where it is wrong.</param>
internal sealed record MeasurementForm(string Key, Func<MappingReader, IMeasurement?> Read);

/// <summary>All ways of writing a measurement.</summary>
internal static class MeasurementForms
{
    private static readonly MeasurementForm[] All =
    [
        RunMeasurement.Form, PropertyMeasurement.Form, DesignMeasurement.Form, BendingMeasurement.Form, RatioMeasurement.Form, DifferenceMeasurement.Form, ComparisonMeasurement.Form,
        CriticalCurrentMeasurement.Form, LifeMeasurement.Form,
    ];

    /// <summary>Reads a measurement.</summary>
    /// <param name="node">Its mapping.</param>
    /// <param name="path">Its path.</param>
    /// <param name="context">What is collected.</param>
    /// <returns>The measurement; null, with problems, where it is wrong.</returns>
    public static IMeasurement? Read(FileNode node, string path, ReadContext context)
    {
        string[] keys = [.. All.Select(f => f.Key)];
        if (node is not MappingNode mapping)
        {
            context.Report(node.Location, path, $"expected a measurement in braces, with one of {string.Join(", ", keys)}");
            return null;
        }

        var present = All.Where(f => mapping.Find(f.Key) is not null).ToList();
        var reader = new MappingReader(mapping, path, context, "");
        if (present.Count == 1)
        {
            var measurement = present[0].Read(reader);
            reader.Finish();
            return measurement;
        }

        string found = present.Count > 1
            ? $"is {string.Join(" and ", present.Select(f => f.Key))} in one; give only one of {string.Join(", ", keys)}"
            : $"needs one of {string.Join(", ", keys)}" + (mapping.Entries is [var first, ..] && Names.Nearest(first.Key, keys) is { } near ? $"; did you mean \"{near}\"?" : "");
        context.Report(mapping.Location, path, found);
        return null;
    }

    /// <summary>Reads a pair of measurements: "ratio: [A, B]".</summary>
    public static (IMeasurement First, IMeasurement Second)? ReadPair(MappingReader reader, string key)
    {
        var items = reader.List(key);
        if (items.Count != 2)
        {
            reader.Report(key, $"expected a list of two measurements but found {items.Count}");
            return null;
        }

        var first = Read(items[0], $"{reader.PathOf(key)}.1", reader.Context);
        var second = Read(items[1], $"{reader.PathOf(key)}.2", reader.Context);
        if (first is null || second is null)
        {
            return null;
        }

        if (first.Kind.Dimension != second.Kind.Dimension)
        {
            reader.Report(key, $"expected two measurements of one kind, but the first gives {first.Kind.Name} and the second {second.Kind.Name}");
            return null;
        }

        return (first, second);
    }
}
