using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>How far a computed figure is from the reported one.</summary>
public static class Deviation
{
    /// <summary>Relative, signed deviation.</summary>
    /// <param name="computed">Computed figure, SI units.</param>
    /// <param name="reported">Reported figure.</param>
    /// <returns>Zero inside a range and above a lower bound; otherwise (computed - nearest end)/nearest end, 1.</returns>
    public static double Of(double computed, ReportedFigure reported)
    {
        ArgumentNullException.ThrowIfNull(reported);
        double nearest = Math.Clamp(computed, reported.Lower, reported.Upper);
        return (computed - nearest) / Math.Abs(nearest);
    }
}
