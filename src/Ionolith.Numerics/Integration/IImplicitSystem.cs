namespace Ionolith.Numerics.Integration;

/// <summary>A system of differential and algebraic equations F(t, y, y') = 0 that solves its own Newton equations.</summary>
/// <remarks>
/// The integrator knows no matrix: the system linearises and solves in one pass, because only it knows its structure. All arrays
/// have <see cref="Size"/> elements, a multiple of 8; elements that pad a row stay zero in every correction.
/// </remarks>
public interface IImplicitSystem
{
    /// <summary>Number of elements of y, a multiple of 8.</summary>
    int Size { get; }

    /// <summary>One Newton iteration: solves (dF/dy + shift dF/dy') correction = -F.</summary>
    /// <param name="t">Time.</param>
    /// <param name="y">Unknowns.</param>
    /// <param name="derivative">Their time derivatives.</param>
    /// <param name="shift">Derivative of y' to y in the integration formula, 1/s.</param>
    /// <param name="refresh">Whether the matrix is to be made anew; else that of the last call may serve.</param>
    /// <param name="correction">Receives the correction.</param>
    /// <returns>False where the state is impossible (a law gave NaN, the matrix is singular): the step is too long.</returns>
    bool Correct(double t, double[] y, double[] derivative, double shift, bool refresh, double[] correction);

    /// <summary>Whether the equations are smooth between the state of the last <see cref="Correct"/> and a corrected one.</summary>
    /// <param name="y">The corrected unknowns.</param>
    /// <returns>False where a bend lies between them, beyond which one correction says nothing about the next.</returns>
    bool IsSmooth(double[] y);

    /// <summary>Whether the last correction was mended, so that it is not Newton's own and another must follow.</summary>
    bool IsRough => false;

    /// <summary>Elements that are integrals over time of rates that follow from the others; the integrator sets them.</summary>
    ReadOnlySpan<int> Integrals => [];

    /// <summary>Rates of <see cref="Integrals"/> at the state of the last <see cref="Complete"/>.</summary>
    ReadOnlySpan<double> IntegralRates => [];

    /// <summary>Sets the elements that follow from the others without feeding back (outputs, what the formula integrates as the unknowns) after convergence.</summary>
    /// <param name="t">Time.</param>
    /// <param name="y">Unknowns; dependent elements are set.</param>
    /// <param name="predicted">Predicted unknowns.</param>
    /// <param name="predictedDerivative">Predicted derivatives.</param>
    /// <param name="shift">As in <see cref="Correct"/>: y' = predicted' + shift (y - predicted).</param>
    void Complete(double t, double[] y, double[] predicted, double[] predictedDerivative, double shift);

    /// <summary>Sets the weights of the norms: norm(e)^2 = sum of (weight e)^2.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="error">Weights of the local error.</param>
    /// <param name="newton">Weights of a Newton correction.</param>
    void Weigh(double[] y, double[] error, double[] newton);
}
