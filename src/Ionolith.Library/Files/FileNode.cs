using System.Globalization;

namespace Ionolith.Library.Files;

/// <summary>A place in a file.</summary>
internal readonly record struct FileLocation(string File, int Line, int Column)
{
    /// <summary>The place as compilers print it: file:line:column.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}

/// <summary>A node of a file's tree that knows where it stands.</summary>
internal abstract record FileNode(FileLocation Location);

/// <summary>A single value.</summary>
internal sealed record ScalarNode(FileLocation Location, string Text) : FileNode(Location);

/// <summary>A list.</summary>
internal sealed record SequenceNode(FileLocation Location, IReadOnlyList<FileNode> Items) : FileNode(Location);

/// <summary>Keys and values, in the order of the file.</summary>
internal sealed record MappingNode(FileLocation Location, IReadOnlyList<FileEntry> Entries) : FileNode(Location)
{
    public FileEntry? Find(string key) => Entries.FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.Ordinal));

    /// <summary>The text of a scalar entry; null if there is none.</summary>
    public string? TextOf(string key) => (Find(key)?.Value as ScalarNode)?.Text;

    /// <summary>The mapping with one entry replaced or added.</summary>
    public MappingNode With(string key, FileNode value)
    {
        var entry = new FileEntry(value.Location, key, value);
        return Find(key) is null
            ? this with { Entries = [.. Entries, entry] }
            : this with { Entries = [.. Entries.Select(e => string.Equals(e.Key, key, StringComparison.Ordinal) ? entry : e)] };
    }
}

/// <summary>One key with its value.</summary>
internal sealed record FileEntry(FileLocation Location, string Key, FileNode Value);
