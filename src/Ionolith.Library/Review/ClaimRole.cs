namespace Ionolith.Library.Review;

/// <summary>What a claim is to the models that meet it.</summary>
public enum ClaimRole
{
    /// <summary>A model takes the figure as it is reported.</summary>
    Input,

    /// <summary>Parameters are fitted to the figure.</summary>
    Calibrated,

    /// <summary>The figure is computed without having been used.</summary>
    Predicted,

    /// <summary>An analysis of computed or measured structure yields it.</summary>
    Analysed,

    /// <summary>A statement, demonstrated by a computed comparison with and without the mechanism.</summary>
    Shown,
}
