namespace Ionolith.Library.Review;

/// <summary>One material, interface or cell that the review reports on, with all that it says of it.</summary>
public sealed record ReviewSystem
{
    /// <summary>Id, unique in the review.</summary>
    public required string Id { get; init; }

    /// <summary>Section of the review in which the system is reported.</summary>
    public required ReviewSection Section { get; init; }

    /// <summary>Number of the reference in the review; null where the review names none.</summary>
    public int? Reference { get; init; }

    /// <summary>The reference in full; empty where the review names none.</summary>
    public string Citation { get; init; } = "";

    /// <summary>What the system is, in a line.</summary>
    public required string What { get; init; }

    /// <summary>Ids or files of the materials that describe it; may be empty.</summary>
    public IReadOnlyList<string> Materials { get; init; } = [];

    /// <summary>Ids or files of the cells that describe it; may be empty.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>What the review says of it, at least one claim.</summary>
    public required IReadOnlyList<ReviewClaim> Claims { get; init; }
}
