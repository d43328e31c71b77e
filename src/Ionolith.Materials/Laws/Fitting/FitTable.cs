using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Checks of a table to be fitted, and straight lines through it from which searches start.</summary>
internal static class FitTable
{
    private const int Trials = 60;

    public static void CheckTemperatures(ReadOnlySpan<double> temperatures, ReadOnlySpan<double> conductivities, string law, int needed)
    {
        CheckLengths(temperatures, conductivities);
        for (int i = 0; i < temperatures.Length; i++)
        {
            if (!(temperatures[i] > 0) || !double.IsFinite(temperatures[i]))
            {
                throw new ArgumentException($"Every temperature must be positive and finite, but point {i + 1} has {temperatures[i]} K.", nameof(temperatures));
            }
        }

        CheckSpread(temperatures, law, needed, "temperatures");
    }

    public static void CheckFractions(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, string law, int needed)
    {
        CheckLengths(fractions, conductivities);
        for (int i = 0; i < fractions.Length; i++)
        {
            if (fractions[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentException($"Every volume fraction must lie between 0 and 1, but point {i + 1} has {fractions[i]}.", nameof(fractions));
            }
        }

        CheckSpread(fractions, law, needed, "volume fractions");
    }

    public static double[] Logarithms(ReadOnlySpan<double> conductivities) => Array.ConvertAll(conductivities.ToArray(), Math.Log);

    /// <summary>Least-squares line y = level + slope x, with its sum of squares.</summary>
    public static (double Level, double Slope, double SumOfSquares) Line(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double xx = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }

        double slope = xy / xx;
        double level = meanY - (slope * meanX);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = y[i] - level - (slope * x[i]);
            sum += r * r;
        }

        return (level, slope, sum);
    }

    /// <summary>The parameter between two ends for which the data are closest to a rising line in the variable it gives.</summary>
    public static (double Parameter, double Level, double Slope) BestLine(double[] y, double lower, double upper, Func<double, double[]> variable)
    {
        var best = (Parameter: lower, Level: 0.0, Slope: 0.0);
        double least = double.PositiveInfinity;
        for (int i = 0; i < Trials; i++)
        {
            double parameter = lower + ((upper - lower) * i / Trials);
            var (level, slope, sum) = Line(variable(parameter), y);
            if (sum < least)
            {
                least = sum;
                best = (parameter, level, slope);
            }
        }

        return best;
    }

    private static void CheckLengths(ReadOnlySpan<double> x, ReadOnlySpan<double> conductivities)
    {
        if (x.Length != conductivities.Length)
        {
            throw new ArgumentException($"There must be as many conductivities as points, but there are {conductivities.Length} and {x.Length}.", nameof(conductivities));
        }

        for (int i = 0; i < x.Length; i++)
        {
            if (!(conductivities[i] > 0) || !double.IsFinite(conductivities[i]))
            {
                throw new ArgumentException($"Every conductivity must be positive and finite, but point {i + 1} has {conductivities[i]} S/m.", nameof(conductivities));
            }
        }
    }

    private static void CheckSpread(ReadOnlySpan<double> x, string law, int needed, string what)
    {
        int different = new HashSet<double>(x.ToArray()).Count;
        if (different < needed || x.Length <= needed)
        {
            throw new FitException(
                $"To fit {law} takes at least {needed + 1} points at {needed} different {what}, but there are {x.Length} at {different}.");
        }
    }
}
