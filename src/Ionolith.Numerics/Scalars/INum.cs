namespace Ionolith.Numerics.Scalars;

/// <summary>A number that a physical law can be evaluated in: a plain value, several nodes at a time, or a value with its derivative.</summary>
/// <typeparam name="T">The implementing type.</typeparam>
/// <remarks>A law is written once, generic over <typeparamref name="T"/>, and is specialised by the compiler for each scalar.</remarks>
public interface INum<T> where T : struct, INum<T>
{
    /// <summary>A constant.</summary>
    /// <param name="value">Its value.</param>
    /// <returns>The constant in this scalar; its derivative is zero.</returns>
    static abstract T Constant(double value);

    /// <summary>Sum.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>Difference.</summary>
    static abstract T operator -(T a, T b);

    /// <summary>Opposite.</summary>
    static abstract T operator -(T a);

    /// <summary>Product.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>Product with a plain factor.</summary>
    static abstract T operator *(double a, T b);

    /// <summary>Quotient.</summary>
    static abstract T operator /(T a, T b);

    /// <summary>Exponential function.</summary>
    static abstract T Exp(T x);

    /// <summary>Natural logarithm.</summary>
    static abstract T Log(T x);

    /// <summary>Square root.</summary>
    static abstract T Sqrt(T x);

    /// <summary>Inverse hyperbolic sine.</summary>
    static abstract T Asinh(T x);

    /// <summary>Hyperbolic tangent.</summary>
    static abstract T Tanh(T x);

    /// <summary>Complementary error function.</summary>
    static abstract T Erfc(T x);
}
