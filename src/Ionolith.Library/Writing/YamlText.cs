using System.Text;
using System.Text.RegularExpressions;
using Ionolith.Library.Files;

namespace Ionolith.Library.Writing;

/// <summary>Writes a tree as YAML text.</summary>
internal static partial class YamlText
{
    private const int LongestFlow = 110;

    public static string Of(MappingNode root)
    {
        var text = new StringBuilder();
        WriteMapping(text, root, 0);
        return text.ToString();
    }

    private static void WriteMapping(StringBuilder text, MappingNode mapping, int indent)
    {
        bool first = true;
        foreach (var entry in mapping.Entries)
        {
            if (!first)
            {
                text.Append(' ', indent);
            }

            first = false;
            text.Append(Scalar(entry.Key)).Append(':');
            WriteValue(text, entry.Value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, FileNode value, int indent)
    {
        string flow = Flow(value);
        if (value is ScalarNode || (flow.Length + indent < LongestFlow && !HasStructure(value)))
        {
            text.Append(' ').Append(flow).Append('\n');
        }
        else if (value is MappingNode below)
        {
            text.Append('\n').Append(' ', indent + 2);
            WriteMapping(text, below, indent + 2);
        }
        else
        {
            text.Append('\n');
            foreach (var item in ((SequenceNode)value).Items)
            {
                text.Append(' ', indent + 2).Append("- ");
                if (item is MappingNode entry)
                {
                    WriteMapping(text, entry, indent + 4);
                }
                else
                {
                    text.Append(Flow(item)).Append('\n');
                }
            }
        }
    }

    /// <summary>Lists of mappings, such as layers, read better as blocks even where they are short.</summary>
    private static bool HasStructure(FileNode node) => node switch
    {
        SequenceNode sequence => sequence.Items.Any(i => i is MappingNode m && m.Find("name") is not null),
        MappingNode mapping => mapping.Entries.Any(e => HasStructure(e.Value)),
        _ => false,
    };

    private static string Flow(FileNode node) => node switch
    {
        ScalarNode scalar => Scalar(scalar.Text),
        SequenceNode sequence => $"[{string.Join(", ", sequence.Items.Select(Flow))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(e => $"{Scalar(e.Key)}: {Flow(e.Value)}"))}}}",
        _ => "",
    };

    /// <summary>Plain where that is safe everywhere in YAML, else in single quotation marks.</summary>
    private static string Scalar(string text)
    {
        string oneLine = text.ReplaceLineEndings(" ");
        return Safe().IsMatch(oneLine) ? oneLine : $"'{oneLine.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9 ._/+*^()-]*$(?<! )", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Safe();
}
