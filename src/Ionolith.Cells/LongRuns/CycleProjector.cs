namespace Ionolith.Cells.LongRuns;

/// <summary>Sums what cycles that nobody simulates add to slow states, from what simulated cycles before and after them have added.</summary>
/// <remarks>
/// With s the states after cycle k and g(k) = s(k) - s(k-1): the predictor sums a straight line through two earlier g over the cycles that are
/// skipped; the corrector a parabola through one g before, the last one before and one after the gap. The error of the straight line through
/// the ends of the gap is their difference (local extrapolation). These are Adams' formulas for sums instead of integrals: projective
/// integration, C. W. Gear and I. G. Kevrekidis, SIAM J. Sci. Comput. 24 (2003) 1091, doi:10.1137/S1064827501388157.
/// A parabola through increments that only fall, or only rise, does not turn between them.
/// A state that relaxes within a few cycles is no slow one: its increments go on as a geometric series and are not corrected.
/// </remarks>
internal sealed class CycleProjector
{
    private const int MostPoints = 8;
    private const double FastRatio = 0.8;
    private readonly List<CyclePoint> _points = [];

    /// <summary>The points that are known, oldest first.</summary>
    public IReadOnlyList<CyclePoint> Points => _points;

    /// <summary>Takes what a simulated cycle has added.</summary>
    /// <param name="point">The cycle.</param>
    public void Add(CyclePoint point)
    {
        _points.Add(point);
        if (_points.Count > MostPoints)
        {
            // The older half thins out: far back every second point is enough.
            _points.RemoveAt(_points.Count % 2 == 0 ? 1 : 0);
        }
    }

    /// <summary>Sum over the cycles after the last point.</summary>
    /// <param name="jump">How many.</param>
    /// <returns>What they are expected to add to each state.</returns>
    public double[] Predict(int jump)
    {
        CyclePoint last = _points[^1];
        CyclePoint? before = Before(jump);
        double[] sum = new double[last.Increment.Length];
        for (int i = 0; i < sum.Length; i++)
        {
            double g = last.Increment[i];
            sum[i] = Ratio(last, i) is < FastRatio and var ratio ? g * ratio * (1 - Math.Pow(Math.Max(ratio, 0), jump)) / (1 - ratio)
                : before is null ? g * jump
                : Ahead(g, before.Increment[i], last.Cycle - before.Cycle, jump);
        }

        return sum;
    }

    /// <summary>Sum over skipped cycles once a cycle after them is known.</summary>
    /// <param name="jump">How many were skipped after the last point.</param>
    /// <param name="after">The cycle after them.</param>
    /// <param name="predicted">What was predicted.</param>
    /// <returns>Better sums, and the error of the formula of the next lower order.</returns>
    public (double[] Sum, double[] Error) Correct(int jump, CyclePoint after, double[] predicted)
    {
        CyclePoint last = _points[^1];
        CyclePoint? before = Before(jump);
        double[] sum = new double[predicted.Length], error = new double[predicted.Length];
        double b = after.Cycle - last.Cycle, first = 0.5 * jump * (jump + 1.0), second = first * ((2.0 * jump) + 1) / 3;
        for (int i = 0; i < sum.Length; i++)
        {
            if (Ratio(last, i) < FastRatio)
            {
                sum[i] = predicted[i];
                continue;
            }

            double g = last.Increment[i], slope = (after.Increment[i] - g) / b, straight = (g * jump) + (slope * first);
            if (before is null)
            {
                (sum[i], error[i]) = (straight, straight - (g * jump));
                continue;
            }

            double a = last.Cycle - before.Cycle, earlier = (g - before.Increment[i]) / a, bend = (slope - earlier) / (a + b);

            // Increments that rise or fall all along do so within the gap: a parabola that would turn there, as it does where growth has come to its end, is bent no further.
            bend = earlier * slope >= 0 && Math.Abs(bend) * b > Math.Abs(slope) ? Math.CopySign(slope / b, bend) : bend;
            error[i] = bend * (second - (b * first));
            sum[i] = straight + error[i];
        }

        return (sum, error);
    }

    // The point before the last one that is far enough back for a slope over the jump.
    private CyclePoint? Before(int jump)
    {
        CyclePoint last = _points[^1];
        for (int i = _points.Count - 2; i >= 0; i--)
        {
            if (3 * (last.Cycle - _points[i].Cycle) >= jump)
            {
                return _points[i];
            }
        }

        return _points.Count > 1 ? _points[0] : null;
    }

    // A line ahead; an exponential where growth fades, for a line would turn it into shrinking.
    private static double Ahead(double g, double before, double gap, int jump)
    {
        double ratio = g / before;
        if (ratio is > 0 and < 1)
        {
            double each = Math.Pow(ratio, 1 / gap);
            return g * each * (1 - Math.Pow(each, jump)) / (1 - each);
        }

        return (g * jump) + ((g - before) / gap * 0.5 * jump * (jump + 1.0));
    }

    // How an increment compares with that of the cycle before; 1 where nothing moves.
    private static double Ratio(CyclePoint point, int i) => point.Before[i] == 0 ? 1 : point.Increment[i] / point.Before[i];
}

/// <summary>What a simulated cycle has added to the slow states.</summary>
/// <param name="Cycle">Number of the cycle.</param>
/// <param name="Increment">Its increments.</param>
/// <param name="Before">Those of the cycle before it.</param>
internal sealed record CyclePoint(int Cycle, double[] Increment, double[] Before);
