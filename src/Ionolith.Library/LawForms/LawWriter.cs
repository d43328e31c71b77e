using Ionolith.Library.Files;
using Ionolith.Library.Writing;
using Ionolith.Materials.Laws;

namespace Ionolith.Library.LawForms;

/// <summary>Collects the values of a law's keys as a file has them.</summary>
/// <param name="name">Name of the law; empty for what stands below a key.</param>
/// <param name="keys">Its keys.</param>
/// <param name="unit">Unit of what the law gives.</param>
/// <param name="variable">Composition variable: "x" or "c".</param>
/// <param name="place">Where the law stands.</param>
internal sealed class LawWriter(string name, IReadOnlyList<LawKey> keys, SiUnit unit, string variable, FunctionPlace place)
{
    private static readonly FileLocation Nowhere = new("", 0, 0);
    private readonly List<FileEntry> _entries = name.Length == 0 ? [] : [new FileEntry(Nowhere, "law", new ScalarNode(Nowhere, name))];

    /// <summary>Names of the parts; numbers where there are none.</summary>
    public IReadOnlyList<string> PartNames { get; set; } = [];

    public MappingNode Node => new(Nowhere, [.. _entries]);

    /// <summary>Adds a value unless it is what holds where the file has none.</summary>
    public void Quantity(string name, double value)
    {
        var key = Key(name);
        if (value != key.Otherwise && !double.IsNaN(value))
        {
            Add(name, SiUnit.Of(key.Kind!).Node(value));
        }
    }

    public void Function(string name, IPropertyFunction function)
    {
        var key = Key(name);
        Add(name, FunctionTree.Of(function, key.Kind is { } kind ? SiUnit.Of(kind) : unit, variable, place.Below(name)));
    }

    public void Word(string name, string word) => Add(name, new ScalarNode(Nowhere, word));

    public void Section(string name, Action<LawWriter> write)
    {
        var below = new LawWriter("", Key(name).Keys, unit, variable, place.Below(name));
        write(below);
        Add(name, below.Node);
    }

    /// <summary>Adds parts: the first of their keys is the share, the last the function.</summary>
    public void Parts(string name, IReadOnlyList<double> shares, IReadOnlyList<IPropertyFunction> functions)
    {
        var key = Key(name);
        var parts = new List<FileEntry>();
        for (int i = 0; i < shares.Count; i++)
        {
            string number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name.TrimEnd('s')}-{i + 1}");
            string called = i < PartNames.Count ? PartNames[i] : number;
            var part = new LawWriter("", key.Keys, unit, variable, place.Below(name).Below(called));
            part.Quantity(key.Keys[0].Name, shares[i]);
            part.Function(key.Keys[^1].Name, functions[i]);
            parts.Add(new FileEntry(Nowhere, called, part.Node));
        }

        Add(name, new MappingNode(Nowhere, parts));
    }

    private void Add(string name, FileNode node) => _entries.Add(new FileEntry(Nowhere, name, node));

    private LawKey Key(string name) => keys.First(k => string.Equals(k.Name, name, StringComparison.Ordinal));
}
