using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <summary>Places the end of a step where a limit is reached.</summary>
/// <remarks>
/// The crossing is first found on the polynomial of the attempt; the step is then repeated to end there and corrected until the quantity
/// itself, computed with all equations satisfied, is at its threshold: to 1e-7 V for a voltage, or to less than a microsecond.
/// </remarks>
internal static class EventLocator
{
    private const double TimeTolerance = 1e-7;

    // When something happens at an interface is found so often anew, each time with the state of a shorter step.
    private const int MostPlacings = 20;

    /// <summary>Ages over the attempt, and repeats it so that it ends where an interface fails or becomes a short.</summary>
    /// <param name="integrator">The integrator.</param>
    /// <param name="aged">What ages over the attempt.</param>
    /// <param name="start">Time at which the attempt starts, s.</param>
    /// <param name="crossed">The limit that the attempt has crossed; it is reached later than what happens before it.</param>
    /// <returns>Whether the step could be placed.</returns>
    public static bool Place(BdfIntegrator integrator, IAgedAttempt aged, double start, ref (LimitMonitor Limit, double Time)? crossed)
    {
        for (int trial = 1; true; trial++)
        {
            double first = aged.Try(start);
            if (first >= integrator.Time || trial == MostPlacings)
            {
                return true;
            }

            aged.Return();
            crossed = null;
            if (!integrator.Retry(first))
            {
                return false;
            }
        }
    }

    /// <summary>Finds the first limit that the attempt under way has crossed.</summary>
    /// <param name="integrator">The integrator.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="start">Time at which the attempt starts, s.</param>
    /// <returns>The limit and the time on the polynomial; null where none was crossed.</returns>
    public static (LimitMonitor Limit, double Time)? Crossed(BdfIntegrator integrator, IReadOnlyList<LimitMonitor> limits, double start)
    {
        (LimitMonitor Limit, double Time)? first = null;
        foreach (LimitMonitor limit in limits)
        {
            if (limit.Distance(integrator.State) >= 0)
            {
                double time = OnPolynomial(integrator, limit, start, integrator.Time);
                if (first is null || time < first.Value.Time)
                {
                    first = (limit, time);
                }
            }
        }

        return first;
    }

    /// <summary>Repeats the attempt so that it ends where the limit is reached.</summary>
    /// <param name="integrator">The integrator; its attempt crosses the limit.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="start">Time at which the attempt starts, s.</param>
    /// <param name="guess">First guess of the time, s.</param>
    /// <returns>Whether the step could be placed.</returns>
    public static bool Place(BdfIntegrator integrator, LimitMonitor limit, double start, double guess)
    {
        double low = start, high = integrator.Time, time = Math.Clamp(guess, start + (1e-3 * (high - start)), high);
        double before = high, beforeValue = limit.Distance(integrator.State);
        for (int trial = 0; trial < 40; trial++)
        {
            if (!integrator.Retry(time))
            {
                return false;
            }

            double value = limit.Distance(integrator.State);
            if (Math.Abs(value) <= limit.Tolerance || high - low < TimeTolerance)
            {
                return true;
            }

            (low, high) = value > 0 ? (low, time) : (time, high);
            double secant = time - (value * (time - before) / (value - beforeValue));
            (before, beforeValue) = (time, value);

            // Bisection where the secant leaves the bracket, and now and then lest it creep along a bend.
            time = secant > low && secant < high && trial % 5 != 4 ? secant : 0.5 * (low + high);
        }

        return true;
    }

    private static double OnPolynomial(BdfIntegrator integrator, LimitMonitor limit, double low, double high)
    {
        for (int i = 0; i < 60 && high - low > 1e-12 * Math.Abs(high); i++)
        {
            double middle = 0.5 * (low + high);
            if (limit.Distance(integrator, middle) >= 0)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }
}
