namespace Ionolith.Numerics.Expressions;

/// <summary>Value of an expression with its exact partial derivatives to its first two variables.</summary>
/// <param name="Value">The value.</param>
/// <param name="First">Partial derivative to the first variable.</param>
/// <param name="Second">Partial derivative to the second variable; zero if there is none.</param>
public readonly record struct ExpressionValue(double Value, double First, double Second)
{
    /// <summary>Chain rule for a function of one argument.</summary>
    /// <param name="value">The function at this value.</param>
    /// <param name="slope">Its derivative there.</param>
    /// <returns>The function with its derivatives; a derivative that is zero stays zero even where the slope is infinite.</returns>
    internal ExpressionValue Chain(double value, double slope) =>
        new(value, First == 0 ? 0 : slope * First, Second == 0 ? 0 : slope * Second);
}
