using System.Runtime.CompilerServices;

namespace Ionolith.Numerics.Scalars;

/// <summary>A value with its derivative to one variable, exact by the chain rule.</summary>
/// <typeparam name="T">Scalar of the value and of the derivative.</typeparam>
/// <param name="value">The value.</param>
/// <param name="slope">Its derivative.</param>
public readonly struct Dual<T>(T value, T slope) : INum<Dual<T>> where T : struct, INum<T>
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    /// <summary>The derivative.</summary>
    public T Slope { get; } = slope;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Constant(double value) => new(T.Constant(value), T.Constant(0));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator +(Dual<T> a, Dual<T> b) => new(a.Value + b.Value, a.Slope + b.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a, Dual<T> b) => new(a.Value - b.Value, a.Slope - b.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a) => new(-a.Value, -a.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(Dual<T> a, Dual<T> b) =>
        new(a.Value * b.Value, (a.Slope * b.Value) + (b.Slope * a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(double a, Dual<T> b) => new(a * b.Value, a * b.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator /(Dual<T> a, Dual<T> b)
    {
        T quotient = a.Value / b.Value;
        return new(quotient, (a.Slope - (quotient * b.Slope)) / b.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Exp(Dual<T> x)
    {
        T e = T.Exp(x.Value);
        return new(e, e * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Log(Dual<T> x) => new(T.Log(x.Value), x.Slope / x.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sqrt(Dual<T> x)
    {
        T s = T.Sqrt(x.Value);
        return new(s, 0.5 * x.Slope / s);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Asinh(Dual<T> x) =>
        new(T.Asinh(x.Value), x.Slope / T.Sqrt((x.Value * x.Value) + T.Constant(1)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Tanh(Dual<T> x)
    {
        T y = T.Tanh(x.Value);
        return new(y, x.Slope * (T.Constant(1) - (y * y)));
    }

    /// <inheritdoc/>
    public static Dual<T> Erfc(Dual<T> x) =>
        new(T.Erfc(x.Value), (-1.1283791670955126 * T.Exp(-(x.Value * x.Value))) * x.Slope);
}
