using Ionolith.Library.Reading;

namespace Ionolith.Library.Files;

/// <summary>Changes single values of a property that stands in another place.</summary>
internal static class NodeOverlay
{
    /// <summary>The property with the changes: a new one where they say what it is, else the old one with single entries replaced.</summary>
    /// <param name="node">The property as it stands.</param>
    /// <param name="changes">A value, a whole new property, or single entries of it such as {crystallinity: 0.3}.</param>
    public static FileNode Change(FileNode node, FileNode changes)
    {
        if (changes is not MappingNode mapping || FunctionReader.Definitions.Any(d => mapping.Find(d) is not null))
        {
            return changes;
        }

        return node switch
        {
            MappingNode old => ReplaceAll(old, mapping),
            ScalarNode scalar => ReplaceAll(new MappingNode(scalar.Location, [new FileEntry(scalar.Location, "value", scalar)]), mapping),
            _ => changes,
        };
    }

    private static MappingNode ReplaceAll(MappingNode all, MappingNode changes) => changes.Entries.Aggregate(all, Replace);

    private static MappingNode Replace(MappingNode all, FileEntry change)
    {
        var value = all.Find(change.Key) is { } old ? Change(old.Value, change.Value) : change.Value;
        var entry = change with { Value = value };
        return all with { Entries = [.. all.Entries.Where(e => !string.Equals(e.Key, change.Key, StringComparison.Ordinal)), entry] };
    }
}
