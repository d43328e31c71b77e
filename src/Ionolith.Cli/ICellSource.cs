using Ionolith.Cells.Stack;

namespace Ionolith.Cli;

/// <summary>Where cells come from: a library, files.</summary>
public interface ICellSource
{
    /// <summary>Loads a cell.</summary>
    /// <param name="cell">Id in the library, or a file.</param>
    /// <param name="settings">Changes as "path=value", in order.</param>
    /// <returns>The cell, or every mistake in its file and the settings.</returns>
    LoadedCell Load(string cell, IReadOnlyList<string> settings);
}

/// <summary>A cell that was loaded, or all that is wrong with it.</summary>
/// <param name="Cell">The cell with its settings; null when there is any problem.</param>
/// <param name="InputText">Text of the cell's own file, without the settings: both together give the same cell again.</param>
/// <param name="Problems">Every mistake, each with its place; empty when the cell is there.</param>
public sealed record LoadedCell(CellDescription? Cell, string InputText, IReadOnlyList<string> Problems)
{
    /// <summary>What is allowed but probably not meant, each with its place.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Other files that the cell was read from: text by the path that they get in the folder of a run.</summary>
    public IReadOnlyDictionary<string, string> OtherFiles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Folder of the cell's file, in which its own protocol finds the profiles that it names; "" is the current one.</summary>
    public string Folder { get; init; } = "";
}
