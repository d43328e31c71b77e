using Ionolith.Cells.Stack;
using Ionolith.Library.Bpx;
using Ionolith.Library.Files;

namespace Ionolith.Library;

/// <summary>A cell that was read, or everything that is wrong with its files.</summary>
/// <param name="Cell">The cell; null if there are problems.</param>
/// <param name="Problems">All mistakes, in the order of the file; empty if there are none.</param>
/// <param name="Warnings">What is allowed but probably not meant.</param>
/// <param name="Inputs">Every file that was read, the cell's first, with its text: what a result needs to be repeated.</param>
public sealed record CellLoadResult(
    CellDescription? Cell,
    IReadOnlyList<FileProblem> Problems,
    IReadOnlyList<FileProblem> Warnings,
    IReadOnlyList<InputFile> Inputs)
{
    /// <summary>Measured experiments that the file carries (a BPX file may); empty if there are none.</summary>
    public IReadOnlyList<BpxExperiment> Experiments { get; init; } = [];

    /// <summary>The cell, for callers who know that it is right.</summary>
    /// <returns>The cell.</returns>
    /// <exception cref="InvalidDataException">There are problems; the message lists all of them.</exception>
    public CellDescription Require() =>
        Cell ?? throw new InvalidDataException(string.Join(Environment.NewLine, Problems));
}

/// <summary>A material that was read, or everything that is wrong with its file.</summary>
/// <param name="Material">The material; null if there are problems.</param>
/// <param name="Problems">All mistakes; empty if there are none.</param>
public sealed record MaterialLoadResult(LibraryMaterial? Material, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>The material, for callers who know that it is right.</summary>
    /// <returns>The material.</returns>
    /// <exception cref="InvalidDataException">There are problems; the message lists all of them.</exception>
    public LibraryMaterial Require() =>
        Material ?? throw new InvalidDataException(string.Join(Environment.NewLine, Problems));
}
