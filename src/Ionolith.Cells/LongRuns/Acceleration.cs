namespace Ionolith.Cells.LongRuns;

/// <summary>How cycles that are alike are skipped: slow states are extrapolated between simulated cycles.</summary>
public sealed record Acceleration
{
    /// <summary>Error of the capacity at the end that is aimed at, as a share of the first discharge, 1; above 0 and at most 0.2.</summary>
    public double CapacityError { get; init; } = 0.01;

    /// <summary>Most cycles that are skipped at once.</summary>
    public int LongestJump { get; init; } = 100_000;
}
