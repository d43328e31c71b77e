using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads <c>stack:</c>, how the real stack of a cell is built, over the library's assumptions for what it leaves out.</summary>
internal static class StackReader
{
    private const string Defaults = "library:defaults/stack.yaml";
    private const string Top = "stack";

    /// <summary>The construction of a cell whose file says something about it.</summary>
    /// <param name="section">The section.</param>
    /// <param name="cell">Context of the cell's file: gets the problems, and the values that the file gives.</param>
    /// <param name="layers">The cell's layers; its own collectors are those of the stack where the section names none.</param>
    public static StackConstruction? Read(MappingNode section, ReadContext cell, IReadOnlyList<Layer> layers)
    {
        var context = new ReadContext();
        var construction = Read(Overlay(Usual(context), section), context, layers, section);
        foreach (var problem in context.Problems)
        {
            cell.Report(new FileLocation(problem.File, problem.Line, problem.Column), problem.Path, problem.Message);
        }

        cell.Values.AddRange(construction.Values.Where(v => IsGiven(section, v.Path)));
        cell.Inputs.AddRange(context.Inputs.Where(i => !cell.Inputs.Exists(j => string.Equals(i.Name, j.Name, StringComparison.Ordinal))));
        return context.Problems.Count == 0 ? construction : null;
    }

    /// <summary>The construction that is assumed of a cell whose file says nothing.</summary>
    public static StackConstruction Assumed(IReadOnlyList<Layer> layers)
    {
        var context = new ReadContext();
        var construction = Read(Usual(context), context, layers, new MappingNode(default, []));
        return context.Problems.Count == 0
            ? construction
            : throw new InvalidDataException(string.Join(Environment.NewLine, context.Problems));
    }

    private static StackConstruction Read(MappingNode node, ReadContext context, IReadOnlyList<Layer> layers, MappingNode given)
    {
        var reader = new MappingReader(node, Top, context, "");
        var construction = new StackConstruction
        {
            Cells = Count(reader),
            Arrangement = reader.Choice("arrangement", "conventional", "bipolar") is "bipolar" ? StackArrangement.Bipolar : StackArrangement.Conventional,
            Width = Positive(reader, "width", QuantityKinds.Length),
            Height = Positive(reader, "height", QuantityKinds.Length),
            NegativeCollector = Own(layers is [var first, ..] ? first : null, given, "negative-collector", reader) ?? Collector(reader, "negative-collector"),
            PositiveCollector = Own(layers is [.., var last] ? last : null, given, "positive-collector", reader) ?? Collector(reader, "positive-collector"),
            BipolarCollector = Collector(reader, "bipolar-collector"),
            TabShare = Below(reader, "tabs", tabs => NotNegative(tabs, "mass-share", QuantityKinds.Number), double.NaN),
            Seal = Below(reader, "seal", seal => new EdgeSeal(NotNegative(seal, "width", QuantityKinds.Length), Positive(seal, "density", QuantityKinds.Density)), new(double.NaN, double.NaN)),
            Casing = Below(
                reader,
                "casing",
                casing => new Casing(
                    NotNegative(casing, "thickness", QuantityKinds.Length), Positive(casing, "density", QuantityKinds.Density), NotNegative(casing, "margin", QuantityKinds.Length)),
                new(double.NaN, double.NaN, double.NaN)),
            Spread = Below(
                reader,
                "spread",
                spread => new CellSpread(Deviation(spread, "capacity"), Deviation(spread, "resistance"), SeedReader.Read(spread)) { Leak = LeakDeviation(spread) },
                new(0, 0, 1)),
        };
        reader.Finish();
        return construction with { Values = [.. context.Values] };
    }

    /// <summary>The cell's own collector layer, unless the file names another one for the stack.</summary>
    private static Foil? Own(Layer? end, MappingNode given, string key, MappingReader reader)
    {
        if (end is not CurrentCollector collector || given.Find(key) is not null)
        {
            return null;
        }

        reader.Know(key);
        return new Foil([new FoilSheet(collector.Material, collector.Thickness)]);
    }

    private static Foil Collector(MappingReader stack, string key)
    {
        if (stack.Know(key) is not SequenceNode sheets)
        {
            return stack.Section(key) is { } single && Sheet(single) is { } sheet ? new Foil([sheet]) : new Foil([]);
        }

        var clad = new List<FoilSheet>();
        foreach (var item in sheets.Items)
        {
            string name = (item as MappingNode)?.TextOf("name") ?? (item as MappingNode)?.TextOf("material")
                ?? (clad.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (item is not MappingNode mapping)
            {
                stack.Context.Report(item.Location, stack.PathOf(key), "expected a sheet of the clad foil, such as {material: copper, thickness: 4 um}");
            }
            else if (Sheet(new MappingReader(mapping, $"{stack.PathOf(key)}.{name}", stack.Context, stack.SourceFor(mapping))) is { } sheet)
            {
                clad.Add(sheet);
            }
        }

        return new Foil(clad);
    }

    private static FoilSheet? Sheet(MappingReader reader)
    {
        reader.Know("name");
        double thickness = Positive(reader, "thickness", QuantityKinds.Length);
        double porosity = reader.OptionalQuantity("porosity", QuantityKinds.Number) ?? 0;
        if (!(porosity is >= 0 and < 1) && !double.IsNaN(porosity))
        {
            reader.Report("porosity", $"must be from 0 to below 1 but is {Text(porosity)}");
        }

        var material = MaterialReference.Resolve(reader, reader.Path, "inert");
        reader.Finish();
        return material is { } found ? new FoilSheet(MaterialReader.ReadInert(found.Reader, found.Id), thickness, porosity) : null;
    }

    private static int Count(MappingReader reader)
    {
        double cells = reader.Quantity("cells", QuantityKinds.Number);
        if (double.IsNaN(cells) || (cells >= 1 && cells <= 100_000 && cells == Math.Floor(cells)))
        {
            return double.IsNaN(cells) ? 1 : (int)cells;
        }

        reader.Report("cells", $"must be a whole number from 1 to 100000 but is {Text(cells)}");
        return 1;
    }

    private static double Deviation(MappingReader reader, string key)
    {
        double value = NotNegative(reader, key, QuantityKinds.Number);
        if (value > CellSpread.Most)
        {
            reader.Report(key, $"must be at most {Text(CellSpread.Most)}, since cells that differ more are no stack, but is {Text(value)}");
        }

        return value;
    }

    // Leaks of one production differ far more than what is coated.
    private static double LeakDeviation(MappingReader reader)
    {
        double value = reader.OptionalQuantity("leak", QuantityKinds.Number) ?? 0;
        if (!(value is >= 0 and < 1) && !double.IsNaN(value))
        {
            reader.Report("leak", $"must be from 0 to below 1 but is {Text(value)}");
        }

        return value;
    }

    private static double Positive(MappingReader reader, string key, QuantityKind kind) => Checked(reader, key, kind, v => v > 0, "positive");

    private static double NotNegative(MappingReader reader, string key, QuantityKind kind) => Checked(reader, key, kind, v => v >= 0, "zero or positive");

    private static double Checked(MappingReader reader, string key, QuantityKind kind, Func<double, bool> isRight, string expected)
    {
        double value = reader.Quantity(key, kind);
        if (!double.IsNaN(value) && !isRight(value))
        {
            reader.Report(key, $"must be {expected} but is {QuantityFormat.ToText(value, kind)}");
        }

        return value;
    }

    private static T Below<T>(MappingReader reader, string key, Func<MappingReader, T> read, T otherwise)
    {
        if (reader.Section(key) is not { } section)
        {
            return otherwise;
        }

        var value = read(section);
        section.Finish();
        return value;
    }

    private static MappingNode Usual(ReadContext context) =>
        YamlTree.Read(Defaults, DataFiles.ReadEmbedded(Defaults) ?? throw new InvalidDataException($"{Defaults} is missing."), context.Problems)
        ?? throw new InvalidDataException($"{Defaults} is no YAML mapping.");

    /// <summary>Replaces what the file gives; a collector with its own material is another collector and keeps nothing of the assumed one.</summary>
    private static MappingNode Overlay(MappingNode below, MappingNode above)
    {
        var merged = below with { Location = above.Location };
        foreach (var entry in above.Entries)
        {
            bool goesOn = entry.Value is MappingNode given && given.Find("value") is null && given.Find("material") is null
                && below.Find(entry.Key)?.Value is MappingNode usual && usual.Find("value") is null;
            var value = goesOn ? Overlay((MappingNode)below.Find(entry.Key)!.Value, (MappingNode)entry.Value) : entry.Value;
            merged = merged with
            {
                Entries = [.. merged.Entries.Where(e => !string.Equals(e.Key, entry.Key, StringComparison.Ordinal)), entry with { Value = value }],
            };
        }

        return merged;
    }

    private static bool IsGiven(MappingNode section, string path)
    {
        FileNode? node = section;
        foreach (string key in path.Split('.').Skip(1))
        {
            if (node is not MappingNode mapping)
            {
                return true;
            }

            if (mapping.Find(key)?.Value is not { } below)
            {
                // What a material brings with it was given by naming the material.
                return mapping.Find("material") is not null;
            }

            node = below;
        }

        return true;
    }

    private static string Text(double value) => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
}
