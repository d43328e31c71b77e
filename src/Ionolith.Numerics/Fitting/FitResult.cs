namespace Ionolith.Numerics.Fitting;

/// <summary>The outcome of a least-squares fit.</summary>
/// <param name="Parameters">The parameters, in the order given.</param>
/// <param name="Residuals">Data minus model, one for each point.</param>
/// <param name="StandardDeviation">Root of the sum of squared residuals over the degrees of freedom.</param>
/// <param name="Confidence">Probability of the intervals: 0.95.</param>
/// <param name="Iterations">Number of accepted and refused steps.</param>
/// <param name="Converged">Whether the search ended at a minimum; if not, it ran out of iterations.</param>
public sealed record FitResult(
    IReadOnlyList<FittedParameter> Parameters,
    IReadOnlyList<double> Residuals,
    double StandardDeviation,
    double Confidence,
    int Iterations,
    bool Converged)
{
    /// <summary>Covariance of the parameters, row by row; zero for a parameter at a bound.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Covariance { get; init; } = [];

    /// <summary>Student's t of the intervals: their half widths over the standard errors.</summary>
    public double Quantile { get; init; } = double.NaN;

    /// <summary>Sum of the squared residuals.</summary>
    public double SumOfSquares => Residuals.Sum(r => r * r);
}
