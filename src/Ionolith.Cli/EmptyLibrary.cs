namespace Ionolith.Cli;

/// <summary>A source without cells: it tells for every name that there is none.</summary>
internal sealed class EmptyLibrary : ICellSource
{
    /// <inheritdoc/>
    public LoadedCell Load(string cell, IReadOnlyList<string> settings) =>
        new(null, "", [$"there is no cell '{cell}': this build holds no library"]);
}
