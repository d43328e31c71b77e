namespace Ionolith.Cells.LongRuns;

/// <summary>What an accelerated run has skipped, and what that costs.</summary>
public sealed record AccelerationReport
{
    /// <summary>Error of the capacity at the end that was aimed at, as a share of the first discharge, 1.</summary>
    public required double AllowedError { get; init; }

    /// <summary>Estimated error of the capacity at the end, as a share of the first discharge, 1.</summary>
    /// <remarks>
    /// <see cref="EstimatedShift"/> times what the capacity changes in a cycle at the last jump. Not in it: the error that the simulated cycles have
    /// themselves.
    /// </remarks>
    public required double EstimatedError { get; init; }

    /// <summary>Cycles by which the aged cell may be ahead of or behind that of the full run.</summary>
    /// <remarks>
    /// The sum over all jumps, as if all errors had one sign, of the error that a formula of lower order would have made, over what one cycle adds
    /// there. Measured so, an error neither grows nor fades where one state or one course of them ages by itself.
    /// </remarks>
    public required double EstimatedShift { get; init; }

    /// <summary>Cycles of the result that were simulated.</summary>
    public required int Simulated { get; init; }

    /// <summary>Cycles of the result that were extrapolated.</summary>
    public required int Extrapolated { get; init; }

    /// <summary>Cycles that were simulated to try a jump that was then not taken.</summary>
    public required int Tried { get; init; }

    /// <summary>First and last number of each row of extrapolated cycles, in order.</summary>
    public required IReadOnlyList<(int First, int Last)> Spans { get; init; }

    /// <summary>Why nothing was skipped; empty where something was.</summary>
    public required string Refusal { get; init; }
}
