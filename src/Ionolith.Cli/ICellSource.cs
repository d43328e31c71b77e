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
/// <param name="InputText">Exact text of the cell, settings included: loading it again gives the same cell.</param>
/// <param name="Problems">Every mistake, each with its place; empty when the cell is there.</param>
public sealed record LoadedCell(CellDescription? Cell, string InputText, IReadOnlyList<string> Problems);
