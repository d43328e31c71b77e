using System.Globalization;

namespace Ionolith.Materials.Quantities;

/// <summary>Prints SI values in the units that the field uses.</summary>
public static class QuantityFormat
{
    /// <summary>Prints an SI value in the customary unit of its kind, e.g. 3e-5 as "30 um".</summary>
    /// <param name="value">Value in SI units.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    /// <returns>Number and unit; the number alone for a pure number.</returns>
    public static string ToText(double value, QuantityKind kind, int digits = 4)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return ToText(value, kind, kind.DisplayUnit, digits);
    }

    /// <summary>Prints an SI value in a unit of choice.</summary>
    /// <param name="value">Value in SI units.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="unit">Symbol of the unit.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    /// <returns>Number and unit.</returns>
    /// <exception cref="ArgumentException">The symbol is no unit of this kind.</exception>
    public static string ToText(double value, QuantityKind kind, string unit, int digits)
    {
        ArgumentNullException.ThrowIfNull(kind);
        string number = Number(ToUnit(value, kind, unit), digits);
        return kind.Dimension == Dimension.None && string.Equals(unit, "1", StringComparison.Ordinal) ? number : $"{number} {unit}";
    }

    /// <summary>Converts an SI value to a unit of choice.</summary>
    /// <param name="value">Value in SI units.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="unit">Symbol of the unit.</param>
    /// <returns>The number in that unit.</returns>
    /// <exception cref="ArgumentException">The symbol is no unit of this kind.</exception>
    public static double ToUnit(double value, QuantityKind kind, string unit)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Quantity.TryFindUnit(unit, kind, out var found, out _) && found.Dimension == kind.Dimension
            ? found.FromSi(value)
            : throw new ArgumentException($"\"{unit}\" is no unit of {kind.Name}.", nameof(unit));
    }

    /// <summary>Prints a number with so many significant digits, without trailing zeros; very large and small ones with exponent.</summary>
    private static string Number(double value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        if (!double.IsFinite(value) || value == 0)
        {
            return double.IsNaN(value) ? "-" : value.ToString(CultureInfo.InvariantCulture);
        }

        double size = Math.Abs(value);
        if (size >= 1e-3 && size < 1e6)
        {
            int decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 15);
            return Math.Round(value, decimals).ToString("0.###############", CultureInfo.InvariantCulture);
        }

        string exponential = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int e = exponential.IndexOf('E', StringComparison.Ordinal);
        string mantissa = exponential[..e];
        if (mantissa.Contains('.', StringComparison.Ordinal))
        {
            mantissa = mantissa.TrimEnd('0').TrimEnd('.');
        }

        int exponent = int.Parse(exponential.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent}");
    }
}
