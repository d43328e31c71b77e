namespace Ionolith.Library.Review;

/// <summary>One material, interface or cell that the review reports on, with all that it says of it.</summary>
public sealed record ReviewSystem
{
    /// <summary>Id, unique in the review; a cell or material of the library for it has this id or alias.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the reference in the review; null where the review names none.</summary>
    public int? Reference { get; init; }

    /// <summary>The reference in full; empty where the review names none.</summary>
    public string Citation { get; init; } = "";

    /// <summary>What the system is, in a line.</summary>
    public required string What { get; init; }

    /// <summary>What the review says of it, at least one claim.</summary>
    public required IReadOnlyList<ReviewClaim> Claims { get; init; }
}
