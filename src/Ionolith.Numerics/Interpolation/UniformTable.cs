using System.Runtime.CompilerServices;

namespace Ionolith.Numerics.Interpolation;

/// <summary>A smooth function tabulated at equal intervals: cubic Hermite between the points, value and slope continuous.</summary>
/// <remarks>
/// Thread-safe once built. The error falls with the fourth power of the interval. Outside its range the table gives NaN;
/// it never clamps, because a clamped slope of zero makes Newton's iteration stall without a sign of why.
/// </remarks>
public sealed class UniformTable
{
    private readonly double[] _coefficients;
    private readonly double _lower;
    private readonly double _perStep;
    private readonly int _intervals;

    /// <summary>Tabulates a function.</summary>
    /// <param name="lower">Lower end of the range.</param>
    /// <param name="upper">Upper end; above <paramref name="lower"/>.</param>
    /// <param name="intervals">Number of intervals; at least 1.</param>
    /// <param name="function">Value and slope of the function.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or there is no interval.</exception>
    public UniformTable(double lower, double upper, int intervals, Func<double, (double Value, double Slope)> function)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(intervals, 1);
        if (!(upper > lower) || double.IsInfinity(upper - lower))
        {
            throw new ArgumentOutOfRangeException(nameof(upper), upper, $"The upper end must be finite and above the lower end {lower}.");
        }

        double step = (upper - lower) / intervals;
        _lower = lower;
        _perStep = 1 / step;
        _intervals = intervals;
        _coefficients = new double[4 * intervals];
        (double v0, double s0) = function(lower);
        for (int k = 0; k < intervals; k++)
        {
            (double v1, double s1) = function(k + 1 == intervals ? upper : lower + ((k + 1) * step));
            double rise = v1 - v0, d0 = s0 * step, d1 = s1 * step;
            _coefficients[4 * k] = v0;
            _coefficients[(4 * k) + 1] = d0;
            _coefficients[(4 * k) + 2] = (3 * rise) - (2 * d0) - d1;
            _coefficients[(4 * k) + 3] = d0 + d1 - (2 * rise);
            (v0, s0) = (v1, s1);
        }
    }

    /// <summary>Makes the table give NaN in one interval, where it does not follow the function well enough.</summary>
    /// <param name="interval">Index of the interval from the lower end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such interval.</exception>
    public void Refuse(int interval)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(interval);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(interval, _intervals);
        _coefficients[4 * interval] = double.NaN;
    }

    /// <summary>Evaluates the table.</summary>
    /// <param name="x">Where.</param>
    /// <param name="slope">Derivative there; NaN outside the range.</param>
    /// <returns>Value there; NaN outside the range and in a refused interval.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double x, out double slope)
    {
        double u = (x - _lower) * _perStep;
        if (!(u >= 0 && u <= _intervals))
        {
            slope = double.NaN;
            return double.NaN;
        }

        int k = Math.Min((int)u, _intervals - 1);
        double t = u - k;
        ref double c = ref Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_coefficients), 4 * k);
        double c1 = Unsafe.Add(ref c, 1), c2 = Unsafe.Add(ref c, 2), c3 = Unsafe.Add(ref c, 3);
        slope = ((((3 * c3 * t) + (2 * c2)) * t) + c1) * _perStep;
        return (((((c3 * t) + c2) * t) + c1) * t) + c;
    }
}
