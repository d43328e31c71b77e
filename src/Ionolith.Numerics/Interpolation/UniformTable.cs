using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
        ref double c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_coefficients), 4 * k);
        double c1 = Unsafe.Add(ref c, 1), c2 = Unsafe.Add(ref c, 2), c3 = Unsafe.Add(ref c, 3);
        slope = ((((3 * c3 * t) + (2 * c2)) * t) + c1) * _perStep;
        return (((((c3 * t) + c2) * t) + c1) * t) + c;
    }

    /// <summary>Evaluates the table at eight points.</summary>
    /// <param name="x">Where.</param>
    /// <param name="slope">Derivatives there; NaN outside the range and in a refused interval.</param>
    /// <returns>Values there; NaN as the derivatives.</returns>
    /// <remarks>
    /// The four coefficients of an interval lie side by side: eight loads of four and a transposition give them lane by lane.
    /// Without 512-bit registers the points are evaluated one by one.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Evaluate(Vector512<double> x, out Vector512<double> slope) =>
        Avx512F.IsSupported ? EvaluateWide(x, out slope) : EvaluateEach(x, out slope);

    private Vector512<double> EvaluateEach(Vector512<double> x, out Vector512<double> slope)
    {
        Vector512<double> value = default;
        slope = default;
        for (int i = 0; i < Vector512<double>.Count; i++)
        {
            value = value.WithElement(i, Evaluate(x.GetElement(i), out double s));
            slope = slope.WithElement(i, s);
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> EvaluateWide(Vector512<double> x, out Vector512<double> slope)
    {
        Vector512<double> perStep = Vector512.Create(_perStep), nan = Vector512.Create(double.NaN);
        Vector512<double> u = (x - Vector512.Create(_lower)) * perStep;
        Vector512<double> inside = Vector512.GreaterThanOrEqual(u, Vector512<double>.Zero)
            & Vector512.LessThanOrEqual(u, Vector512.Create((double)_intervals));
        u = Vector512.ConditionalSelect(inside, u, Vector512<double>.Zero);
        Vector512<double> k = Vector512.Floor(Vector512.Min(u, Vector512.Create(_intervals - 1.0)));
        Vector512<double> t = u - k;
        Vector512<long> at = Vector512.ConvertToInt64(k) << 2;
        ref double c = ref MemoryMarshal.GetArrayDataReference(_coefficients);
        Vector512<double> a0 = Pair(ref c, at.GetElement(0), at.GetElement(4)), a1 = Pair(ref c, at.GetElement(1), at.GetElement(5));
        Vector512<double> a2 = Pair(ref c, at.GetElement(2), at.GetElement(6)), a3 = Pair(ref c, at.GetElement(3), at.GetElement(7));
        Vector512<double> even01 = Avx512F.UnpackLow(a0, a1), odd01 = Avx512F.UnpackHigh(a0, a1);
        Vector512<double> even23 = Avx512F.UnpackLow(a2, a3), odd23 = Avx512F.UnpackHigh(a2, a3);
        Vector512<long> low = Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13), high = Vector512.Create(2L, 3, 10, 11, 6, 7, 14, 15);
        Vector512<double> c0 = Avx512F.PermuteVar8x64x2(even01, low, even23), c1 = Avx512F.PermuteVar8x64x2(odd01, low, odd23);
        Vector512<double> c2 = Avx512F.PermuteVar8x64x2(even01, high, even23), c3 = Avx512F.PermuteVar8x64x2(odd01, high, odd23);
        Vector512<double> value = Vector512.FusedMultiplyAdd(
            Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(c3, t, c2), t, c1), t, c0);
        Vector512<double> rise = Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(3 * c3, t, c2 + c2), t, c1) * perStep;

        // A refused interval has c0 = NaN: the value shows it by itself, the slope is made to.
        slope = Vector512.ConditionalSelect(inside & Vector512.Equals(c0, c0), rise, nan);
        return Vector512.ConditionalSelect(inside, value, nan);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pair(ref double start, long lower, long upper) => Vector512.Create(
        Vector256.LoadUnsafe(ref start, (nuint)lower), Vector256.LoadUnsafe(ref start, (nuint)upper));
}
