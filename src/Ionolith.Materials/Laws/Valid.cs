using System.Runtime.CompilerServices;

namespace Ionolith.Materials.Laws;

/// <summary>Checks of the parameters of laws; each throws with the quantity, its value, unit and range.</summary>
internal static class Valid
{
    public static double Positive(double value, string quantity, string unit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw Outside(value, $"{quantity} must be positive and finite", unit, name);

    public static double NotNegative(double value, string quantity, string unit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Outside(value, $"{quantity} must be zero or more and finite", unit, name);

    public static double Finite(double value, string quantity, string unit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw Outside(value, $"{quantity} must be finite", unit, name);

    public static double Fraction(double value, string quantity, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Outside(value, $"{quantity} must lie between 0 and 1", "", name);

    /// <summary>A fraction that is neither 0 nor 1.</summary>
    public static double ProperFraction(double value, string quantity, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and < 1 ? value : throw Outside(value, $"{quantity} must be above 0 and below 1", "", name);

    private static ArgumentOutOfRangeException Outside(double value, string demand, string unit, string name) =>
        new(name, value, $"{demand}, but is {value}{(unit.Length == 0 ? "" : " ")}{unit}.");
}
