using System.Globalization;
using Ionolith.Library.Files;

namespace Ionolith.Library.Bpx;

/// <summary>Differences between the trees of two cells, and their application.</summary>
internal static class TreeOverlay
{
    private static readonly string[] NamedLists = ["layers", "active", "inert", "absorbers"];
    private static readonly string[] FunctionKeys = ["value", "expression", "table"];

    /// <summary>Puts differences over a tree: values are replaced, mappings merged, layers and materials found by name.</summary>
    public static FileNode Put(FileNode? below, FileNode over, string key)
    {
        if (over is not MappingNode changes || IsFunction(over))
        {
            return over;
        }

        if (NamedLists.Contains(key, StringComparer.Ordinal))
        {
            return PutItems(below as SequenceNode, changes, isStack: key is "layers");
        }

        if (below is not MappingNode result || IsFunction(below))
        {
            result = new MappingNode(changes.Location, []);
        }

        foreach (var entry in changes.Entries)
        {
            result = result.With(entry.Key, Put(result.Find(entry.Key)?.Value, entry.Value, entry.Key));
        }

        // A size distribution takes the place of the single radius.
        return result.Find("size-distribution") is null ? result : result with { Entries = [.. result.Entries.Where(e => e.Key is not "radius")] };
    }

    /// <summary>What must be put over a tree to get another one; null if nothing.</summary>
    public static FileNode? Difference(FileNode? below, FileNode target, string key)
    {
        if (target is SequenceNode items && NamedLists.Contains(key, StringComparer.Ordinal))
        {
            return DifferenceOfItems(below as SequenceNode, items, isStack: key is "layers");
        }

        if (target is not MappingNode mapping || IsFunction(target))
        {
            return below is not null && TreeComparison.AreSame(below, target) ? null : target;
        }

        var entries = new List<FileEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (Difference((below as MappingNode)?.Find(entry.Key)?.Value, entry.Value, entry.Key) is { } difference)
            {
                entries.Add(entry with { Value = difference });
            }
        }

        return entries.Count == 0 ? null : mapping with { Entries = entries };
    }

    /// <summary>Whether a node states a property function, which is replaced as a whole. A law may be one of kinetics too, which is none.</summary>
    private static bool IsFunction(FileNode node) => node is MappingNode mapping
        && (mapping.Entries.Any(e => FunctionKeys.Contains(e.Key, StringComparer.Ordinal))
            || (mapping.TextOf("law") is { } law && LawForms.LawRegistry.Find(law) is not null));

    private static SequenceNode PutItems(SequenceNode? below, MappingNode changes, bool isStack)
    {
        var items = below?.Items.ToList() ?? [];
        var added = new List<(int Position, FileNode Item)>();
        foreach (var change in changes.Entries.Where(e => e.Value is MappingNode))
        {
            var content = (MappingNode)change.Value;
            int position = int.TryParse(content.TextOf("position"), CultureInfo.InvariantCulture, out int given) ? given : int.MaxValue;
            content = isStack ? content with { Entries = [.. content.Entries.Where(e => e.Key is not "position")] } : content;
            int index = items.FindIndex(i => string.Equals(NameOf(i), change.Key, StringComparison.Ordinal));
            if (index >= 0)
            {
                items[index] = Put(items[index], content, "");
            }
            else
            {
                added.Add((position, content.With("name", new ScalarNode(change.Location, change.Key))));
            }
        }

        foreach (var (position, item) in added.OrderBy(a => a.Position))
        {
            items.Insert(Math.Clamp(position - 1, 0, items.Count), item);
        }

        return new SequenceNode(changes.Location, items);
    }

    private static MappingNode? DifferenceOfItems(SequenceNode? below, SequenceNode target, bool isStack)
    {
        var entries = new List<FileEntry>();
        for (int i = 0; i < target.Items.Count; i++)
        {
            var item = (MappingNode)target.Items[i];
            string name = NameOf(item) ?? "";
            var same = below?.Items.FirstOrDefault(b => string.Equals(NameOf(b), name, StringComparison.Ordinal));
            var nameless = item with { Entries = [.. item.Entries.Where(e => e.Key is not "name")] };
            if (same is null && isStack)
            {
                var position = new ScalarNode(item.Location, (i + 1).ToString(CultureInfo.InvariantCulture));
                nameless = nameless with { Entries = [new FileEntry(item.Location, "position", position), .. nameless.Entries] };
            }

            if (Difference(same, nameless, "") is { } difference)
            {
                entries.Add(new FileEntry(item.Location, name, difference));
            }
        }

        return entries.Count == 0 ? null : new MappingNode(target.Location, entries);
    }

    private static string? NameOf(FileNode item) => (item as MappingNode)?.TextOf("name");
}
