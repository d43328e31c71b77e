namespace Ionolith.Library.Review;

/// <summary>One line of the list of claims.</summary>
/// <param name="System">The system.</param>
/// <param name="Claim">The claim.</param>
public sealed record ClaimRow(ReviewSystem System, ReviewClaim Claim)
{
    /// <summary>Id that is unique among all claims: "system/claim".</summary>
    public string Id => $"{System.Id}/{Claim.Id}";

    /// <summary>The figure as printed with its unit; empty for a statement.</summary>
    public string Value => Claim.Figure?.ToString() ?? "";

    /// <summary>How far its computation is.</summary>
    public ClaimState State => Claim.State;
}
