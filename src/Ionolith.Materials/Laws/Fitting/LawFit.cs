using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Least-squares fits of laws to tables (T, sigma) and (fraction, sigma), with confidence intervals.</summary>
/// <remarks>
/// What is made small is the sum of ln(data/law)^2: conductivities scatter relative to their size, over decades. Intervals come from the
/// covariance at the minimum with Student's t; those of a positive scale (a conductivity, A) are symmetric in its logarithm. They speak
/// of scatter alone, not of a law that does not hold: look at the residuals for a pattern.
/// </remarks>
public static class LawFit
{
    /// <summary>sigma = sigma_ref exp[-E/R (1/T - 1/T_ref)], without a power of T before the exponential.</summary>
    /// <param name="temperatures">T, K; at least two different ones.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least three.</param>
    /// <param name="referenceTemperature">T_ref, K.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters sigma_ref (S/m) and E (J/mol).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Arrhenius(
        ReadOnlySpan<double> temperatures, ReadOnlySpan<double> conductivities, double referenceTemperature = 298.15, double confidence = 0.95)
    {
        Valid.Positive(referenceTemperature, "The reference temperature", "K");
        FitTable.CheckTemperatures(temperatures, conductivities, "an Arrhenius law", 2);
        double[] logs = FitTable.Logarithms(conductivities);
        double[] inverse = Array.ConvertAll(temperatures.ToArray(), t => (1 / t) - (1 / referenceTemperature));
        var (level, slope, _) = FitTable.Line(inverse, logs);
        var fit = LevenbergMarquardt.Fit(
            new ArrheniusModel(referenceTemperature),
            temperatures,
            logs,
            [new("conductivity sigma_ref", level), new("activation energy E", -slope * PhysicalConstants.GasConstant)],
            confidence);
        return Result("Arrhenius", fit, ["S/m", "J/mol"], [0], p => new ArrheniusFunction(new ConstantFunction(p[0]), p[1], referenceTemperature));
    }

    /// <summary>sigma = A T^-1/2 exp[-B/(T - T_0)].</summary>
    /// <param name="temperatures">T, K; at least three different ones.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least four.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters A (S/m K^1/2), B (K) and T_0 (K, from 0 to a kelvin below the lowest temperature).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Vtf(ReadOnlySpan<double> temperatures, ReadOnlySpan<double> conductivities, double confidence = 0.95)
    {
        FitTable.CheckTemperatures(temperatures, conductivities, "a VTF law", 3);
        double[] t = temperatures.ToArray();
        double[] logs = FitTable.Logarithms(conductivities);
        double[] scaled = [.. logs.Zip(t, (y, x) => y + (0.5 * Math.Log(x)))];
        double highest = Math.Max(t.Min() - 1, 0.5 * t.Min());
        var (start, level, slope) = FitTable.BestLine(scaled, 0, highest, t0 => Array.ConvertAll(t, x => -1 / (x - t0)));
        var fit = LevenbergMarquardt.Fit(
            new VtfModel(),
            t,
            logs,
            [new("prefactor A", level), new("pseudo-activation B", Math.Max(slope, 1), 1e-3), new("vanishing temperature T_0", start, 0, highest)],
            confidence);
        return Result("VTF", fit, ["S/m K^1/2", "K", "K"], [0], p => new VtfFunction(p[0], p[1], p[2]));
    }

    /// <summary>Spheres in a matrix, <see cref="MaxwellEucken"/>.</summary>
    /// <param name="fractions">Volume fraction of the spheres, 0 to 1; at least two different ones.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least three.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters s_m and s_f (S/m, zero or more).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Maxwell(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double confidence = 0.95)
    {
        FitTable.CheckFractions(fractions, conductivities, "the Maxwell rule", 2);
        var (f, logs) = (fractions.ToArray(), FitTable.Logarithms(conductivities));
        var (level, slope, _) = FitTable.Line(f, logs);

        // d ln s/df at f = 0 is 3 (b - 1)/(b + 2) with b = s_f/s_m; it lies between -3/2 and 3.
        double bounded = Math.Clamp(slope, -1.4, 2.9);
        double ratio = (3 + (2 * bounded)) / (3 - bounded);
        var fit = LevenbergMarquardt.Fit(
            new MaxwellModel(), f, logs, [new("matrix s_m", level), new("filler s_f", ratio * Math.Exp(level), 0)], confidence);
        return Result("Maxwell", fit, ["S/m", "S/m"], [0], (p, x) => new MaxwellEucken(x).Effective(p[0], p[1]));
    }

    /// <summary>A good and a poor conductor with a threshold, <see cref="GeneralEffectiveMedium"/>.</summary>
    /// <param name="fractions">Volume fraction of the good conductor, 0 to 1; at least five different ones, on both sides of the threshold.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least six.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters s_h and s_l (S/m), f_c (1), t and u (1).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult GeneralMedium(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double confidence = 0.95)
    {
        FitTable.CheckFractions(fractions, conductivities, "the general effective medium", 5);
        var (f, logs) = (fractions.ToArray(), FitTable.Logarithms(conductivities));
        var fit = LevenbergMarquardt.Fit(new GeneralMediumModel(), f, logs, GeneralMediumModel.Start(f, logs), confidence);
        return Result("general effective medium", fit, ["S/m", "S/m", "", "", ""], [0, 1],
            (p, x) => new GeneralEffectiveMedium(x, p[2], p[3], p[4]).Effective(p[0], p[1]));
    }

    /// <summary>A conductor in an insulator above its threshold, <see cref="PercolationPower"/>.</summary>
    /// <param name="fractions">Volume fraction of the conductor, above 0 to 1; at least three different ones, all above the threshold.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least four.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters s_c (S/m, of the pure conductor), f_c (1, from 0 to below the lowest fraction) and t (1).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Percolation(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double confidence = 0.95)
    {
        FitTable.CheckFractions(fractions, conductivities, "the percolation law", 3);
        var (f, logs) = (fractions.ToArray(), FitTable.Logarithms(conductivities));
        double highest = f.Min() * (1 - 1e-6);
        if (!(highest > 0))
        {
            throw new FitException("A conductor that percolates has a volume fraction above 0, but the data have a point at 0; leave out the points below the threshold.");
        }

        var (start, level, slope) = FitTable.BestLine(logs, 0, highest, c => Array.ConvertAll(f, x => Math.Log((x - c) / (1 - c))));
        var fit = LevenbergMarquardt.Fit(
            new PercolationModel(),
            f,
            logs,
            [new("conductor s_c", level), new("threshold f_c", start, 0, highest), new("exponent t", Math.Clamp(slope, 0.1, 20), 0.01, 50)],
            confidence);
        return Result("percolation", fit, ["S/m", "", ""], [0], (p, x) => new PercolationPower(x, p[1], p[2]).Effective(p[0]));
    }

    private static LawFitResult Result(string law, FitResult fit, string[] units, int[] logarithmic, Func<double[], IPropertyFunction> function)
    {
        var f = function(Values(fit, logarithmic));
        return Describe(law, fit, units, logarithmic) with { Function = f, Predict = t => f.Evaluate(0, t).Value };
    }

    private static LawFitResult Result(string law, FitResult fit, string[] units, int[] logarithmic, Func<double[], double, double> rule)
    {
        double[] values = Values(fit, logarithmic);
        return Describe(law, fit, units, logarithmic) with { Predict = x => rule(values, x) };
    }

    private static double[] Values(FitResult fit, int[] logarithmic) =>
        [.. fit.Parameters.Select((p, i) => logarithmic.Contains(i) ? Math.Exp(p.Value) : p.Value)];

    private static LawFitResult Describe(string law, FitResult fit, string[] units, int[] logarithmic) => new()
    {
        Law = law,
        Parameters = [.. fit.Parameters.Select((p, i) => logarithmic.Contains(i)
            ? new LawParameter(p.Name, units[i], Math.Exp(p.Value), Math.Exp(p.Lower), Math.Exp(p.Upper), p.AtBound)
            : new LawParameter(p.Name, units[i], p.Value, p.Lower, p.Upper, p.AtBound))],
        Residuals = fit.Residuals,
        RelativeDeviation = fit.StandardDeviation,
        Confidence = fit.Confidence,
        Converged = fit.Converged,
        Predict = static _ => double.NaN,
    };
}
