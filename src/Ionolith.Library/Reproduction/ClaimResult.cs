using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>What the computation of a claim gave.</summary>
/// <param name="Row">The claim and its system.</param>
/// <param name="State">Computed, waiting or failed, and why; for a computed one the figures behind it, if there are any.</param>
public sealed record ClaimResult(ClaimRow Row, ClaimState State)
{
    /// <summary>The computed figure, SI units; NaN where there is none. Of a statement, the ratio of its two figures.</summary>
    public double Computed { get; init; } = double.NaN;

    /// <summary>Whether the computed figure is only a lower bound: the cell outlived its test.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>Relative, signed deviation from the reported figure; NaN for a statement, for a bound, and where nothing was computed.</summary>
    public double Deviation { get; init; } = double.NaN;

    /// <summary>Whether a statement holds; null where there is none or it was not computed.</summary>
    public bool? Holds { get; init; }

    /// <summary>What the figure would be predicted to be without a fit; null where it was not asked.</summary>
    public UncertaintyBand? Band { get; init; }

    /// <summary>What the figure hangs on, the largest effect first; empty where it was not asked.</summary>
    public IReadOnlyList<Sensitivity> Sensitivities { get; init; } = [];
}
