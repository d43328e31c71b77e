using System.Numerics;

namespace Ionolith.Numerics.LinearAlgebra.Grids;

/// <summary>Solves a conductance network by conjugate gradients with a multigrid cycle as preconditioner.</summary>
/// <remarks>M. R. Hestenes and E. Stiefel, J. Res. Natl. Bur. Stand. 49 (1952) 409. The cycle works in single precision, the iteration in double.</remarks>
public static class GridSolver
{
    private const int MostIterations = 2000;

    /// <summary>Solves A v = right.</summary>
    /// <param name="network">The network; every linked cell must be joined to a ground.</param>
    /// <param name="right">Right side, a row; zero at cells without links.</param>
    /// <param name="tolerance">Norm of the residual over that of the right side at which the iteration ends.</param>
    /// <returns>The solution, a row, and the number of iterations.</returns>
    /// <exception cref="ArithmeticException">The iteration does not converge.</exception>
    public static (double[] Solution, int Iterations) Solve(GridOperator<double> network, double[] right, double tolerance = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(right);
        int length = GridOperator<double>.RowLength(network.Size);
        (double[] v, double[] p, double[] ap) = (new double[length], new double[length], new double[length]);
        double[] r = [.. right], z = new double[length];
        double goal = tolerance * Math.Sqrt(Dot(right, right)), norm = Math.Sqrt(Dot(r, r));
        if (norm == 0)
        {
            return (v, 0);
        }

        GridMultigrid cycle = new(Single(network));
        double rho = 0;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            Precondition(cycle, network.Size, r, norm, z);
            double next = Dot(r, z);
            Combine(p, z, iteration == 0 ? 0 : next / rho);
            rho = next;
            network.Apply(p, ap);
            double alpha = rho / Dot(p, ap);
            Step(v, p, alpha);
            Step(r, ap, -alpha);
            norm = Math.Sqrt(Dot(r, r));
            if (norm <= goal)
            {
                return (v, iteration + 1);
            }
        }

        throw new ArithmeticException($"The network was not solved in {MostIterations} iterations: the residual is {norm / Math.Sqrt(Dot(right, right))} of the right side.");
    }

    private static GridOperator<float> Single(GridOperator<double> network)
    {
        float[] Row(double[] row)
        {
            float[] single = new float[GridOperator<float>.RowLength(network.Size)];
            for (int i = 0; i < Math.Min(row.Length, single.Length); i++)
            {
                single[i] = (float)row[i];
            }

            return single;
        }

        return new GridOperator<float>(network.Size, Row(network.X), Row(network.Y), Row(network.Z), Row(network.Ground));
    }

    // The residual is scaled to one, so that it cannot underflow in single precision.
    private static void Precondition(GridMultigrid cycle, GridSize size, double[] r, double norm, double[] z)
    {
        int start = size.Plane, end = size.Plane + size.Count;
        for (int i = start; i < end; i++)
        {
            cycle.Right[i] = (float)(r[i] / norm);
        }

        float[] solution = cycle.Solve();
        for (int i = start; i < end; i++)
        {
            z[i] = norm * solution[i];
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        Vector<double> sum = Vector<double>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sum += new Vector<double>(a, i) * new Vector<double>(b, i);
        }

        double rest = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            rest += a[i] * b[i];
        }

        return rest;
    }

    // p = z + beta p
    private static void Combine(double[] p, double[] z, double beta)
    {
        Vector<double> factor = new(beta);
        int i = 0;
        for (; i <= p.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(z, i) + (factor * new Vector<double>(p, i))).CopyTo(p, i);
        }

        for (; i < p.Length; i++)
        {
            p[i] = z[i] + (beta * p[i]);
        }
    }

    // v = v + alpha p
    private static void Step(double[] v, double[] p, double alpha)
    {
        Vector<double> factor = new(alpha);
        int i = 0;
        for (; i <= v.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(v, i) + (factor * new Vector<double>(p, i))).CopyTo(v, i);
        }

        for (; i < v.Length; i++)
        {
            v[i] += alpha * p[i];
        }
    }
}
