using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ionolith.Numerics.Scalars;

/// <summary>Eight values at a time.</summary>
/// <param name="value">The values.</param>
/// <remarks>Runs on any machine; on one without 512-bit registers the framework splits each operation.</remarks>
public readonly struct Lanes(Vector512<double> value) : INum<Lanes>
{
    /// <summary>Number of values, 8.</summary>
    public const int Width = 8;

    /// <summary>The values.</summary>
    public Vector512<double> Value { get; } = value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Constant(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes a, Lanes b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a, Lanes b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes a, Lanes b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(double a, Lanes b) => new(a * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator /(Lanes a, Lanes b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Exp(Lanes x) => new(Vector512.Exp(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Log(Lanes x) => new(Vector512.Log(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes x) => new(Vector512.Sqrt(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Asinh(Lanes x)
    {
        // log(|x| + sqrt(x^2 + 1)) with the sign put back: no cancellation for negative x.
        Vector512<double> size = Vector512.Abs(x.Value);
        Vector512<double> y = Vector512.Log(size + Vector512.Sqrt((size * size) + Vector512<double>.One));
        return new(Vector512.CopySign(y, x.Value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Tanh(Lanes x)
    {
        // 1 - 2/(exp(2x) + 1) has no overflow trouble: exp becomes infinite and the quotient zero.
        Vector512<double> e = Vector512.Exp(x.Value + x.Value);
        return new(Vector512<double>.One - (Vector512.Create(2.0) / (e + Vector512<double>.One)));
    }

    /// <inheritdoc/>
    public static Lanes Erfc(Lanes x)
    {
        Vector512<double> y = default;
        for (int i = 0; i < Width; i++)
        {
            y = y.WithElement(i, SpecialFunctions.Erfc(x.Value.GetElement(i)));
        }

        return new(y);
    }
}
