using Ionolith.Library.Files;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Review;

/// <summary>Every system of the review and every claim on it.</summary>
/// <remarks>Stateless and thread-safe. Mistakes in a file are returned as data, all at once; none is thrown.</remarks>
public static class ClaimsLibrary
{
    private const string FileName = "library:claims.yaml";

    /// <summary>Reads the claims that Ionolith ships.</summary>
    /// <returns>The systems, or all problems.</returns>
    public static ClaimsLoadResult Load()
    {
        var problems = new List<FileProblem>();
        string? text = DataFiles.Read(FileName, problems);
        return text is null ? new ClaimsLoadResult(null, problems) : Read(FileName, text);
    }

    /// <summary>Reads claims from text.</summary>
    /// <param name="fileName">Name of the file, for messages.</param>
    /// <param name="text">The file's text, YAML.</param>
    /// <returns>The systems, or all problems.</returns>
    public static ClaimsLoadResult Read(string fileName, string text)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        var context = new ReadContext();
        if (YamlTree.Read(fileName, text, context.Problems) is not { } root)
        {
            return new ClaimsLoadResult(null, context.Problems);
        }

        var systems = ClaimsReader.Read(new MappingReader(root, "", context, ""));
        return context.Problems.Count == 0
            ? new ClaimsLoadResult(systems, [])
            : new ClaimsLoadResult(null, [.. context.Problems.OrderBy(p => p.Line).ThenBy(p => p.Column)]);
    }

    /// <summary>All claims of the review, one row each.</summary>
    /// <returns>In the order of the review.</returns>
    public static IReadOnlyList<ClaimRow> List() =>
        [.. Load().Require().SelectMany(s => s.Claims.Select(c => new ClaimRow(s, c)))];
}
