using System.Text;
using System.Text.Json;
using Ionolith.Library.Files;

namespace Ionolith.Library.Bpx;

/// <summary>A number in a JSON file.</summary>
internal sealed record NumberNode(FileLocation Location, double Value) : FileNode(Location);

/// <summary>true, false or null in a JSON file.</summary>
internal sealed record WordNode(FileLocation Location, string Word) : FileNode(Location);

/// <summary>Reads JSON text into a tree with places; what is wrong with the text becomes problems.</summary>
/// <remarks>
/// NaN and Infinity, which Python writes and JSON forbids, are read as numbers that are not finite, so that the value is reported
/// together with all other mistakes instead of hiding them.
/// </remarks>
internal sealed class JsonTree
{
    private const int DeepestNesting = 40;
    private const char NotFinite = '\uE000';
    private static readonly string[] NotFiniteWords = ["NaN", "-Infinity", "Infinity"];

    private readonly string _file;
    private readonly byte[] _bytes;
    private readonly List<FileProblem> _problems;
    private readonly List<int> _lines = [0];

    private JsonTree(string file, string text, List<FileProblem> problems)
    {
        _file = file;
        _problems = problems;
        _bytes = Encoding.UTF8.GetBytes(text);
        for (int i = 0; i < _bytes.Length; i++)
        {
            if (_bytes[i] == (byte)'\n')
            {
                _lines.Add(i + 1);
            }
        }
    }

    /// <summary>Reads the one value of a text.</summary>
    /// <returns>Its root mapping; null if there is none, which is then among the problems.</returns>
    public static MappingNode? Read(string file, string text, List<FileProblem> problems)
    {
        if (text.Length > YamlTree.LongestText)
        {
            problems.Add(new FileProblem(file, 0, 0, "", $"the file has {text.Length} characters; at most {YamlTree.LongestText} are read"));
            return null;
        }

        return new JsonTree(file, MarkNotFinite(text), problems).ReadDocument();
    }

    private MappingNode? ReadDocument()
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            reader.Read();
            var root = ReadNode(ref reader);
            reader.Read();
            return root as MappingNode;
        }
        catch (JsonException e)
        {
            int line = (int)(e.LineNumber ?? 0);
            int offset = Math.Min(_lines[Math.Min(line, _lines.Count - 1)] + (int)(e.BytePositionInLine ?? 0), _bytes.Length);
            var place = Place(offset);
            string reason = e.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            _problems.Add(new FileProblem(_file, place.Line, place.Column, "", $"is not valid JSON: {reason}"));
            return null;
        }
    }

    private FileNode ReadNode(ref Utf8JsonReader reader)
    {
        var place = Place((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, place);
            case JsonTokenType.StartArray:
                var items = new List<FileNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadNode(ref reader));
                }

                return new SequenceNode(place, items);
            case JsonTokenType.Number:
                return new NumberNode(place, reader.GetDouble());
            case JsonTokenType.String:
                string text = reader.GetString()!;
                return text.Length > 0 && text[0] == NotFinite ? new NumberNode(place, double.NaN) : new ScalarNode(place, text);
            default:
                return new WordNode(place, Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private MappingNode ReadObject(ref Utf8JsonReader reader, FileLocation place)
    {
        var entries = new List<FileEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyPlace = Place((int)reader.TokenStartIndex);
            string key = reader.GetString()!;
            reader.Read();
            var value = ReadNode(ref reader);
            if (entries.Find(e => string.Equals(e.Key, key, StringComparison.Ordinal)) is { } first)
            {
                _problems.Add(new FileProblem(
                    _file, keyPlace.Line, keyPlace.Column, "", $"the field \"{key}\" is given twice; the first one is in line {first.Location.Line}"));
            }
            else
            {
                entries.Add(new FileEntry(keyPlace, key, value));
            }
        }

        return new MappingNode(place, entries);
    }

    private FileLocation Place(int offset)
    {
        int found = _lines.BinarySearch(offset);
        int line = found >= 0 ? found : ~found - 1;
        int column = Encoding.UTF8.GetCharCount(_bytes.AsSpan(_lines[line], offset - _lines[line]));
        return new FileLocation(_file, line + 1, column + 1);
    }

    /// <summary>Replaces NaN and Infinity outside strings by marked strings of the same length.</summary>
    private static string MarkNotFinite(string text)
    {
        if (!text.Contains("NaN", StringComparison.Ordinal) && !text.Contains("Infinity", StringComparison.Ordinal))
        {
            return text;
        }

        var marked = new StringBuilder(text.Length);
        bool inString = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (inString && c == '\\' && i + 1 < text.Length)
            {
                marked.Append(c).Append(text[++i]);
                continue;
            }

            inString ^= c == '"';
            string? word = inString ? null : NotFiniteWords.FirstOrDefault(w => text.AsSpan(i).StartsWith(w, StringComparison.Ordinal));
            if (word is null)
            {
                marked.Append(c);
            }
            else
            {
                marked.Append('"').Append(NotFinite, word.Length - 2).Append('"');
                i += word.Length - 1;
            }
        }

        return marked.ToString();
    }
}
