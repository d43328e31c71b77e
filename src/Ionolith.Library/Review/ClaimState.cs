namespace Ionolith.Library.Review;

/// <summary>How far the computation of a claim is.</summary>
public enum ClaimStatus
{
    /// <summary>Something that it needs does not exist yet.</summary>
    Waiting,

    /// <summary>It was computed.</summary>
    Computed,

    /// <summary>Its computation ended in an error.</summary>
    Failed,
}

/// <summary>How far the computation of a claim is, and why.</summary>
/// <param name="Status">Waiting, computed or failed.</param>
/// <param name="Reason">What it waits for, or why it failed; empty for a computed claim.</param>
public sealed record ClaimState(ClaimStatus Status, string Reason);
