namespace Ionolith.Testing;

/// <summary>Texts of the repository, found upwards of the test.</summary>
public static class RepositoryText
{
    /// <summary>A file of the repository.</summary>
    /// <param name="path">Path from its root: "docs/guide/laws.md".</param>
    /// <returns>The text with line feeds.</returns>
    /// <exception cref="FileNotFoundException">The test does not run inside the repository, or there is no such file.</exception>
    public static string Of(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ionolith.slnx")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new FileNotFoundException("The test does not run inside the repository.", path)
            : File.ReadAllText(Path.Combine(folder.FullName, path)).ReplaceLineEndings("\n");
    }
}
