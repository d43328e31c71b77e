using Ionolith.Numerics.Statistics;

namespace Ionolith.Numerics.Fitting;

/// <summary>Least-squares fit of a model with a few bounded parameters, by the method of Levenberg and Marquardt.</summary>
/// <remarks>
/// D. W. Marquardt, J. Soc. Ind. Appl. Math. 11 (1963) 431, with the damping on the diagonal scaled to one. A step is cut off at the
/// bounds; a parameter that stands at a bound and is drawn beyond it is held there. Intervals are those of the linearised model:
/// covariance s^2 (J^T J)^-1 and Student's t, exact for a linear model with normal errors.
/// </remarks>
public static class LevenbergMarquardt
{
    private const double SmallestStep = 1e-10;
    private const double LargestDamping = 1e16;

    /// <summary>Fits the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">Variable of each point.</param>
    /// <param name="y">Value of each point; as many as <paramref name="x"/>, and more than parameters.</param>
    /// <param name="parameters">The parameters with starts and bounds; at least one.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <param name="mostIterations">Largest number of steps tried; positive.</param>
    /// <returns>The fit; its <see cref="FitResult.Converged"/> says whether the search ended.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, or a start lies outside its bounds.</exception>
    /// <exception cref="FitException">There are too few points, the model has no value at the start, or the data do not determine a parameter.</exception>
    public static FitResult Fit(
        IFitModel model, ReadOnlySpan<double> x, ReadOnlySpan<double> y, IReadOnlyList<FitParameter> parameters, double confidence = 0.95, int mostIterations = 200)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostIterations, 1);
        FitInput.Check(x, y, parameters);
        var search = new FitSearch(model, x.ToArray(), y.ToArray(), parameters);
        if (!double.IsFinite(search.Cost))
        {
            throw new FitException("The model has no finite value at every point with the parameters from which the search starts.");
        }

        int iterations = 0;
        bool converged = false;
        double damping = 1e-3;
        while (iterations < mostIterations && !converged)
        {
            iterations++;
            double before = search.Cost;
            double step = search.TryStep(damping);
            bool accepted = search.Cost < before;
            damping = accepted ? Math.Max(0.1 * damping, 1e-12) : 10 * damping;

            // A refused step that was next to nothing, or no acceptable step at all, is a minimum to round-off.
            converged = step <= SmallestStep || before == 0 || damping > LargestDamping;
        }

        return Describe(search, x.Length - parameters.Count, confidence, iterations, converged);
    }

    private static FitResult Describe(FitSearch search, int freedom, double confidence, int iterations, bool converged)
    {
        double deviation = Math.Sqrt(search.Cost / freedom);
        double t = StudentT.TwoSidedQuantile(confidence, freedom);
        double[][] unit = search.UnitCovariance();
        var fitted = search.Parameters.Select((p, i) =>
        {
            double value = search.Point[i];
            double error = search.IsFree(i) ? deviation * Math.Sqrt(unit[i][i]) : double.NaN;
            return new FittedParameter(p.Name, value, error, value - (t * error), value + (t * error), !search.IsFree(i));
        });
        return new FitResult([.. fitted], search.Residuals.ToArray(), deviation, confidence, iterations, converged)
        {
            Covariance = [.. unit.Select(row => (double[])[.. row.Select(v => deviation * deviation * v)])],
            Quantile = t,
        };
    }
}
