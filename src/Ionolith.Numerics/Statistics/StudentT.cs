namespace Ionolith.Numerics.Statistics;

/// <summary>Student's t distribution.</summary>
/// <remarks>Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8 (continued fraction of the incomplete beta function) and 26.7.1.</remarks>
public static class StudentT
{
    /// <summary>The number t for which |T| is below t with a probability.</summary>
    /// <param name="probability">Two-sided probability, between 0 and 1: 0.95.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom, at least 1.</param>
    /// <returns>t, relative error below 1e-9.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double TwoSidedQuantile(double probability, int degreesOfFreedom)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must lie between 0 and 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        double outside = 1 - probability;
        double lower = 0, upper = 1;
        while (TwoSidedTail(upper, degreesOfFreedom) > outside && upper < 1e300)
        {
            lower = upper;
            upper *= 2;
        }

        for (int i = 0; i < 200 && upper - lower > 1e-11 * upper; i++)
        {
            double middle = 0.5 * (lower + upper);
            (lower, upper) = TwoSidedTail(middle, degreesOfFreedom) > outside ? (middle, upper) : (lower, middle);
        }

        return 0.5 * (lower + upper);
    }

    /// <summary>Probability that |T| exceeds t.</summary>
    /// <param name="t">t, not negative.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom, at least 1.</param>
    /// <returns>A probability, relative error below 1e-12.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double TwoSidedTail(double t, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        double n = degreesOfFreedom;
        return IncompleteBeta(0.5 * n, 0.5, n / (n + (t * t)), t * t / (n + (t * t)));
    }

    /// <summary>Regularised incomplete beta function I_x(a, b), with 1 - x given beside x for accuracy.</summary>
    private static double IncompleteBeta(double a, double b, double x, double complement)
    {
        if (x <= 0 || complement <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(complement)));
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(a, b, x) / a
            : 1 - (front * Fraction(b, a, complement) / b);
    }

    /// <summary>Continued fraction of the incomplete beta function, by Lentz's method.</summary>
    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double c = 1;
        double d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        double h = d;
        for (int m = 1; m < 1000; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            foreach (double term in (ReadOnlySpan<double>)[even, odd])
            {
                d = 1 + (term * d);
                d = 1 / (Math.Abs(d) < tiny ? tiny : d);
                c = 1 + (term / c);
                c = Math.Abs(c) < tiny ? tiny : c;
                h *= c * d;
            }

            if (Math.Abs((c * d) - 1) < 1e-15)
            {
                break;
            }
        }

        return h;
    }

    /// <summary>Logarithm of the gamma function for positive arguments: recurrence up to 10, then Stirling's series (6.1.41).</summary>
    private static double LogGamma(double x)
    {
        double shift = 0;
        while (x < 10)
        {
            shift += Math.Log(x);
            x++;
        }

        double r = 1 / (x * x);
        double series = (1.0 / 12) - (r * ((1.0 / 360) - (r * ((1.0 / 1260) - (r * ((1.0 / 1680) - (r / 1188)))))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x) - shift;
    }
}
