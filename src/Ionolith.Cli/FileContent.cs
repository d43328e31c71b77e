using Ionolith.Library;
using Ionolith.Library.Review;

namespace Ionolith.Cli;

/// <summary>Tells cells, materials and systems apart.</summary>
internal static class FileContent
{
    private const int LongestHead = 1 << 20;

    /// <summary>Whether a name is that of a material only, or of a file that describes one.</summary>
    public static bool IsMaterial(string idOrPath)
    {
        bool IsIn(IEnumerable<LibraryEntry> entries) => entries.Any(e => string.Equals(e.Id, idOrPath, StringComparison.Ordinal));
        if (IsIn(CellLibrary.ListMaterials()))
        {
            return !IsIn(CellLibrary.ListCells());
        }

        return Lines(idOrPath) is { } lines && lines.Any(l => Begins(l, "kind")) && !lines.Any(l => Begins(l, "layers"));
    }

    /// <summary>Whether a name is that of a system of the review, or of a file that describes one.</summary>
    public static bool IsSystem(string idOrPath) =>
        ReviewLibrary.Ids().Contains(idOrPath, StringComparer.Ordinal) || (Lines(idOrPath)?.Any(l => Begins(l, "claims")) ?? false);

    private static bool Begins(string line, string key) => line.StartsWith(key + ":", StringComparison.Ordinal);

    /// <summary>The lines of a file of reasonable size; null where there is none.</summary>
    private static string[]? Lines(string path)
    {
        try
        {
            // The keys at the top of a file tell what it is: a material its kind, a cell its layers, a system its claims.
            return new FileInfo(path) is { Exists: true, Length: < LongestHead } ? File.ReadAllLines(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
