namespace Ionolith.Numerics.RootFinding;

/// <summary>Root of a continuous function between two points where it has opposite signs, without derivatives.</summary>
/// <remarks>
/// Inverse quadratic interpolation and secant steps that bisection keeps inside: R. P. Brent, "Algorithms for Minimization without
/// Derivatives" (1973), chapter 4.
/// </remarks>
public static class BracketedRoot
{
    private const int MostSteps = 200;
    private const double RoundOff = 2.3e-16;

    /// <summary>Finds the point where the function is zero.</summary>
    /// <param name="function">The function; continuous between the ends.</param>
    /// <param name="lower">Lower end.</param>
    /// <param name="upper">Upper end; above the lower one.</param>
    /// <param name="tolerance">How near to the root the result must be, in units of the argument; positive.</param>
    /// <param name="valueTolerance">Magnitude of the function that counts as zero; zero: only the tolerance ends the search.</param>
    /// <returns>The root.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end or tolerance is not finite or out of order.</exception>
    /// <exception cref="ArgumentException">The function has one sign at both ends, or is no number there.</exception>
    public static double Find(Func<double, double> function, double lower, double upper, double tolerance, double valueTolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!double.IsFinite(lower) || !double.IsFinite(upper) || lower >= upper)
        {
            throw new ArgumentOutOfRangeException(nameof(upper), upper, $"The ends must be finite and in order, but are {lower} and {upper}.");
        }

        if (!(tolerance > 0) || !(valueTolerance >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must be positive, that of the value not negative.");
        }

        double a = lower, b = upper, atA = function(a), atB = function(b);
        if (atA == 0 || atB == 0)
        {
            return atA == 0 ? a : b;
        }

        if (double.IsNaN(atA) || double.IsNaN(atB) || atA > 0 == atB > 0)
        {
            throw new ArgumentException($"The function must have opposite signs at the ends, but is {atA} at {a} and {atB} at {b}.", nameof(function));
        }

        return Search(function, (a, atA), (b, atB), tolerance, valueTolerance);
    }

    /// <summary>The point b is the best so far, c lies on the other side of the root, a is the b before.</summary>
    private static double Search(Func<double, double> function, (double X, double Y) a, (double X, double Y) b, double tolerance, double valueTolerance)
    {
        var c = a;
        double step = b.X - a.X, before = step;
        for (int i = 0; i < MostSteps; i++)
        {
            if (b.Y > 0 == c.Y > 0)
            {
                c = a;
                step = before = b.X - a.X;
            }

            if (Math.Abs(c.Y) < Math.Abs(b.Y))
            {
                (a, b, c) = (b, c, b);
            }

            double least = (2 * RoundOff * Math.Abs(b.X)) + (0.5 * tolerance), half = 0.5 * (c.X - b.X);
            if (Math.Abs(half) <= least || Math.Abs(b.Y) <= valueTolerance)
            {
                return b.X;
            }

            double proposed = Interpolate(a, b, c);
            bool accepted = Math.Abs(before) >= least && Math.Abs(a.Y) > Math.Abs(b.Y)
                && proposed / half > 0 && Math.Abs(proposed) < Math.Min(Math.Abs(1.5 * half) - (0.5 * least), Math.Abs(0.5 * before));
            (before, step) = accepted ? (step, proposed) : (half, half);
            a = b;
            double x = b.X + (Math.Abs(step) > least ? step : Math.CopySign(least, half));
            b = (x, function(x));
            if (double.IsNaN(b.Y))
            {
                throw new ArgumentException($"The function is no number at {x}.", nameof(function));
            }
        }

        return b.X;
    }

    /// <summary>Step from b by inverse quadratic interpolation, or along the secant where two of the points coincide.</summary>
    private static double Interpolate((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        double s = b.Y / a.Y;
        if (a.X == c.X)
        {
            return s * (c.X - b.X) / (s - 1);
        }

        double q = a.Y / c.Y, r = b.Y / c.Y;
        double p = s * (((c.X - b.X) * q * (q - r)) - ((b.X - a.X) * (r - 1)));
        return -p / ((q - 1) * (r - 1) * (s - 1));
    }
}
