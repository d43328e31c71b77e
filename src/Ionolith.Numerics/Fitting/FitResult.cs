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
    /// <summary>Sum of the squared residuals.</summary>
    public double SumOfSquares => Residuals.Sum(r => r * r);
}
