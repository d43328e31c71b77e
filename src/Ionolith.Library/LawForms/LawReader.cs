using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>Reads the values of a law's keys and checks each against its rule.</summary>
/// <param name="keys">The keys that may stand there.</param>
/// <param name="file">The mapping that holds them.</param>
/// <param name="property">The property that is read: its name, kind and composition variable.</param>
internal sealed class LawReader(IReadOnlyList<LawKey> keys, MappingReader file, PropertyContext property)
{
    private readonly int _before = file.Context.Problems.Count;

    public MappingReader File => file;

    /// <summary>Whether a problem was told since the reading of these keys began.</summary>
    public bool HasProblems => file.Context.Problems.Count > _before;

    public PropertyContext Property => property;

    public bool Has(string key) => file.Has(Key(key).Name);

    public void Report(string key, string message) => file.Report(key, message);

    /// <summary>The value of a key, SI; what holds where it may be left out; NaN with a problem where it is wrong.</summary>
    public double Quantity(string name)
    {
        var key = Key(name);
        double? value = key.IsOptional ? file.OptionalQuantity(name, key.Kind!) : file.Quantity(name, key.Kind!);
        if (value is { } given && !double.IsNaN(given) && !(key.Rule.Holds(given) && double.IsFinite(given)))
        {
            file.Report(name, key.Rule.Broken(given));
            return double.NaN;
        }

        return value ?? key.Otherwise;
    }

    /// <summary>The function of a key.</summary>
    public IPropertyFunction Function(string name)
    {
        var key = Key(name);
        return FunctionReader.Required(file, name, property.Of(key));
    }

    /// <summary>The function of a key that may be left out.</summary>
    public IPropertyFunction? OptionalFunction(string name) => FunctionReader.Optional(file, name, property.Of(Key(name)));

    public string Word(string name)
    {
        var key = Key(name);
        if (!key.IsOptional && !file.Has(name))
        {
            file.ReportMissing(name, $"{string.Join(", ", key.Words.SkipLast(1))} or {key.Words[^1]}");
        }

        return file.Choice(name, [.. key.Words]);
    }

    /// <summary>The keys below a key; null where the file has none.</summary>
    public LawReader? Section(string name) =>
        file.Section(name) is { } section ? new LawReader(Key(name).Keys, section, property) : null;

    /// <summary>Named parts, "name: {share: 0.3, part: ...}", in the order of the file.</summary>
    public IReadOnlyList<(string Name, LawReader Part)> Parts(string name)
    {
        var key = Key(name);
        if (file.Know(name) is not MappingNode mapping)
        {
            string example = $"{name}: {{a: {{{string.Join(", ", key.Keys.Select(k => $"{k.Name}: ..."))}}}, b: ...}}";
            if (file.Has(name))
            {
                file.Report(name, $"expected named parts, such as {example}");
            }
            else
            {
                file.ReportMissing(name, $"named parts, such as {example}");
            }

            return [];
        }

        var all = new MappingReader(mapping, file.PathOf(name), file.Context, file.SourceFor(mapping));
        var parts = new List<(string Name, LawReader Part)>();
        foreach (var entry in mapping.Entries.Where(e => !FileKeys.Provenance.Contains(e.Key, StringComparer.Ordinal)))
        {
            if (all.Section(entry.Key) is { } section)
            {
                parts.Add((entry.Key, new LawReader(key.Keys, section, property)));
            }
        }

        return parts;
    }

    /// <summary>Registers every key, so that one that was not read is not told as unknown.</summary>
    public void KnowKeys()
    {
        foreach (var key in keys)
        {
            file.Know(key.Name);
        }
    }

    /// <summary>Tells the keys that do not exist below a section or part; whoever reads one finishes it.</summary>
    public void Finish()
    {
        KnowKeys();
        file.Finish();
    }

    private LawKey Key(string name) => keys.First(k => string.Equals(k.Name, name, StringComparison.Ordinal));
}
