namespace Ionolith.Cells.LongRuns;

/// <summary>Values between two simulated cycles: a cubic that rises or falls where its ends do.</summary>
/// <remarks>Slopes at the ends: F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300, doi:10.1137/0905021.</remarks>
internal static class BetweenCycles
{
    /// <summary>Value between two cycles.</summary>
    /// <param name="before">A cycle before the first end and its value; the first end itself where there is none.</param>
    /// <param name="from">First end and its value.</param>
    /// <param name="to">Second end and its value.</param>
    /// <param name="at">Where.</param>
    /// <returns>The value; NaN where an end has none.</returns>
    public static double At((double X, double Y) before, (double X, double Y) from, (double X, double Y) to, double at)
    {
        double h = to.X - from.X, h0 = from.X - before.X, d = (to.Y - from.Y) / h;
        (double left, double right) = (d, d);
        if (h0 > 0 && double.IsFinite(before.Y))
        {
            double d0 = (from.Y - before.Y) / h0, w0 = h + h + h0, w1 = h + h0 + h0;
            left = d * d0 <= 0 ? 0 : (w0 + w1) / ((w0 / d0) + (w1 / d));
            right = (((2 * h) + h0) * d / (h + h0)) - (h * left / (h + h0));
            right = right * d <= 0 ? 0 : Math.Abs(right) > 3 * Math.Abs(d) ? 3 * d : right;
        }

        double t = (at - from.X) / h, s = 1 - t;

        // From the difference of the ends, so that what does not change does not change by rounding either.
        return from.Y + ((to.Y - from.Y) * t * t * (3 - (2 * t))) + (h * t * s * ((left * s) - (right * t)));
    }
}
