using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ionolith.Library.Files;

/// <summary>Reads YAML text into a tree with places; what is wrong with the text becomes problems.</summary>
/// <remarks>Anchors, aliases and tags are refused: a description has no use for them and an alias can make a small file huge.</remarks>
internal sealed class YamlTree
{
    private const int DeepestNesting = 40;

    private readonly string _file;
    private readonly List<FileProblem> _problems;
    private int _depth;

    private YamlTree(string file, List<FileProblem> problems)
    {
        _file = file;
        _problems = problems;
    }

    /// <summary>Largest file that is read, characters.</summary>
    public const int LongestText = 5 * 1024 * 1024;

    /// <summary>Reads the one document of a text.</summary>
    /// <returns>Its root mapping; null if there is none, which is then among the problems.</returns>
    public static MappingNode? Read(string file, string text, List<FileProblem> problems)
    {
        if (TextProblem(text) is { } problem)
        {
            problems.Add(new FileProblem(file, 0, 0, "", problem));
            return null;
        }

        var tree = new YamlTree(file, problems);
        var root = tree.ReadDocument(text);
        if (root is MappingNode mapping)
        {
            return mapping;
        }

        if (root is not null)
        {
            const string expected = "expected keys and values (\"key: value\") at the top of the file";
            problems.Add(new FileProblem(file, root.Location.Line, root.Location.Column, "", expected));
        }

        return null;
    }

    /// <summary>Reads a value from the command line: a scalar, or a list or mapping in brackets.</summary>
    public static FileNode ReadValue(string file, string text, List<FileProblem> problems)
    {
        var location = new FileLocation(file, 0, 0);
        if (!text.StartsWith('[') && !text.StartsWith('{'))
        {
            return new ScalarNode(location, text.Trim());
        }

        return new YamlTree(file, problems).ReadDocument(text) is { } node ? Move(node, location) : new ScalarNode(location, text);
    }

    private static string? TextProblem(string text)
    {
        if (text.Length > LongestText)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the file has {text.Length} characters; at most {LongestText} are read");
        }

        int binary = text.AsSpan().IndexOf('\0');
        if (binary >= 0)
        {
            return $"the file is binary (a zero byte at position {binary}), expected YAML text";
        }

        return string.IsNullOrWhiteSpace(text) ? "the file is empty" : null;
    }

    private static FileNode Move(FileNode node, FileLocation location) => node switch
    {
        SequenceNode s => new SequenceNode(location, [.. s.Items.Select(i => Move(i, location))]),
        MappingNode m => new MappingNode(location, [.. m.Entries.Select(e => new FileEntry(location, e.Key, Move(e.Value, location)))]),
        _ => node with { Location = location },
    };

    private FileNode? ReadDocument(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                _problems.Add(new FileProblem(_file, 0, 0, "", "the file holds only comments"));
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = ReadNode(parser);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                Report(parser.Current!.Start, "a second document (\"---\") in one file is not read; split the file");
            }

            return root;
        }
        catch (YamlException e)
        {
            Report(e.Start, "is not valid YAML: " + e.Message.TrimEnd('.'));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or EndOfStreamException)
        {
            // The scanner's answer to some brackets that are never closed.
            Report(parser.Current?.End ?? Mark.Empty, "is not valid YAML after this place: is a bracket or a quotation mark left open?");
            return null;
        }
    }

    private FileNode? ReadNode(IParser parser)
    {
        if (++_depth > DeepestNesting)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested more than {DeepestNesting} deep");
        }

        FileNode? node = null;
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            node = new ScalarNode(Place(scalar.Start), scalar.Value);
        }
        else if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<FileNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                if (ReadNode(parser) is { } item)
                {
                    items.Add(item);
                }
            }

            node = new SequenceNode(Place(sequence.Start), items);
        }
        else if (parser.TryConsume<MappingStart>(out var mapping))
        {
            node = ReadMapping(parser, mapping.Start);
        }
        else
        {
            var found = parser.Consume<ParsingEvent>();
            Report(found.Start, "aliases (*name) are not read; write the value out");
        }

        _depth--;
        return node;
    }

    private MappingNode ReadMapping(IParser parser, Mark start)
    {
        var entries = new List<FileEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = parser.Current!.Start;
            var key = ReadNode(parser);
            var value = ReadNode(parser);
            if (key is not ScalarNode name)
            {
                Report(place, "expected a plain word as key");
            }
            else if (entries.Find(e => string.Equals(e.Key, name.Text, StringComparison.Ordinal)) is { } first)
            {
                Report(place, $"the key \"{name.Text}\" is given twice; the first one is in line {first.Location.Line}");
            }
            else if (value is not null)
            {
                entries.Add(new FileEntry(Place(place), name.Text, value));
            }
        }

        return new MappingNode(Place(start), entries);
    }

    private void Report(Mark mark, string message) =>
        _problems.Add(new FileProblem(_file, (int)mark.Line, (int)mark.Column, "", message));

    private FileLocation Place(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);
}
