using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Review;

/// <summary>Every system of the review and every claim on it, and the reader of files in the same form.</summary>
/// <remarks>Stateless and thread-safe. Mistakes in a file are returned as data, all at once; none is thrown.</remarks>
public static class ReviewLibrary
{
    /// <summary>The review whose systems the library holds.</summary>
    public const string Citation = "L. Zhang, State of the Art Development on Solid-State Lithium Batteries (2023)";

    private const string Folder = "systems";

    /// <summary>All systems that Ionolith ships.</summary>
    /// <returns>In the order of the review: by section, inside a section by reference, those without one first.</returns>
    /// <exception cref="InvalidDataException">A file of the library is wrong; the message lists all problems.</exception>
    public static IReadOnlyList<ReviewSystem> Systems() =>
        [.. DataFiles.EmbeddedIds(Folder).Select(id => LoadSystem(id).Require())
            .OrderBy(s => s.Section).ThenBy(s => s.Reference ?? 0).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>Ids of all systems that Ionolith ships.</summary>
    /// <returns>By id.</returns>
    public static IReadOnlyList<string> Ids() => DataFiles.EmbeddedIds(Folder);

    /// <summary>All claims of the review, one row each.</summary>
    /// <returns>In the order of the review.</returns>
    public static IReadOnlyList<ClaimRow> List() => [.. Systems().SelectMany(s => s.Claims.Select(c => new ClaimRow(s, c)))];

    /// <summary>Reads a system of the library, or one of a file of the user's.</summary>
    /// <param name="idOrPath">Id of a system, or path of a YAML file.</param>
    /// <returns>The system, or all problems.</returns>
    public static SystemLoadResult LoadSystem(string idOrPath)
    {
        ArgumentNullException.ThrowIfNull(idOrPath);
        var problems = new List<FileProblem>();
        var ids = DataFiles.EmbeddedIds(Folder);
        bool isFile = Path.HasExtension(idOrPath) || idOrPath.Contains('/', StringComparison.Ordinal) || File.Exists(idOrPath);
        if (!ids.Contains(idOrPath, StringComparer.Ordinal) && !isFile)
        {
            problems.Add(new FileProblem(idOrPath, 0, 0, "", $"there is no system or file of this name; {Names.Advice(idOrPath, [.. ids])}"));
            return new SystemLoadResult(null, problems);
        }

        string name = isFile ? idOrPath : DataFiles.EmbeddedName(Folder, idOrPath);
        string? text = DataFiles.Read(name, problems);
        return text is null ? new SystemLoadResult(null, problems) : ReadSystem(name, text);
    }

    /// <summary>Reads a system from text.</summary>
    /// <param name="fileName">Name of the file, for messages; files that it names are sought beside it.</param>
    /// <param name="text">The file's text, YAML.</param>
    /// <returns>The system, or all problems.</returns>
    public static SystemLoadResult ReadSystem(string fileName, string text)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        var context = new ReadContext();
        if (YamlTree.Read(fileName, text, context.Problems) is not { } root)
        {
            return new SystemLoadResult(null, context.Problems);
        }

        var system = SystemReader.Read(new MappingReader(root, "", context, ""));
        return context.Problems.Count == 0
            ? new SystemLoadResult(system, [])
            : new SystemLoadResult(null, [.. context.Problems.OrderBy(p => p.Line).ThenBy(p => p.Column)]);
    }
}
