using Ionolith.Cells.Stack;
using Ionolith.Library.Files;

namespace Ionolith.Library.Reading;

/// <summary>What one reading collects: problems, the values with their sources, and where each path stands.</summary>
internal sealed class ReadContext
{
    private readonly Dictionary<string, FileLocation> _places = new(StringComparer.Ordinal);
    private readonly HashSet<FileProblem> _seen = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public List<FileProblem> Problems { get; } = [];

    public List<SourcedValue> Values { get; } = [];

    /// <summary>Every file that was read, with its text.</summary>
    public List<InputFile> Inputs { get; } = [];

    /// <summary>Texts that take the place of values of the files, by place ("file:line:column").</summary>
    public IReadOnlyDictionary<string, string> Changes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public void Report(FileLocation location, string path, string message)
    {
        var problem = new FileProblem(location.File, location.Line, location.Column, path, message);

        // A material that is used twice has its mistakes once.
        if (_seen.Add(location.Line > 0 ? problem with { Path = "" } : problem))
        {
            Problems.Add(problem);
        }
    }

    /// <summary>Marks something as being read until it is disposed of; null if it is being read already.</summary>
    public IDisposable? Enter(string name) => _open.Add(name) ? new Open(_open, name) : null;

    public void Remember(string path, FileLocation location) => _places.TryAdd(path, location);

    /// <summary>Whether a path was read: only then can a check of the cell be about a value of the file.</summary>
    public bool Knows(string path) => _places.ContainsKey(path);

    /// <summary>Place of a path, or of the nearest thing that contains it, or of the whole file.</summary>
    public FileLocation PlaceOf(string path, FileLocation top)
    {
        for (string at = path; at.Length > 0; at = at.LastIndexOf('.') is > 0 and var dot ? at[..dot] : "")
        {
            if (_places.TryGetValue(at, out var place))
            {
                return place;
            }
        }

        return top;
    }

    /// <summary>The tree of a file's text, with the changed values in their places; null, with a problem, if it has none.</summary>
    public MappingNode? ReadTree(string name, string text) =>
        YamlTree.Read(name, text, Problems) is { } root ? ValueChanges.Apply(root, Changes) : null;

    /// <summary>The text of a file, which is remembered as an input.</summary>
    public string? ReadFile(string name)
    {
        string? text = DataFiles.Read(name, Problems);
        if (text is not null && !Inputs.Exists(i => string.Equals(i.Name, name, StringComparison.Ordinal)))
        {
            Inputs.Add(new InputFile(name, text));
        }

        return text;
    }

    private sealed class Open(HashSet<string> open, string name) : IDisposable
    {
        public void Dispose() => open.Remove(name);
    }
}
