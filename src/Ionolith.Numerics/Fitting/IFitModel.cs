namespace Ionolith.Numerics.Fitting;

/// <summary>A function of one variable with parameters to be found.</summary>
public interface IFitModel
{
    /// <summary>Evaluates the function and its exact derivatives to the parameters.</summary>
    /// <param name="x">The variable.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">Receives the derivatives; as many as parameters.</param>
    /// <returns>The value; NaN where the parameters are impossible.</returns>
    double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient);
}
