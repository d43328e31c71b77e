namespace Ionolith.Cells.Simulation;

/// <summary>The rows that a step of the protocol asks for at an even interval.</summary>
internal static class RegularRows
{
    // A time that is a row but for rounding counts as one.
    private const double Rounding = 1e-9;

    /// <summary>Time of the row after a time, s.</summary>
    /// <param name="time">The time, s.</param>
    /// <param name="start">Start of the step, s.</param>
    /// <param name="period">Interval of the rows, s.</param>
    public static double Next(double time, double start, double period) =>
        start + (period * (Math.Floor(((time - start) / period) + Rounding) + 1));
}
