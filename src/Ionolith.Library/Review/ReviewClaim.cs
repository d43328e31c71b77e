using Ionolith.Library.Reproduction;
using Ionolith.Library.Reproduction.Measurements;

namespace Ionolith.Library.Review;

/// <summary>One thing that the review says of a system.</summary>
public sealed record ReviewClaim
{
    /// <summary>Id, unique within its system.</summary>
    public required string Id { get; init; }

    /// <summary>What the claim is about.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The quantity with its conditions, or the statement.</summary>
    public required string Quantity { get; init; }

    /// <summary>The reported figure; null for a statement.</summary>
    public ReportedFigure? Figure { get; init; }

    /// <summary>What the claim is, or will be once it is computed, to the models.</summary>
    public required ClaimRole Role { get; init; }

    /// <summary>What of the software must exist before the claim can be computed; empty where it is computed.</summary>
    public string WaitsFor { get; init; } = "";

    /// <summary>How the claim is computed; null where it waits.</summary>
    public IMeasurement? Compute { get; init; }

    /// <summary>Values that were fitted to the figure; empty where none was.</summary>
    public IReadOnlyList<CalibratedValue> Calibrates { get; init; } = [];

    /// <summary>In how many draws of all assumed and fitted values the figure is predicted as if nothing had been fitted; zero: it is not.</summary>
    public int Draws { get; init; }

    /// <summary>Why the figure should be read with care, with the arithmetic; empty if nothing is known against it.</summary>
    public string Doubt { get; init; } = "";

    /// <summary>Whether the claim waits for something, or is one of those that "reproduce" computes.</summary>
    public ClaimState State => Compute is null
        ? new(ClaimStatus.Waiting, WaitsFor)
        : new(ClaimStatus.Computed, "'ionolith reproduce' computes it");
}
