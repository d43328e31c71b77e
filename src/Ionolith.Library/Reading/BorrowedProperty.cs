using Ionolith.Library.Files;
using Ionolith.Library.LawForms;
using Ionolith.Materials.Laws;

namespace Ionolith.Library.Reading;

/// <summary>Reads {of: MATERIAL}: the same property of another material, with single values of it replaced.</summary>
internal static class BorrowedProperty
{
    private static readonly IPropertyFunction Unreadable = new ConstantFunction(double.NaN);

    public static IPropertyFunction Read(MappingReader owner, string key, MappingNode mapping, PropertyContext property)
    {
        string path = owner.PathOf(key);
        var reader = new MappingReader(mapping, path, owner.Context, owner.SourceFor(mapping));
        if (reader.Know("of") is not ScalarNode { Text.Length: > 0 } name)
        {
            reader.Report("of", "expected the id of a material or its file, such as of: limocl4");
            return Unreadable;
        }

        var (material, id) = MaterialReference.Load(reader, "of", name);
        if (material is null)
        {
            return Unreadable;
        }

        if (Find(material, property.Name) is not { } found)
        {
            string[] has = [.. FileKeys.FunctionProperties.Where(p => Find(material, p) is not null)];
            string known = has.Length == 0 ? "" : $"; it has {string.Join(", ", has)}";
            reader.Report("of", $"the material \"{id}\" has no {property.Name}{known}");
            return Unreadable;
        }

        using var opened = owner.Context.Enter($"{material.Location.File}#{property.Name}");
        if (opened is null)
        {
            reader.Report("of", $"the {property.Name} of \"{id}\" is made from itself");
            return Unreadable;
        }

        string at = UnusedPath(owner.Context, reader.PathOf("of"));
        Provenance.Note(owner.Context, at, id, name, $"material {id} of {(DataFiles.IsEmbedded(material.Location.File) ? "the library" : material.Location.File)}");
        var changes = mapping with { Entries = [.. mapping.Entries.Where(e => e.Key is not "of" && !FileKeys.Provenance.Contains(e.Key, StringComparer.Ordinal))] };
        var node = changes.Entries.Count == 0 ? found : NodeOverlay.Change(found, changes);

        // Stands where the property is used, so that its values have the paths of this place and the sources of the other file.
        string last = path[(path.LastIndexOf('.') + 1)..];
        string above = path.Length > last.Length ? path[..^(last.Length + 1)] : "";
        var place = new MappingNode(node.Location, [new FileEntry(node.Location, last, node)]);
        var there = new MappingReader(place, above, owner.Context, SourceOf(material, property.Name));
        return FunctionReader.Required(there, last, property with { BindingEnergy = MaterialReader.BindingEnergyOf(material) });
    }

    /// <summary>Where the other material borrows from a third one, both names belong to this place: "shell.of" and "shell.of.of".</summary>
    private static string UnusedPath(ReadContext context, string path)
    {
        while (context.Values.Exists(v => string.Equals(v.Path, path, StringComparison.Ordinal)))
        {
            path += ".of";
        }

        return path;
    }

    /// <summary>The property at the top or, for transport of salt, below "salt".</summary>
    private static FileNode? Find(MappingNode material, string property) =>
        material.Find(property)?.Value ?? (material.Find("salt")?.Value as MappingNode)?.Find(property)?.Value;

    private static string SourceOf(MappingNode material, string property) =>
        (material.Find(property) is null ? (material.Find("salt")?.Value as MappingNode)?.TextOf("source") : null) ?? material.TextOf("source") ?? "";
}
