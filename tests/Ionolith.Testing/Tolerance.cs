using System.Globalization;
using Xunit;

namespace Ionolith.Testing;

/// <summary>Comparisons of numbers that always name the scale they are measured against.</summary>
/// <remarks>An absolute tolerance without a scale hides wrong results of small quantities; a relative one says nothing about zero.</remarks>
public static class Tolerance
{
    /// <summary>Asserts that two numbers agree relative to the expected one.</summary>
    /// <param name="expected">Expected value; not zero.</param>
    /// <param name="actual">Actual value.</param>
    /// <param name="relative">Largest |actual - expected| / |expected|.</param>
    /// <param name="what">What is compared, for the message.</param>
    public static void Relative(double expected, double actual, double relative, string what = "value")
    {
        Assert.True(expected != 0, $"{what}: a relative comparison with zero means nothing; give a scale.");
        Scaled(expected, actual, Math.Abs(expected), relative, what);
    }

    /// <summary>Asserts that two numbers agree relative to the scale of their quantity.</summary>
    /// <param name="expected">Expected value.</param>
    /// <param name="actual">Actual value.</param>
    /// <param name="scale">Size that the quantity typically has; positive.</param>
    /// <param name="relative">Largest |actual - expected| / scale; at most 0.1.</param>
    /// <param name="what">What is compared, for the message.</param>
    public static void Scaled(double expected, double actual, double scale, double relative, string what = "value")
    {
        Assert.True(scale > 0 && double.IsFinite(scale), $"{what}: the scale must be positive and finite, but is {Text(scale)}.");
        Assert.True(relative is > 0 and <= 0.1, $"{what}: a tolerance of {Text(relative)} of the scale cannot fail usefully.");
        double error = Math.Abs(actual - expected) / scale;
        Assert.True(
            error <= relative,
            $"{what}: expected {Text(expected)}, got {Text(actual)}: off by {Text(error)} of {Text(scale)}, allowed {Text(relative)}.");
    }

    /// <summary>Asserts that a measured error is below its bound; the message tells the measured value.</summary>
    /// <param name="bound">Bound; positive.</param>
    /// <param name="error">Measured error in the same unit.</param>
    /// <param name="what">What was measured, with its unit.</param>
    public static void Below(double bound, double error, string what)
    {
        Assert.True(bound > 0, $"{what}: the bound must be positive.");
        Assert.True(Math.Abs(error) <= bound, $"{what}: {Text(error)}, allowed {Text(bound)}.");
    }

    private static string Text(double value) => value.ToString("G10", CultureInfo.InvariantCulture);
}
