using Ionolith.Numerics.Integration;
using Ionolith.Numerics.Tests.LinearAlgebra;

namespace Ionolith.Numerics.Tests.Integration;

/// <summary>A small system M y' = f(t, y) with a dense Jacobian; rows of M that are zero are algebraic equations.</summary>
internal sealed class DenseSystem(
    int unknowns, Action<double, double[], double[]> right, Func<double, double[], double[,]> jacobian, params int[] algebraic)
    : IImplicitSystem
{
    private readonly double[] _right = new double[unknowns];

    private readonly int[] _integrals = [(unknowns + 7) / 8 * 8 - 1];
    private readonly double[] _rates = new double[1];

    /// <summary>Rate of the integral that is the last element of the padding; null: there is none.</summary>
    public Func<double, double[], double>? Rate { get; init; }

    public ReadOnlySpan<int> Integrals => Rate is null ? [] : _integrals;

    public ReadOnlySpan<double> IntegralRates => _rates;

    public double RelativeTolerance { get; init; } = 1e-6;

    public double[] AbsoluteTolerance { get; init; } = [1e-10];

    public int Size => (unknowns + 7) / 8 * 8;

    public bool Correct(double t, double[] y, double[] derivative, double shift, bool refresh, double[] correction)
    {
        right(t, y, _right);
        double[,] j = jacobian(t, y), matrix = new double[unknowns, unknowns];
        double[] b = new double[unknowns];
        for (int i = 0; i < unknowns; i++)
        {
            double mass = algebraic.Contains(i) ? 0 : 1;
            b[i] = _right[i] - (mass * derivative[i]);
            for (int k = 0; k < unknowns; k++)
            {
                matrix[i, k] = (i == k ? mass * shift : 0) - j[i, k];
            }
        }

        Array.Clear(correction);
        double[] x = DenseElimination.Solve(matrix, b);
        x.CopyTo(correction, 0);
        return x.All(double.IsFinite);
    }

    public bool IsSmooth(double[] y) => true;

    public void Complete(double t, double[] y, double[] predicted, double[] predictedDerivative, double shift) => _rates[0] = Rate?.Invoke(t, y) ?? 0;

    public void Weigh(double[] y, double[] error, double[] newton)
    {
        for (int i = 0; i < unknowns; i++)
        {
            double absolute = AbsoluteTolerance[Math.Min(i, AbsoluteTolerance.Length - 1)];
            newton[i] = 1 / Math.Sqrt(unknowns) / ((RelativeTolerance * Math.Abs(y[i])) + absolute);
            error[i] = algebraic.Contains(i) ? 0 : newton[i];
        }
    }

    /// <summary>An integrator that has been started at t = 0.</summary>
    public BdfIntegrator Start(double[] y, double[] derivative, double longestStep = 1e-3, int maximumOrder = 5)
    {
        BdfIntegrator integrator = new(this) { MaximumOrder = maximumOrder };
        double[] y0 = new double[Size], d0 = new double[Size];
        y.CopyTo(y0, 0);
        derivative.CopyTo(d0, 0);
        d0[^1] = Rate?.Invoke(0, y0) ?? d0[^1];
        integrator.Start(0, y0, d0, longestStep);
        return integrator;
    }

    /// <summary>Integrates to a time; <paramref name="step"/> sees each attempt before it is taken.</summary>
    public static void Advance(BdfIntegrator integrator, double end, Action? step = null)
    {
        while (integrator.Time < end * (1 - 1e-13))
        {
            StepOutcome outcome = integrator.Attempt(end);
            if (outcome != StepOutcome.Success)
            {
                throw new InvalidOperationException($"The step ended with {outcome} at {integrator.Time}.");
            }

            step?.Invoke();
            integrator.Commit();
        }
    }
}
