using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Reading;

/// <summary>Reads the entries of one mapping and tells, at the end, which of them nobody knows.</summary>
internal sealed class MappingReader
{
    private readonly MappingNode _node;
    private readonly HashSet<string> _known = new(FileKeys.Provenance, StringComparer.Ordinal);

    /// <param name="node">The mapping.</param>
    /// <param name="path">Its path; empty at the top.</param>
    /// <param name="context">What is collected.</param>
    /// <param name="source">Source of values that name none; the mapping's own "source" comes first.</param>
    public MappingReader(MappingNode node, string path, ReadContext context, string source)
    {
        _node = node;
        Path = path;
        Context = context;
        Source = node.TextOf("source") ?? source;
        if (path.Length > 0)
        {
            context.Remember(path, node.Location);
        }
    }

    public string Path { get; }

    public ReadContext Context { get; }

    /// <summary>Source of values that name none.</summary>
    public string Source { get; }

    public FileLocation Location => _node.Location;

    /// <summary>Source that a value inherits: none from another file, as when a cell replaces a value of a library material.</summary>
    public string SourceFor(FileNode node) =>
        string.Equals(node.Location.File, _node.Location.File, StringComparison.Ordinal) ? Source : "";

    public bool Has(string key) => Know(key) is not null;

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>Registers a key and finds its value; null where the file has none.</summary>
    public FileNode? Know(string key)
    {
        _known.Add(key);
        return _node.Find(key)?.Value;
    }

    public void Report(string key, string message) =>
        Context.Report(_node.Find(key)?.Value.Location ?? _node.Location, key.Length == 0 ? Path : PathOf(key), message);

    /// <summary>A quantity that must be there; NaN with a problem otherwise.</summary>
    public double Quantity(string key, QuantityKind kind)
    {
        if (Has(key))
        {
            return OptionalQuantity(key, kind) ?? double.NaN;
        }

        ReportMissing(key, $"{kind.Name}, such as {key}: \"{kind.Example}\"");
        return double.NaN;
    }

    /// <summary>A quantity that may be there; null where it is not, NaN with a problem where it is none.</summary>
    public double? OptionalQuantity(string key, QuantityKind kind)
    {
        if (Know(key) is not { } node)
        {
            return null;
        }

        string path = PathOf(key);
        Context.Remember(path, node.Location);
        if (ValueText(key, node) is not { } text)
        {
            return double.NaN;
        }

        if (!Materials.Quantities.Quantity.TryParse(text.Text, kind, out var quantity, out string error))
        {
            Context.Report(text.Location, path, error);
            return double.NaN;
        }

        Provenance.Note(Context, path, text.Text, node, SourceFor(node), kind, quantity.Value);
        return quantity.Value;
    }

    /// <summary>The scalar of an entry that is written plainly or as {value: ..., source: ...}.</summary>
    public ScalarNode? ValueText(string key, FileNode node)
    {
        string path = PathOf(key);
        if (node is ScalarNode scalar)
        {
            if (scalar.Text.Length > 0)
            {
                return scalar;
            }

            Context.Report(node.Location, path, "has no value");
            return null;
        }

        if (node is MappingNode mapping)
        {
            var reader = new MappingReader(mapping, path, Context, SourceFor(node));
            var value = reader.Know("value");
            reader.Finish();
            if (value is ScalarNode { Text.Length: > 0 } inner)
            {
                return inner;
            }

            Context.Report(node.Location, path, "expected {value: ..., source: ...} but \"value\" is missing or no single value");
            return null;
        }

        Context.Report(node.Location, path, "expected a single value but found a list");
        return null;
    }

    public string Text(string key, string example)
    {
        if (OptionalText(key) is { } text)
        {
            return text;
        }

        if (!Has(key))
        {
            ReportMissing(key, $"a text, such as {key}: {example}");
        }

        return "";
    }

    public string? OptionalText(string key)
    {
        switch (Know(key))
        {
            case null:
                return null;
            case ScalarNode { Text.Length: > 0 } scalar:
                Context.Remember(PathOf(key), scalar.Location);
                return scalar.Text;
            case ScalarNode:
                Report(key, "has no value");
                return null;
            default:
                Report(key, "expected a text");
                return null;
        }
    }

    /// <summary>One of some words; the first one where the file has none.</summary>
    public string Choice(string key, params string[] words)
    {
        string? text = OptionalText(key);
        if (text is null)
        {
            return words[0];
        }

        if (words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        string expected = $"{string.Join(", ", words.Distinct(StringComparer.Ordinal).SkipLast(1))} or {words[^1]}";
        string advice = Names.Nearest(text, words) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";
        Report(key, $"is \"{text}\", expected {expected}{advice}");
        return words[0];
    }

    public int Whole(string key, int otherwise)
    {
        if (Know(key) is not { } node || ValueText(key, node) is not { } text)
        {
            return otherwise;
        }

        Context.Remember(PathOf(key), node.Location);
        if (int.TryParse(text.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int value))
        {
            return value;
        }

        Context.Report(text.Location, PathOf(key), $"expected a whole number, such as 20, but got \"{text.Text}\"");
        return otherwise;
    }

    public bool Flag(string key) => Choice(key, "false", "true") is "true";

    /// <summary>A mapping below this one; null where the file has none or something else.</summary>
    public MappingReader? Section(string key)
    {
        switch (Know(key))
        {
            case null:
                return null;
            case MappingNode mapping:
                return new MappingReader(mapping, PathOf(key), Context, SourceFor(mapping));
            default:
                Report(key, "expected keys and values below it");
                return null;
        }
    }

    /// <summary>The entries of a list; empty where the file has none or something else.</summary>
    public IReadOnlyList<FileNode> List(string key)
    {
        switch (Know(key))
        {
            case null:
                return [];
            case SequenceNode sequence:
                Context.Remember(PathOf(key), sequence.Location);
                return sequence.Items;
            default:
                Report(key, "expected a list (\"- ...\" lines)");
                return [];
        }
    }

    public void ReportMissing(string key, string expected) =>
        Context.Report(_node.Location, PathOf(key), $"is missing; expected {expected}");

    /// <summary>Reports at most one of these keys as too many, and none as missing if one is required.</summary>
    public void RequireOneOf(bool required, params string[] keys)
    {
        string[] present = [.. keys.Where(Has)];
        if (present.Length > 1)
        {
            Report(present[1], $"is given beside {present[0]}; give only one of {string.Join(", ", keys)}");
        }
        else if (required && present.Length == 0)
        {
            Context.Report(_node.Location, Path, $"needs {string.Join(" or ", keys)}");
        }
    }

    /// <summary>Takes every key as known, where what they should be cannot be told.</summary>
    public void KnowAll() => _known.UnionWith(_node.Entries.Select(e => e.Key));

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in _node.Entries.Where(e => !_known.Contains(e.Key)))
        {
            string[] own = [.. _known.Except(FileKeys.Provenance, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            Context.Report(entry.Location, PathOf(entry.Key), $"unknown key \"{entry.Key}\"; {Names.Advice(entry.Key, own)}");
        }
    }
}
