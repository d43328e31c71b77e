using Ionolith.Library.Files;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Reading;

/// <summary>Finds the material that a layer or phase names, with its values replaced where the cell file says so.</summary>
internal static class MaterialReference
{
    /// <summary>Reads <c>material</c> (an id, a file or a description in place) and <c>override</c>.</summary>
    /// <param name="owner">The mapping that names it.</param>
    /// <param name="path">Path under which the material's values are noted.</param>
    /// <param name="kind">Kind that is needed: active, electrolyte or inert.</param>
    /// <param name="key">The key that names the material.</param>
    /// <returns>A reader of the material and its default id; null, with a problem, if there is none.</returns>
    public static (MappingReader Reader, string Id)? Resolve(MappingReader owner, string path, string kind, string key = "material")
    {
        var node = owner.Know(key);
        var replaced = owner.Know("override");
        MappingNode? material = null;
        string id = "";
        switch (node)
        {
            case null:
                owner.ReportMissing(key, $"the id of a material, such as {key}: {Example(kind)}, or its description in place");
                break;
            case MappingNode inline:
                material = inline;
                id = inline.TextOf("id") ?? path[(path.LastIndexOf('.') + 1)..];
                break;
            case ScalarNode { Text.Length: > 0 } scalar:
                (material, id) = Load(owner, key, scalar);
                break;
            default:
                owner.Report(key, "expected the id of a material, or its description in place");
                break;
        }

        if (material is null)
        {
            return null;
        }

        if (!HasKind(owner, key, material, kind, id))
        {
            return null;
        }

        string source = material.TextOf("source") ?? (node is MappingNode ? owner.Source : "");
        if (replaced is MappingNode changes)
        {
            material = Merge(material, changes);
        }
        else if (replaced is not null)
        {
            owner.Report("override", "expected the properties of the material that are replaced");
        }

        return (new MappingReader(material, path, owner.Context, source), id);
    }

    /// <summary>The tree of a material of the library or of a file; null, with a problem, if there is none.</summary>
    public static (MappingNode? Material, string Id) Load(MappingReader owner, string key, ScalarNode name)
    {
        bool isFile = name.Text.EndsWith(".yaml", StringComparison.Ordinal) || name.Text.EndsWith(".yml", StringComparison.Ordinal);
        if (!isFile && !DataFiles.EmbeddedIds("materials").Contains(name.Text, StringComparer.Ordinal))
        {
            string advice = Names.Advice(name.Text, DataFiles.EmbeddedIds("materials"));
            owner.Report(key, $"the library has no material \"{name.Text}\"; {advice}");
            return (null, "");
        }

        string file = isFile ? DataFiles.Relative(name.Location.File, name.Text) : DataFiles.EmbeddedName("materials", name.Text);
        string? text = owner.Context.ReadFile(file);
        var tree = text is null ? null : owner.Context.ReadTree(file, text);
        return (tree, tree?.TextOf("id") ?? Path.GetFileNameWithoutExtension(name.Text));
    }

    private static bool HasKind(MappingReader owner, string key, MappingNode material, string kind, string id)
    {
        string? found = material.TextOf("kind");
        if (found is null || string.Equals(found, kind, StringComparison.Ordinal))
        {
            return true;
        }

        owner.Report(key, $"\"{id}\" is of kind {found} where a material of kind {kind} is expected");
        return false;
    }

    /// <summary>Replaces entries; the salt's are replaced one by one, and those of a property that the change does not state anew.</summary>
    private static MappingNode Merge(MappingNode material, MappingNode changes)
    {
        foreach (var change in changes.Entries)
        {
            var old = material.Find(change.Key)?.Value;
            bool nested = change.Key is "salt" && change.Value is MappingNode && old is MappingNode;
            material = nested
                ? material.With("salt", Merge((MappingNode)old!, (MappingNode)change.Value))
                : WithAt(material, old is null ? change : change with { Value = NodeOverlay.Change(old, change.Value) });
        }

        return material;
    }

    /// <summary>Keeps the place of the key that replaces, for messages about keys that do not exist.</summary>
    private static MappingNode WithAt(MappingNode material, FileEntry change) => material with
    {
        Entries = [.. material.Entries.Where(e => !string.Equals(e.Key, change.Key, StringComparison.Ordinal)), change],
    };

    private static string Example(string kind) => kind switch
    {
        "active" => "lfp",
        "electrolyte" => "limocl4",
        _ => "aluminium",
    };
}
