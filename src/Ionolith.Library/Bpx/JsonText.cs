using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ionolith.Library.Files;
using Ionolith.Library.Writing;

namespace Ionolith.Library.Bpx;

/// <summary>Writes a tree as JSON text; lists of numbers stand on one line.</summary>
internal static class JsonText
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Of(FileNode root)
    {
        var text = new StringBuilder();
        Write(text, root, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, FileNode node, int indent)
    {
        switch (node)
        {
            case NumberNode number:
                text.Append(SiUnit.Plain(number.Value));
                break;
            case WordNode word:
                text.Append(word.Word);
                break;
            case ScalarNode scalar:
                text.Append(Quoted(scalar.Text));
                break;
            case SequenceNode list:
                text.Append('[');
                for (int i = 0; i < list.Items.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Write(text, list.Items[i], indent);
                }

                text.Append(']');
                break;
            case MappingNode { Entries: [{ Value: ScalarNode or NumberNode } only] }:
                text.Append("{ ").Append(Quoted(only.Key)).Append(": ");
                Write(text, only.Value, indent);
                text.Append(" }");
                break;
            case MappingNode mapping:
                WriteObject(text, mapping, indent);
                break;
        }
    }

    private static void WriteObject(StringBuilder text, MappingNode mapping, int indent)
    {
        text.Append('{');
        string separator = "\n";
        foreach (var entry in mapping.Entries)
        {
            text.Append(separator).Append(' ', indent + 2).Append(Quoted(entry.Key)).Append(": ");
            Write(text, entry.Value, indent + 2);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', indent).Append('}');
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Encoder)}\"";
}
