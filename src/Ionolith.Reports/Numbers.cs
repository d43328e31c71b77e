namespace Ionolith.Reports;

/// <summary>Numbers as people read them.</summary>
public static class Numbers
{
    /// <summary>C/m2 in one mAh/cm2, and so J/m2 in one mWh/cm2: 3.6 C over 1e-4 m2.</summary>
    public const double PerArealCapacity = 36_000;

    /// <summary>A number with so many significant digits, without exponent where that reads well.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    /// <returns>The text; "-" for NaN.</returns>
    public static string Text(double value, int digits = 4)
    {
        if (double.IsNaN(value))
        {
            return "-";
        }

        if (value == 0 || !double.IsFinite(value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var rounded = Round(value, digits);
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(rounded)));
        return exponent is < -3 or > 5
            ? rounded.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture)
            : rounded.ToString("F" + Math.Max(0, digits - 1 - exponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A number with one decimal, for columns; never a negative zero.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text; "-" for NaN.</returns>
    public static string Fixed(double value) =>
        double.IsNaN(value) ? "-" : (Math.Round(value, 1) + 0.0).ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>A number without what only rounding has left of it: zero where it is a billionth of what it stands beside, or less.</summary>
    /// <param name="value">The number.</param>
    /// <param name="beside">A number of the size that matters there.</param>
    /// <returns>The number or zero.</returns>
    public static double WithoutResidue(double value, double beside) => Math.Abs(value) <= 1e-9 * Math.Abs(beside) ? 0 : value;

    /// <summary>Rounds to significant digits, to keep files small.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">Significant digits, 1 to 17.</param>
    /// <returns>The rounded number.</returns>
    public static double Round(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        return double.Parse(value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A time with the unit that suits it: "12.3 s", "45.0 min", "3.21 h", "12.5 d".</summary>
    /// <param name="seconds">The time, s.</param>
    /// <returns>The text.</returns>
    public static string Duration(double seconds)
    {
        var (factor, unit) = TimeUnit(seconds);
        return $"{Text(seconds / factor, 3)} {unit}";
    }

    /// <summary>The unit in which a time of this length reads well.</summary>
    /// <param name="seconds">The time, s.</param>
    /// <returns>Seconds in the unit, and its symbol.</returns>
    public static (double Factor, string Unit) TimeUnit(double seconds) => Math.Abs(seconds) switch
    {
        < 180 => (1, "s"),
        < 3 * 3600 => (60, "min"),
        < 10 * 86400 => (3600, "h"),
        _ => (86400, "d"),
    };

    /// <summary>A length with the unit that suits it: "30 um", "1.2 mm".</summary>
    /// <param name="metres">The length, m.</param>
    /// <returns>The text.</returns>
    public static string Length(double metres) => Math.Abs(metres) switch
    {
        < 0.5e-6 => $"{Text(metres * 1e9, 3)} nm",
        < 1e-3 => $"{Text(metres * 1e6, 3)} um",
        _ => $"{Text(metres * 1e3, 3)} mm",
    };
}
