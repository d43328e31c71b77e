using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Writing;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Bpx;

/// <summary>Reads the fields of one section of a BPX file and tells, at the end, which of them the standard does not know.</summary>
internal sealed class BpxSection(MappingNode node, string path, ReadContext context)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public FileLocation Location => node.Location;

    public ReadContext Context => context;

    public IReadOnlyList<FileEntry> Entries => node.Entries;

    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public bool Has(string key) => Know(key) is not null;

    /// <summary>Registers a field and finds its value; null where the file has none.</summary>
    public FileNode? Know(string key)
    {
        _known.Add(key);
        return node.Find(key)?.Value;
    }

    public void Report(string key, string message) => context.Report(node.Find(key)?.Value.Location ?? node.Location, PathOf(key), message);

    public void ReportMissing(string key, string expected) => context.Report(node.Location, PathOf(key), $"is missing; expected {expected}");

    /// <summary>Tells that a field stands where this version of the standard does not have it.</summary>
    public void Refuse(string key, string advice)
    {
        if (node.Find(key) is { } entry)
        {
            _known.Add(key);
            context.Report(entry.Location, PathOf(key), advice);
        }
    }

    /// <summary>A section that must be there; null with a problem otherwise.</summary>
    public BpxSection? Section(string key)
    {
        if (OptionalSection(key) is { } section)
        {
            return section;
        }

        if (!Has(key))
        {
            ReportMissing(key, "an object with the section's fields");
        }

        return null;
    }

    /// <summary>A section that may be there.</summary>
    public BpxSection? OptionalSection(string key)
    {
        switch (Know(key))
        {
            case null:
                return null;
            case MappingNode mapping:
                return new BpxSection(mapping, PathOf(key), context);
            default:
                Report(key, "expected an object with the section's fields");
                return null;
        }
    }

    /// <summary>A number that must be there; null with a problem otherwise.</summary>
    public Located? Number(string key)
    {
        if (!Has(key))
        {
            ReportMissing(key, "a number");
        }

        return OptionalNumber(key);
    }

    /// <summary>A number that may be there; null where it is not, or, with a problem, where it is none.</summary>
    public Located? OptionalNumber(string key)
    {
        switch (Know(key))
        {
            case null:
                return null;
            case NumberNode { Value: var value } number when double.IsFinite(value):
                return new Located(value, number.Location);
            case NumberNode:
                Report(key, "is not a finite number");
                return null;
            case ScalarNode text:
                Report(key, $"expected a number but found the text \"{text.Text}\"");
                return null;
            default:
                Report(key, "expected a number");
                return null;
        }
    }

    public string? OptionalText(string key)
    {
        switch (Know(key))
        {
            case null:
                return null;
            case ScalarNode scalar:
                return scalar.Text;
            default:
                Report(key, "expected a text in quotation marks");
                return null;
        }
    }

    /// <summary>Reports the fields that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in node.Entries.Where(e => !_known.Contains(e.Key)))
        {
            context.Report(entry.Location, PathOf(entry.Key), $"unknown field \"{entry.Key}\"; {Names.Advice(entry.Key, [.. _known.Order(StringComparer.Ordinal)])}");
        }
    }
}

/// <summary>A number with its place in the file.</summary>
internal readonly record struct Located(double Value, FileLocation Location)
{
    /// <summary>The number with its unit, as a node that stands at its place.</summary>
    public ScalarNode In(SiUnit unit) => new(Location, unit.Text(Value));

    /// <summary>A number that was computed from this one and stands at its place.</summary>
    public Located With(double value) => this with { Value = value };
}
