using System.Globalization;
using Ionolith.Library.Files;

namespace Ionolith.Library.Bpx;

/// <summary>What Ionolith keeps under User-defined: names, the parts of a cell that BPX has no field for, and sources.</summary>
/// <remarks>
/// The parts stand as in a cell file, with two differences that the standard asks for: a text is {"description": text}, and
/// lists are objects, with the name of a layer or material or the number of an entry as key. See docs/guide/bpx.md.
/// </remarks>
internal sealed class BpxExtension
{
    public const string Section = "Ionolith";

    private BpxExtension(IReadOnlyDictionary<string, string> names, MappingNode? cell, IReadOnlyDictionary<string, SourcedText> sources)
    {
        Names = names;
        Cell = cell;
        Sources = sources;
    }

    /// <summary>Names of layers and materials by the section whose they are.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    public MappingNode? Cell { get; }

    public IReadOnlyDictionary<string, SourcedText> Sources { get; }

    public static BpxExtension Read(BpxSection? userDefined, Action<FileLocation, string, string> warn)
    {
        var own = userDefined?.OptionalSection(Section);
        string[] unused = [.. (userDefined?.Entries ?? []).Select(e => e.Key).Where(k => k is not (Section or "description"))];
        if (unused.Length > 0)
        {
            string some = string.Join(", ", unused.Take(5).Select(k => $"\"{k}\"")) + (unused.Length > 5 ? ", ..." : "");
            warn(userDefined!.Location, userDefined.PathOf("").TrimEnd('.'), $"{unused.Length} user-defined field{(unused.Length == 1 ? " is" : "s are")} not used: {some}");
        }

        own?.Know("description");
        var names = own?.Know("names") as MappingNode;
        var cell = own?.Know("cell") as MappingNode;
        var sources = own?.Know("sources") as MappingNode;
        own?.Finish();
        return new BpxExtension(
            names is null ? new Dictionary<string, string>(StringComparer.Ordinal) : names.Entries.ToDictionary(e => e.Key, e => TextOf(e.Value), StringComparer.Ordinal),
            cell is null ? null : (MappingNode)Plain("", cell),
            sources is null
                ? new Dictionary<string, SourcedText>(StringComparer.Ordinal)
                : sources.Entries.Where(e => e.Value is MappingNode).ToDictionary(
                    e => e.Key, e => new SourcedText(TextAt(e.Value, "source"), TextAt(e.Value, "role"), TextAt(e.Value, "range")), StringComparer.Ordinal));
    }

    /// <summary>A cell's tree with these parts put over it.</summary>
    public MappingNode Over(MappingNode cell) => Cell is null ? cell : (MappingNode)TreeOverlay.Put(cell, Cell, "");

    /// <summary>From the form of the standard to that of cell files.</summary>
    private static FileNode Plain(string key, FileNode node)
    {
        switch (node)
        {
            case NumberNode number:
                return new ScalarNode(number.Location, Writing.SiUnit.Plain(number.Value));
            case WordNode word:
                return new ScalarNode(word.Location, word.Word);
            case SequenceNode list:
                return list with { Items = [.. list.Items.Select(i => Plain("", i))] };
            case MappingNode { Entries: [{ Key: "description" }] } text:
                return Plain("", text.Entries[0].Value);
            case MappingNode table when key is "table" && table.Find("x")?.Value is SequenceNode x && table.Find("y")?.Value is SequenceNode y:
                return new SequenceNode(
                    table.Location, [.. x.Items.Zip(y.Items, (a, b) => new SequenceNode(a.Location, [Plain("", a), Plain("", b)]))]);
            case MappingNode list when BpxKeys.NumberedLists.Contains(key, StringComparer.Ordinal) && list.Entries.All(e => int.TryParse(e.Key, CultureInfo.InvariantCulture, out _)):
                var items = list.Entries.OrderBy(e => int.Parse(e.Key, CultureInfo.InvariantCulture)).Select(e => Plain("", e.Value));
                return new SequenceNode(list.Location, [.. items]);
            case MappingNode mapping:
                return mapping with { Entries = [.. mapping.Entries.Select(e => e with { Value = Plain(e.Key, e.Value) })] };
            default:
                return node;
        }
    }

    private static string TextAt(FileNode node, string key) => (node as MappingNode)?.Find(key)?.Value is { } value ? TextOf(value) : "";

    private static string TextOf(FileNode node) => (Plain("", node) as ScalarNode)?.Text ?? "";
}
