namespace Ionolith.Library.Files;

/// <summary>Puts other values in the places of those of a file, so that they meet the same checks.</summary>
/// <remarks>
/// An override names a value of a cell by its path; a change names it by its place in a file. That reaches the values of materials, also of
/// one that a cell uses twice or that another material is made of, and leaves what stands beside the value (unit, law of temperature, range).
/// </remarks>
internal static class ValueChanges
{
    /// <summary>The tree with the changed values.</summary>
    /// <param name="root">The tree of one file.</param>
    /// <param name="changes">New texts by place; those of other files are ignored.</param>
    public static MappingNode Apply(MappingNode root, IReadOnlyDictionary<string, string> changes) =>
        changes.Count == 0 ? root : (MappingNode)Change(root, changes);

    private static FileNode Change(FileNode node, IReadOnlyDictionary<string, string> changes)
    {
        switch (node)
        {
            case ScalarNode scalar:
                return changes.TryGetValue(scalar.Location.ToString(), out string? text) ? scalar with { Text = text } : scalar;
            case SequenceNode sequence:
                return sequence with { Items = [.. sequence.Items.Select(i => Change(i, changes))] };
            case MappingNode mapping:
                if (changes.TryGetValue(mapping.Location.ToString(), out string? value) && mapping.Find("value") is { Value: ScalarNode old })
                {
                    mapping = mapping.With("value", old with { Text = value });
                }

                return mapping with { Entries = [.. mapping.Entries.Select(e => e with { Value = Change(e.Value, changes) })] };
            default:
                return node;
        }
    }
}
