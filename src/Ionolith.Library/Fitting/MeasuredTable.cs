using Ionolith.Library.Files;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Fitting;

/// <summary>A table of measured conductivities against temperature or volume fraction.</summary>
public sealed record MeasuredTable
{
    /// <summary>The file as named.</summary>
    public required string Name { get; init; }

    /// <summary>What the conductivity was measured against.</summary>
    public required FitVariable Variable { get; init; }

    /// <summary>Temperatures, K, or fractions, 1, in the order of the file.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Conductivities, S/m.</summary>
    public required IReadOnlyList<double> Conductivities { get; init; }

    /// <summary>Line of each point, from 1.</summary>
    public required IReadOnlyList<int> Lines { get; init; }

    /// <summary>Unit of the conductivities in the file.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Headings of columns that were not used.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];
}

/// <summary>A table that was read, or everything that is wrong with it.</summary>
/// <param name="Table">The table; null if there are problems.</param>
/// <param name="Problems">All mistakes with their places; empty if there are none.</param>
public sealed record MeasuredTableResult(MeasuredTable? Table, IReadOnlyList<FileProblem> Problems);
