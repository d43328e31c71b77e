namespace Ionolith.Cells.Protocols;

/// <summary>Where the files that a protocol names are found.</summary>
public sealed class ProtocolFiles
{
    private const long LargestFile = 64L << 20;
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string>? _texts;

    /// <summary>Files of a folder.</summary>
    /// <param name="folder">Folder to which relative names belong; "" is the current one.</param>
    public ProtocolFiles(string folder) => _folder = folder;

    /// <summary>Files held in memory.</summary>
    /// <param name="texts">Text of each file by its name.</param>
    public ProtocolFiles(IReadOnlyDictionary<string, string> texts) => (_folder, _texts) = ("", texts);

    /// <summary>Reads a text file.</summary>
    /// <param name="name">Name as written.</param>
    /// <returns>Its text, or null and why it cannot be read.</returns>
    internal (string? Text, string Refusal) Read(string name)
    {
        if (_texts is not null)
        {
            return _texts.TryGetValue(name, out var text) ? (text, "") : (null, $"there is no file '{name}'");
        }

        return ReadText(Path.Combine(_folder, name));
    }

    /// <summary>Reads a text file of a reasonable size.</summary>
    internal static (string? Text, string Refusal) ReadText(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return (null, Directory.Exists(path) ? $"'{path}' is a folder, not a file" : $"there is no file '{path}'");
            }

            if (file.Length > LargestFile)
            {
                return (null, string.Create(CultureInfo.InvariantCulture, $"'{path}' has {file.Length >> 20} MB; at most {LargestFile >> 20} MB are read"));
            }

            var text = File.ReadAllText(path);
            return text.Contains('\0', StringComparison.Ordinal) ? (null, $"'{path}' is not a text file") : (text, "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, $"'{path}' cannot be read: {e.Message}");
        }
    }
}
