using Ionolith.Library.Files;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Review;

/// <summary>The material or cell that a system's file names: by id, by alias, or as a file beside it.</summary>
internal static class LibraryReference
{
    /// <summary>The id, or the path of the file; null if the library has none of this name and it is no file's.</summary>
    public static string? Resolve(ScalarNode name, IReadOnlyList<LibraryEntry> entries)
    {
        if (entries.FirstOrDefault(e => Is(e, name.Text)) is { } entry)
        {
            return entry.Id;
        }

        return Path.HasExtension(name.Text) ? DataFiles.Relative(name.Location.File, name.Text) : null;
    }

    private static bool Is(LibraryEntry entry, string name) =>
        string.Equals(entry.Id, name, StringComparison.Ordinal) || entry.Aliases.Contains(name, StringComparer.Ordinal);
}
