using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>The figures of some claims as functions of some values.</summary>
/// <param name="rows">The claims; each has a measurement and a figure.</param>
/// <param name="values">The values.</param>
/// <param name="laboratory">Where they are measured.</param>
internal sealed class FittedFigures(ClaimRow[] rows, UsedValue[] values, Laboratory laboratory)
{
    private const int MostSteps = 20;
    private const double Step = 1e-4;
    private readonly double[] _targets = [.. rows.Select(r => Target(r.Claim.Figure!))];

    /// <summary>The figures, SI units.</summary>
    public double[] Figures(double[] numbers)
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, text) in values.SelectMany((v, i) => v.To(numbers[i], laboratory)))
        {
            changes[place] = text;
        }

        var changed = laboratory.With(changes);
        return [.. rows.Select(r => r.Claim.Compute!.Measure(changed).Value)];
    }

    /// <summary>Relative excess of each figure over the reported one.</summary>
    public double[] Residuals(double[] numbers) => [.. Figures(numbers).Zip(_targets, (f, t) => (f / t) - 1)];

    /// <summary>Largest relative misfit of some figures.</summary>
    public double Misfit(double[] figures) => figures.Zip(_targets, (f, t) => Math.Abs((f / t) - 1)).Max();

    /// <summary>Newton's method with differences for derivatives, damped until the misfit falls.</summary>
    /// <exception cref="MeasurementException">It does not come near enough.</exception>
    public double[] Newton(double[] start, double accuracy)
    {
        double[] x = start, r = Residuals(x);
        for (int i = 0; i < MostSteps && r.Max(Math.Abs) > accuracy; i++)
        {
            double[,] jacobian = Jacobian(x, r);
            double[] step = Solve(jacobian, r);
            double damping = 1;
            double[] next, there;
            do
            {
                next = [.. x.Zip(step, (a, s) => a - (damping * s))];
                there = Residuals(next);
                damping /= 2;
            }
            while (there.Max(Math.Abs) >= r.Max(Math.Abs) && damping > 1e-3);
            (x, r) = (next, there);
        }

        return r.Max(Math.Abs) <= accuracy ? x : throw new MeasurementException($"the joint fit ends {100 * r.Max(Math.Abs):0.##} % from the figures");
    }

    private static double Target(ReportedFigure figure) => double.IsFinite(figure.Upper) ? 0.5 * (figure.Lower + figure.Upper) : figure.Lower;

    private double[,] Jacobian(double[] x, double[] r)
    {
        var jacobian = new double[x.Length, x.Length];
        for (int k = 0; k < x.Length; k++)
        {
            double[] moved = [.. x];
            double step = Step * (x[k] == 0 ? 1 : x[k]);
            moved[k] += step;
            double[] there = Residuals(moved);
            for (int i = 0; i < r.Length; i++)
            {
                jacobian[i, k] = (there[i] - r[i]) / step;
            }
        }

        return jacobian;
    }

    /// <summary>Gaussian elimination with row pivots; the systems have two or three unknowns.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        double[] b = [.. right];
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(matrix[i, k]));
            for (int j = 0; j < n; j++)
            {
                (matrix[k, j], matrix[pivot, j]) = (matrix[pivot, j], matrix[k, j]);
            }

            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (int i = k + 1; i < n; i++)
            {
                double factor = matrix[i, k] / matrix[k, k];
                b[i] -= factor * b[k];
                for (int j = k; j < n; j++)
                {
                    matrix[i, j] -= factor * matrix[k, j];
                }
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                b[i] -= matrix[i, j] * b[j];
            }

            b[i] /= matrix[i, i];
        }

        return b;
    }
}
