using Ionolith.Cells.Stack;

namespace Ionolith.Library.Comparison;

/// <summary>One thing that is compared: the common cell with this electrolyte or this cathode in it.</summary>
/// <param name="Id">Id of the material.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Cell">The common cell with it.</param>
/// <param name="Caution">What a reader must know before comparing it; empty: nothing.</param>
public sealed record Candidate(string Id, string Name, CellDescription Cell, string Caution);

/// <summary>What a comparison put into the common cell, and what it could not.</summary>
/// <param name="Candidates">The candidates, in the order of their ids.</param>
/// <param name="Problems">Materials that could not be read or do not fit the cell, each with the reason.</param>
public sealed record CandidateList(IReadOnlyList<Candidate> Candidates, IReadOnlyList<string> Problems);
