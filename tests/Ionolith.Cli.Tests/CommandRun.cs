namespace Ionolith.Cli.Tests;

/// <summary>Carries out command lines with the real library, in a folder of their own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ionolith-words").FullName;

    /// <summary>What the last command printed.</summary>
    public string Out { get; private set; } = "";

    /// <summary>What the last command told on standard error.</summary>
    public string Error { get; private set; } = "";

    public void Dispose() => Directory.Delete(_folder, true);

    public string PathOf(string name) => Path.Combine(_folder, name);

    public IEnumerable<string?> Files() => Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public int Do(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLine.Run(words, new CliServices { Cells = new LibraryCells(), Out = output, Error = error, Width = 200 });
        (Out, Error) = (output.ToString(), error.ToString());
        return code;
    }
}
