using Ionolith.Library.Files;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Review;

/// <summary>The material or cell that a system's file names: by id, by alias, or as a file beside it.</summary>
internal static class LibraryReference
{
    /// <summary>The id, or the path of the file; null if the library has none of this name and it is no file's.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="folder">Folder of the library: "cells" or "materials".</param>
    public static string? Resolve(ScalarNode name, string folder)
    {
        if (DataFiles.EmbeddedIds(folder).Contains(name.Text, StringComparer.Ordinal))
        {
            return name.Text;
        }

        if (Path.HasExtension(name.Text))
        {
            return DataFiles.Relative(name.Location.File, name.Text);
        }

        var entries = folder is "cells" ? CellLibrary.ListCells() : CellLibrary.ListMaterials();
        return entries.FirstOrDefault(e => e.Aliases.Contains(name.Text, StringComparer.Ordinal))?.Id;
    }
}
