namespace Ionolith.Numerics;

/// <summary>Special functions that the framework does not have.</summary>
public static class SpecialFunctions
{
    private const double TwoOverRootPi = 1.1283791670955126;

    /// <summary>Complementary error function, 2/sqrt(pi) times the integral of exp(-t^2) from x to infinity.</summary>
    /// <param name="x">Argument; any finite number.</param>
    /// <returns>A value between 0 and 2, relative error below 1e-13.</returns>
    /// <remarks>Power series of erf up to |x| = 2.5, Lentz's continued fraction beyond (Abramowitz and Stegun 7.1.6 and 7.1.14).</remarks>
    public static double Erfc(double x)
    {
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        if (x < 0)
        {
            return 2 - Erfc(-x);
        }

        return x < 2.5 ? 1 - ErfSeries(x) : ErfcFraction(x);
    }

    private static double ErfSeries(double x)
    {
        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-18 * sum; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverRootPi * Math.Exp(-x * x) * sum;
    }

    private static double ErfcFraction(double x)
    {
        if (x > 27)
        {
            return 0;
        }

        // erfc(x) = exp(-x^2)/sqrt(pi) / (x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))), evaluated from the tail.
        double tail = x;
        for (int n = 120; n >= 1; n--)
        {
            tail = x + (0.5 * n / tail);
        }

        return Math.Exp(-x * x) * TwoOverRootPi / 2 / tail;
    }
}
