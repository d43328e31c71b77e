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

    /// <summary>What of the software must exist before the claim can be computed.</summary>
    public required string WaitsFor { get; init; }

    /// <summary>Why the figure should be read with care, with the arithmetic; empty if nothing is known against it.</summary>
    public string Doubt { get; init; } = "";

    /// <summary>How far the computation is: the data by itself computes nothing, so it waits.</summary>
    public ClaimState State => new(ClaimStatus.Waiting, WaitsFor);
}
