using System.Globalization;

namespace Ionolith.Cells.Simulation;

/// <summary>Times in units that a person reads.</summary>
internal static class TimeText
{
    private const double Minute = 60, Hour = 3600, Day = 24 * Hour, Year = 365.25 * Day;

    /// <summary>A time with its unit.</summary>
    /// <param name="seconds">Time, s.</param>
    /// <returns>Text such as "12.5 s", "31.4 min", "979.4 h" or "320 years".</returns>
    public static string Of(double seconds)
    {
        (double value, string unit) = Math.Abs(seconds) switch
        {
            0 => (0.0, "s"),
            < 1e-3 => (seconds * 1e6, "us"),
            < 1 => (seconds * 1e3, "ms"),
            < 1000 => (seconds, "s"),
            < 2 * Hour => (seconds / Minute, "min"),
            < 100 * Day => (seconds / Hour, "h"),
            < 3 * Year => (seconds / Day, "days"),
            _ => (seconds / Year, "years"),
        };
        string format = Math.Abs(value) >= 1e6 ? "0.##e+0" : "0.###";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
    }
}
