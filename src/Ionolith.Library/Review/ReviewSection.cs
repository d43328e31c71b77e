namespace Ionolith.Library.Review;

/// <summary>The sections of the review, in its order.</summary>
public enum ReviewSection
{
    /// <summary>Cathodes.</summary>
    Cathodes,

    /// <summary>Anodes.</summary>
    Anodes,

    /// <summary>Polymer electrolytes and their composites.</summary>
    PolymerElectrolytes,

    /// <summary>Electrolytes of metal-organic frameworks and small organic molecules.</summary>
    PorousElectrolytes,

    /// <summary>Inorganic electrolytes.</summary>
    InorganicElectrolytes,

    /// <summary>Pathways of lithium, made visible.</summary>
    Transport,

    /// <summary>Towards safe cells of high performance.</summary>
    Safety,
}
