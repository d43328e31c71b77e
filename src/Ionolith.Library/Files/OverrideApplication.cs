using System.Globalization;
using Ionolith.Library.Reading;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Files;

/// <summary>Puts overrides into a cell file's tree before it is read, so that they meet the same checks as the file.</summary>
internal static class OverrideApplication
{
    public static MappingNode Apply(MappingNode root, IEnumerable<PathOverride> overrides, List<FileProblem> problems)
    {
        foreach (var change in overrides)
        {
            string file = $"--set {change.Path}={change.Value}";
            var value = YamlTree.ReadValue(file, change.Value, problems);
            string[] segments = change.Path.Split('.');
            root = ApplyAtTop(root, segments, value, file, problems);
        }

        return root;
    }

    private static MappingNode ApplyAtTop(MappingNode root, string[] segments, FileNode value, string file, List<FileProblem> problems)
    {
        if (FileKeys.Cell.Contains(segments[0], StringComparer.Ordinal))
        {
            return (MappingNode)Set(root, segments, value, file, problems);
        }

        if (root.Find("layers")?.Value is SequenceNode layers && IndexIn(layers, segments[0]) is { } index)
        {
            if (segments.Length == 1)
            {
                string advice = $"is a layer; name one of its values, such as {segments[0]}.thickness";
                problems.Add(new FileProblem(file, 0, 0, segments[0], advice));
                return root;
            }

            var layer = Set(layers.Items[index], segments.AsSpan(1), value, file, problems);
            return root.With("layers", Replace(layers, index, layer));
        }

        string[] layerNames = [.. LayerNames(root)];
        string known = Names.Nearest(segments[0], [.. layerNames, .. FileKeys.Cell]) is { } nearest
            ? $"did you mean \"{nearest}\"?"
            : $"its layers are {string.Join(", ", layerNames)}; other values are {string.Join(", ", FileKeys.Cell.Except(["aliases", "layers"], StringComparer.Ordinal))}";
        string message = $"there is no \"{segments[0]}\" in this cell; {known}";
        problems.Add(new FileProblem(file, 0, 0, string.Join('.', segments), message));
        return root;
    }

    private static FileNode Set(FileNode node, ReadOnlySpan<string> segments, FileNode value, string file, List<FileProblem> problems)
    {
        if (segments.Length == 0)
        {
            return value;
        }

        string key = segments[0];
        switch (node)
        {
            case MappingNode mapping:
                if (mapping.Find(key) is null && mapping.Find("material") is { } material
                    && FileKeys.MaterialProperties.Contains(key, StringComparer.Ordinal))
                {
                    string owner = material.Value is MappingNode ? "material" : "override";
                    var inner = mapping.Find(owner)?.Value ?? new MappingNode(value.Location, []);
                    return mapping.With(owner, Set(inner, segments, value, file, problems));
                }

                var child = mapping.Find(key)?.Value ?? new MappingNode(value.Location, []);
                return mapping.With(key, Set(child, segments[1..], value, file, problems));

            case SequenceNode sequence when IndexIn(sequence, key) is { } index:
                return Replace(sequence, index, Set(sequence.Items[index], segments[1..], value, file, problems));

            case SequenceNode sequence:
                string[] names = [.. sequence.Items.Select((item, i) => NameOf(item) ?? (i + 1).ToString(CultureInfo.InvariantCulture))];
                problems.Add(new FileProblem(file, 0, 0, key, $"there is no entry \"{key}\"; {Names.Advice(key, names)}"));
                return node;

            default:
                // A value that is written as a scalar gets a structure: the reader tells if it may not have one.
                return Set(new MappingNode(value.Location, []), segments, value, file, problems);
        }
    }

    private static SequenceNode Replace(SequenceNode sequence, int index, FileNode item) =>
        sequence with { Items = [.. sequence.Items.Select((old, i) => i == index ? item : old)] };

    private static int? IndexIn(SequenceNode sequence, string key)
    {
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            if (string.Equals(NameOf(sequence.Items[i]), key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        bool isNumber = int.TryParse(key, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= 1 && number <= sequence.Items.Count ? number - 1 : null;
    }

    private static string? NameOf(FileNode item) => item is MappingNode mapping
        ? mapping.TextOf("name") ?? mapping.TextOf("material") ?? (mapping.Find("material")?.Value as MappingNode)?.TextOf("id")
        : null;

    private static IEnumerable<string> LayerNames(MappingNode root) =>
        (root.Find("layers")?.Value as SequenceNode)?.Items.Select(NameOf).OfType<string>() ?? [];
}
