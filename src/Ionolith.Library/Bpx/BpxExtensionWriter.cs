using System.Globalization;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Library.Writing;

namespace Ionolith.Library.Bpx;

/// <summary>Writes parts of a cell file in the form that the standard allows under User-defined.</summary>
internal static class BpxExtensionWriter
{
    private static readonly FileLocation Nowhere = new("", 0, 0);

    /// <summary>Texts as {"description": ...}, tables as {"x": ..., "y": ...}, lists as objects.</summary>
    public static FileNode Described(string key, FileNode node) => node switch
    {
        ScalarNode scalar => Scalar(scalar),
        SequenceNode table when key is "table" => new MappingNode(Nowhere, [Column("x", table, 0), Column("y", table, 1)]),
        SequenceNode list when BpxKeys.NumberedLists.Contains(key, StringComparer.Ordinal) => new MappingNode(
            Nowhere, [.. list.Items.Select((item, i) => new FileEntry(Nowhere, (i + 1).ToString(CultureInfo.InvariantCulture), Described("", item)))]),
        SequenceNode list => new MappingNode(Nowhere, [.. list.Items.Select(Named)]),
        MappingNode mapping => mapping with { Entries = [.. mapping.Entries.Select(e => e with { Value = Described(e.Key, e.Value) })] },
        _ => node,
    };

    /// <summary>Source, role and range of every value, by path.</summary>
    public static MappingNode Sources(IEnumerable<SourcedValue> values) => new(
        Nowhere,
        [.. values.Select(v => new FileEntry(Nowhere, v.Path, Source(v)))]);

    private static MappingNode Source(SourcedValue value)
    {
        (string Key, string Text)[] entries = [("source", value.Source), ("role", value.Role switch { ValueRole.Assumed => "assumed", ValueRole.Calibrated => "calibrated", _ => "input" }), ("range", value.Range)];
        return new MappingNode(Nowhere, [.. entries.Where(e => e.Text.Length > 0).Select(e => new FileEntry(Nowhere, e.Key, Text(e.Text)))]);
    }

    private static FileNode Scalar(ScalarNode scalar) =>
        double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
        && string.Equals(SiUnit.Plain(value), scalar.Text, StringComparison.Ordinal)
            ? new NumberNode(Nowhere, value)
            : Text(scalar.Text);

    private static MappingNode Text(string text) => new(Nowhere, [new FileEntry(Nowhere, "description", new ScalarNode(Nowhere, text))]);

    private static FileEntry Named(FileNode item)
    {
        var mapping = (MappingNode)item;
        var nameless = mapping with { Entries = [.. mapping.Entries.Where(e => e.Key is not "name")] };
        return new FileEntry(Nowhere, mapping.TextOf("name") ?? "", Described("", nameless));
    }

    private static FileEntry Column(string name, SequenceNode table, int index)
    {
        var numbers = table.Items.Cast<SequenceNode>().Select(row => (FileNode)new NumberNode(
            Nowhere, double.Parse(((ScalarNode)row.Items[index]).Text, CultureInfo.InvariantCulture)));
        return new FileEntry(Nowhere, name, new SequenceNode(Nowhere, [.. numbers]));
    }
}
