namespace Ionolith.Cells.BasicModels;

/// <summary>Equations 0 = F(u, du/dt), one residual for each unknown.</summary>
/// <param name="u">Unknowns.</param>
/// <param name="rate">Their time derivatives.</param>
/// <param name="residual">Receives F.</param>
internal delegate void Residual(double[] u, double[] rate, double[] residual);

/// <summary>Implicit Euler steps with Richardson extrapolation: slow, simple, and accurate to any order.</summary>
/// <remarks>
/// A step is done with 1, 2, 3, ... parts, and the results are extrapolated to infinitely many. Newton's matrix comes from finite
/// differences and is dense. Source: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, Springer 1996, section IV.9.
/// </remarks>
internal static class ExtrapolatedEuler
{
    private const int Columns = 5;

    /// <summary>Integrates over a time.</summary>
    /// <param name="equations">The equations.</param>
    /// <param name="u">Unknowns; those with a time derivative are read, all are set.</param>
    /// <param name="time">How long, s.</param>
    /// <param name="first">First step, s; each further one is half as long again, up to <paramref name="longest"/>.</param>
    /// <param name="longest">Longest step, s.</param>
    public static void Integrate(Residual equations, double[] u, double time, double first, double longest)
    {
        double done = 0, step = first;
        while (done < time)
        {
            double h = Math.Min(step, time - done);
            Step(equations, u, h);
            done = h == time - done ? time : done + h;
            step = Math.Min(1.5 * step, longest);
        }
    }

    private static void Step(Residual equations, double[] u, double h)
    {
        double[][] table = new double[Columns][];
        for (int j = 0; j < Columns; j++)
        {
            double[] next = (double[])u.Clone();
            for (int part = 0; part <= j; part++)
            {
                EulerStep(equations, next, h / (j + 1));
            }

            // Aitken and Neville: row j holds the results of ever higher order, the newest one first eliminated with row j - 1.
            double[][] row = [.. Enumerable.Range(0, j + 1).Select(_ => new double[u.Length])];
            row[0] = next;
            for (int k = 1; k <= j; k++)
            {
                double ratio = (j + 1.0) / (j + 1 - k);
                for (int i = 0; i < u.Length; i++)
                {
                    row[k][i] = row[k - 1][i] + ((row[k - 1][i] - table[k - 1][i]) / (ratio - 1));
                }
            }

            table = [.. row, .. new double[Columns - row.Length][]];
        }

        table[Columns - 1].CopyTo(u, 0);
    }

    private static void EulerStep(Residual equations, double[] u, double h)
    {
        int n = u.Length;
        double[] old = (double[])u.Clone(), rate = new double[n], residual = new double[n];
        double[,]? matrix = null;
        for (int iteration = 0; iteration < 60; iteration++)
        {
            Evaluate(u, residual);
            if (matrix is null || iteration % 6 == 5)
            {
                matrix = Differentiate(u, residual);
            }

            double[] change = Solve(matrix, residual);
            double size = 0;
            for (int i = 0; i < n; i++)
            {
                u[i] -= change[i];
                size = Math.Max(size, Math.Abs(change[i]) / Math.Max(Math.Abs(u[i]), 1e-3));
            }

            if (size < 1e-10)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Newton's iteration did not converge in an Euler step of {h} s.");

        void Evaluate(double[] at, double[] into)
        {
            for (int i = 0; i < n; i++)
            {
                rate[i] = (at[i] - old[i]) / h;
            }

            equations(at, rate, into);
        }

        double[,] Differentiate(double[] at, double[] here)
        {
            double[,] columns = new double[n, n];
            double[] there = new double[n];
            for (int k = 0; k < n; k++)
            {
                double keep = at[k], d = 1e-7 * Math.Max(Math.Abs(keep), 1e-3);
                at[k] = keep + d;
                Evaluate(at, there);
                at[k] = keep;
                for (int i = 0; i < n; i++)
                {
                    columns[i, k] = (there[i] - here[i]) / d;
                }
            }

            return columns;
        }
    }

    // Gauss elimination with row scaling and partial pivoting.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        double[][] a = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n + 1).Select(k => k < n ? matrix[i, k] : right[i]).ToArray())];
        foreach (double[] row in a)
        {
            double scale = row.AsSpan(0, n).ToArray().Max(Math.Abs);
            for (int k = 0; k <= n; k++)
            {
                row[k] /= scale;
            }
        }

        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i][k]));
            (a[k], a[pivot]) = (a[pivot], a[k]);
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i][k] / a[k][k];
                for (int j = k; factor != 0 && j <= n; j++)
                {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }

        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = a[i][n];
            for (int k = i + 1; k < n; k++)
            {
                sum -= a[i][k] * x[k];
            }

            x[i] = sum / a[i][i];
        }

        return x;
    }
}
