namespace Ionolith.Numerics.RootFinding;

/// <summary>Root of a monotone function between two points, by Newton steps that bisection keeps inside.</summary>
public static class MonotoneRoot
{
    private const int MostSteps = 200;

    /// <summary>Finds the point where the function is zero.</summary>
    /// <typeparam name="TState">What the function needs beside the point.</typeparam>
    /// <param name="function">Value and slope at a point; monotone between the ends.</param>
    /// <param name="state">Handed to the function.</param>
    /// <param name="lower">Lower end.</param>
    /// <param name="upper">Upper end; not below the lower one.</param>
    /// <returns>The root to round-off; the end whose value is nearer to zero if the function has one sign throughout.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite or they are in the wrong order.</exception>
    public static double Find<TState>(Func<double, TState, (double Value, double Slope)> function, TState state, double lower, double upper)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!double.IsFinite(lower) || !double.IsFinite(upper) || lower > upper)
        {
            throw new ArgumentOutOfRangeException(nameof(upper), upper, $"The ends must be finite and in order, but are {lower} and {upper}.");
        }

        double atLower = function(lower, state).Value;
        double atUpper = function(upper, state).Value;
        if (atLower == 0 || atUpper == 0 || atLower > 0 == atUpper > 0)
        {
            return Math.Abs(atLower) <= Math.Abs(atUpper) ? lower : upper;
        }

        bool rising = atUpper > 0;
        double x = 0.5 * (lower + upper);
        for (int step = 0; step < MostSteps; step++)
        {
            var (value, slope) = function(x, state);
            if (value == 0)
            {
                return x;
            }

            (lower, upper) = value > 0 == rising ? (lower, x) : (x, upper);
            double next = x - (value / slope);
            if (!(next > lower && next < upper))
            {
                next = 0.5 * (lower + upper);
            }

            double scale = Math.Max(Math.Abs(x), Math.Abs(next));
            if (Math.Abs(next - x) <= 4e-16 * scale || next == lower || next == upper)
            {
                return next;
            }

            x = next;
        }

        return x;
    }
}
