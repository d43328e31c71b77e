using Ionolith.Library;

namespace Ionolith.Cli;

/// <summary>Tells cells and materials apart.</summary>
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

        try
        {
            // A material says its kind at the top of the file, where a cell has its layers.
            return new FileInfo(idOrPath) is { Exists: true, Length: < LongestHead }
                && File.ReadLines(idOrPath).Any(l => l.StartsWith("kind:", StringComparison.Ordinal))
                && !File.ReadLines(idOrPath).Any(l => l.StartsWith("layers:", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
