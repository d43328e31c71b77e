namespace Ionolith.Numerics.Interpolation;

/// <summary>Cubic interpolation of a table that keeps its shape: no overshoot, monotone where the data are.</summary>
/// <remarks>
/// Piecewise cubic Hermite with the slopes of F. N. Fritsch and R. E. Carlson, SIAM J. Numer. Anal. 17 (1980) 238-246: three-point
/// slopes, zero at a local extremum of the data, limited to the circle of radius 3 in units of the secant. Continuous first
/// derivative; third order away from extrema. Outside the table the value is NaN. Immutable and thread-safe.
/// </remarks>
public sealed class MonotoneCubic
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _slope;

    /// <summary>Builds the interpolant.</summary>
    /// <param name="x">Abscissae, strictly increasing and finite, at least two.</param>
    /// <param name="y">Ordinates, finite, as many.</param>
    /// <exception cref="ArgumentException">The numbers differ, are not finite, or the abscissae do not increase; tells which one.</exception>
    public MonotoneCubic(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"A table needs as many ordinates as abscissae but has {x.Length} abscissae and {y.Length} ordinates.", nameof(y));
        }

        if (x.Length < 2)
        {
            throw new ArgumentException($"A table needs at least 2 points but has {x.Length}.", nameof(x));
        }

        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
            {
                throw new ArgumentException($"Point {i + 1} of the table, ({x[i]}, {y[i]}), is not finite.", nameof(x));
            }

            if (i > 0 && x[i] <= x[i - 1])
            {
                throw new ArgumentException($"The abscissae of a table must increase but point {i + 1} has {x[i]} after {x[i - 1]}.", nameof(x));
            }
        }

        _x = x.ToArray();
        _y = y.ToArray();
        _slope = Slopes(_x, _y);
    }

    /// <summary>First and last abscissa.</summary>
    public (double Lower, double Upper) Domain => (_x[0], _x[^1]);

    /// <summary>The table's abscissae.</summary>
    public ReadOnlySpan<double> Abscissae => _x;

    /// <summary>The table's ordinates.</summary>
    public ReadOnlySpan<double> Ordinates => _y;

    /// <summary>Evaluates the interpolant and its derivative.</summary>
    /// <param name="x">Abscissa.</param>
    /// <returns>Value and slope; both NaN outside <see cref="Domain"/>.</returns>
    public (double Value, double Slope) Evaluate(double x)
    {
        if (!(x >= _x[0] && x <= _x[^1]))
        {
            return (double.NaN, double.NaN);
        }

        int found = Array.BinarySearch(_x, x);
        int i = Math.Min(found >= 0 ? found : ~found - 1, _x.Length - 2);
        double h = _x[i + 1] - _x[i];
        double s = (x - _x[i]) / h;
        double secant = (_y[i + 1] - _y[i]) / h;

        // y = y_i + h s [m_i + s (c + d s)], with c and d from the end slopes.
        double c = (3 * secant) - (2 * _slope[i]) - _slope[i + 1];
        double d = _slope[i] + _slope[i + 1] - (2 * secant);
        double value = _y[i] + (h * s * (_slope[i] + (s * (c + (d * s)))));
        double slope = _slope[i] + (s * ((2 * c) + (3 * d * s)));
        return (value, slope);
    }

    private static double[] Slopes(double[] x, double[] y)
    {
        int last = x.Length - 1;
        var step = new double[last];
        var secant = new double[last];
        for (int i = 0; i < last; i++)
        {
            step[i] = x[i + 1] - x[i];
            secant[i] = (y[i + 1] - y[i]) / step[i];
        }

        var slope = new double[x.Length];
        slope[0] = last == 1 ? secant[0] : EndSlope(step[0], step[1], secant[0], secant[1]);
        slope[last] = last == 1 ? secant[0] : EndSlope(step[last - 1], step[last - 2], secant[last - 1], secant[last - 2]);
        for (int i = 1; i < last; i++)
        {
            slope[i] = secant[i - 1] * secant[i] <= 0
                ? 0
                : ((step[i] * secant[i - 1]) + (step[i - 1] * secant[i])) / (step[i - 1] + step[i]);
        }

        for (int i = 0; i < last; i++)
        {
            Limit(secant[i], ref slope[i], ref slope[i + 1]);
        }

        return slope;
    }

    /// <summary>Slope at the end of the parabola through the three outermost points, or zero where it has the wrong sign.</summary>
    private static double EndSlope(double step, double nextStep, double secant, double nextSecant)
    {
        double slope = ((((2 * step) + nextStep) * secant) - (step * nextSecant)) / (step + nextStep);
        return slope * secant <= 0 ? 0 : slope;
    }

    private static void Limit(double secant, ref double left, ref double right)
    {
        if (secant == 0)
        {
            left = 0;
            right = 0;
            return;
        }

        double a = left / secant;
        double b = right / secant;
        double length = Math.Sqrt((a * a) + (b * b));
        if (length > 3)
        {
            left *= 3 / length;
            right *= 3 / length;
        }
    }
}
