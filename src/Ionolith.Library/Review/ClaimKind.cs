namespace Ionolith.Library.Review;

/// <summary>What a claim of the review is about.</summary>
public enum ClaimKind
{
    /// <summary>A measured property of a material; a model takes it, or derives it from constituents.</summary>
    Property,

    /// <summary>A figure of a whole cell under a protocol.</summary>
    Cell,

    /// <summary>A figure over many cycles or hours.</summary>
    Durability,

    /// <summary>An observation of structure, spectrum or pathway.</summary>
    Structure,

    /// <summary>A statement without a figure, of which direction and mechanism can be shown.</summary>
    Qualitative,
}
