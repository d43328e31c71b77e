using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Writing;

/// <summary>Builds one mapping of a file's tree, in the order of adding.</summary>
/// <param name="path">Path of the mapping; under it stand the sources of its values.</param>
/// <param name="sources">Where values are from, by path; empty where sources are kept elsewhere.</param>
internal sealed class TreeBuilder(string path, IReadOnlyDictionary<string, SourcedValue> sources)
{
    private static readonly FileLocation Nowhere = new("", 0, 0);
    private readonly List<FileEntry> _entries = [];

    public MappingNode Node => new(Nowhere, [.. _entries]);

    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>A builder of a mapping below this one, which is added when it is done.</summary>
    public TreeBuilder Below(string key) => new(PathOf(key), sources);

    /// <summary>A builder of a mapping whose values have the same paths, such as a material in its layer.</summary>
    public TreeBuilder Beside() => new(path, sources);

    public void Add(string key, FileNode node) => _entries.Add(new FileEntry(Nowhere, key, node));

    public void Add(string key, TreeBuilder below) => Add(key, below.Node);

    public void AddList(string key, IEnumerable<FileNode> items) => Add(key, new SequenceNode(Nowhere, [.. items]));

    /// <summary>Adds a text unless it is empty.</summary>
    public void Text(string key, string text)
    {
        if (text.Length > 0)
        {
            Add(key, new ScalarNode(Nowhere, text));
        }
    }

    /// <summary>Adds a value that is no single number, such as a range, and its source where it has one.</summary>
    public void Value(string key, string text)
    {
        var node = new ScalarNode(Nowhere, text);
        Add(key, SourceOf(key) is { } source ? Sourced([new FileEntry(Nowhere, "value", node)], source) : node);
    }

    /// <summary>Adds a value with its unit, and its source where it has one.</summary>
    public void Quantity(string key, double value, SiUnit unit)
    {
        var source = SourceOf(key);
        bool asWritten = source is not null
            && Materials.Quantities.Quantity.TryParse(source.Text, unit.Kind, out var written, out _) && written.Value == value;
        string text = asWritten ? source!.Text : unit.Text(value);
        Add(key, source is null ? new ScalarNode(Nowhere, text) : Sourced([new FileEntry(Nowhere, "value", new ScalarNode(Nowhere, text))], source));
    }

    /// <summary>Adds a value that differs from what the reader takes where none is given.</summary>
    public void Unless(double otherwise, string key, double value, SiUnit unit)
    {
        if (value != otherwise)
        {
            Quantity(key, value, unit);
        }
    }

    /// <summary>Adds a value that is known.</summary>
    public void Known(string key, double value, SiUnit unit)
    {
        if (!double.IsNaN(value))
        {
            Quantity(key, value, unit);
        }
    }

    public void Function(string key, IPropertyFunction function, SiUnit unit, string variable)
    {
        string at = PathOf(key);
        var node = FunctionTree.Of(function, unit, variable, new FunctionPlace(at, LawAt));
        if (node is MappingNode mapping)
        {
            node = WithSources(at, mapping);
        }

        Add(key, Sourced(at, node));
    }

    /// <summary>The entries of a function, those below it with their sources: parameters of laws, and what laws are made of.</summary>
    private MappingNode WithSources(string path, MappingNode function) => function with
    {
        Entries = [.. function.Entries.Select(e => e with
        {
            Value = Sourced($"{path}.{e.Key}", e.Value is MappingNode below ? WithSources($"{path}.{e.Key}", below) : e.Value),
        })],
    };

    private FileNode Sourced(string path, FileNode node) =>
        SourceAt(path) is not { } source || IsSourceOfLaw(node, source) ? node
        : node is MappingNode mapping ? Sourced(mapping.Entries, source)
        : Sourced([new FileEntry(Nowhere, "value", node)], source);

    /// <summary>The source of a law itself is told by the reader; written down, all values of the law would inherit it.</summary>
    private static bool IsSourceOfLaw(FileNode node, SourcedValue source) =>
        source.Role == ValueRole.Input && (node as MappingNode)?.TextOf("law") is { } law
        && string.Equals(LawForms.LawRegistry.Find(law)?.Source, source.Source, StringComparison.Ordinal);

    /// <summary>Name of the law that stood at a path when the description was read; empty where none did.</summary>
    private string LawAt(string at) =>
        sources.TryGetValue(at, out var source) && source.Text.StartsWith(WrittenSources.LawText, StringComparison.Ordinal)
            ? source.Text[WrittenSources.LawText.Length..].Split(',')[0]
            : "";

    private SourcedValue? SourceOf(string key) => SourceAt(PathOf(key));

    private SourcedValue? SourceAt(string at) =>
        sources.TryGetValue(at, out var source) && (source.Source.Length > 0 || source.Role != ValueRole.Input) ? source : null;

    private static MappingNode Sourced(IEnumerable<FileEntry> entries, SourcedValue source)
    {
        var all = entries.ToList();
        void Note(string key, string text)
        {
            if (text.Length > 0)
            {
                all.Add(new FileEntry(Nowhere, key, new ScalarNode(Nowhere, text)));
            }
        }

        bool assumed = source.Role == ValueRole.Assumed;
        Note("role", source.Role switch { ValueRole.Assumed => "assumed", ValueRole.Calibrated => "calibrated", _ => "" });
        Note("range", source.Range);
        Note(assumed ? "reason" : "source", source.Source);
        return new MappingNode(Nowhere, all);
    }
}
