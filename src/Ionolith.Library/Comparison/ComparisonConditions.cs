namespace Ionolith.Library.Comparison;

/// <summary>The conditions under which candidates are compared: every combination of them is run.</summary>
public sealed record ComparisonConditions
{
    /// <summary>C-rates of the discharges, 1/h, of the common cell's nominal capacity: the same current for every candidate.</summary>
    public IReadOnlyList<double> Rates { get; init; } = [0.2, 1, 3, 10];

    /// <summary>Total thicknesses of the electrolyte layers between the electrodes, m; empty: that of the cell.</summary>
    public IReadOnlyList<double> Thicknesses { get; init; } = [];

    /// <summary>Temperatures, K; empty: that of the cell.</summary>
    public IReadOnlyList<double> Temperatures { get; init; } = [];
}

/// <summary>How far a comparison is.</summary>
/// <param name="Done">Runs that are done.</param>
/// <param name="Total">Runs in all.</param>
public readonly record struct ComparisonProgress(int Done, int Total);
