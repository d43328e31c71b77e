using Ionolith.Numerics.LinearAlgebra.Grids;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.LinearAlgebra;

public sealed class GridSolverTests
{
    [Theory]
    [InlineData(4, 4, 4, 0.0)]
    [InlineData(5, 3, 7, 0.0)]
    [InlineData(6, 5, 1, 0.4)]
    [InlineData(1, 6, 6, 0.2)]
    [InlineData(7, 6, 5, 0.3)]
    public void A_random_network_is_solved_as_by_elimination(int x, int y, int z, double missing)
    {
        GridSize size = new(x, y, z);
        var network = Random(size, missing, seed: x + (10 * y) + z);
        double[] right = new double[network.Diagonal.Length];
        Random random = new(3);
        for (int i = size.Plane; i < size.Plane + size.Count; i++)
        {
            right[i] = network.Diagonal[i] > 0 ? random.NextDouble() - 0.5 : 0;
        }

        double[] solution = GridSolver.Solve(network, right, 1e-12).Solution;
        double[] exact = Dense(network, right);
        for (int i = 0; i < size.Count; i++)
        {
            Tolerance.Scaled(exact[i], solution[size.Plane + i], exact.Max(Math.Abs), 1e-9);
        }
    }

    [Fact]
    public void What_is_solved_satisfies_the_equations()
    {
        GridSize size = new(20, 21, 19);
        var network = Random(size, 0.3, seed: 8);
        double[] right = new double[network.Diagonal.Length], back = new double[right.Length], residual = new double[right.Length];
        Array.Fill(right, 1, size.Plane, size.Count);
        for (int i = 0; i < right.Length; i++)
        {
            right[i] = network.Diagonal[i] > 0 ? right[i] : 0;
        }

        var (solution, iterations) = GridSolver.Solve(network, right, 1e-10);
        network.Apply(solution, back);
        network.Residual(solution, right, residual);

        Assert.All(Enumerable.Range(0, right.Length), i => Tolerance.Scaled(right[i] - back[i], residual[i], 1, 1e-12));
        Assert.True(Norm(residual) <= 1e-9 * Norm(right));
        Assert.InRange(iterations, 1, 150);
    }

    [Fact]
    public void The_iterations_of_a_uniform_medium_hardly_grow_with_its_size()
    {
        int Iterations(int n)
        {
            GridSize size = new(n, n, n);
            var network = Random(size, 0, seed: 1, uniform: true);
            double[] right = new double[network.Diagonal.Length];
            Array.Fill(right, 1, size.Plane, size.Plane);
            return GridSolver.Solve(network, right).Iterations;
        }

        // Without the cycle they would double with every doubling.
        Assert.True(Iterations(32) <= 1.5 * Iterations(16));
        Assert.True(Iterations(48) <= 40);
    }

    [Fact]
    public void Nothing_on_the_right_gives_nothing()
    {
        GridSize size = new(3, 3, 3);
        var network = Random(size, 0, seed: 1);

        Assert.All(GridSolver.Solve(network, new double[network.Diagonal.Length]).Solution, v => Assert.Equal(0, v));
    }

    private static GridOperator<double> Random(GridSize size, double missing, int seed, bool uniform = false)
    {
        int length = GridOperator<double>.RowLength(size);
        (double[] x, double[] y, double[] z, double[] ground) = (new double[length], new double[length], new double[length], new double[length]);
        Random random = new(seed);
        double Link() => uniform ? 1 : random.NextDouble() < missing ? 0 : 0.1 + random.NextDouble();
        for (int i = 0; i < size.X; i++)
        {
            for (int j = 0; j < size.Y; j++)
            {
                for (int k = 0; k < size.Z; k++)
                {
                    int at = size.At(i, j, k);
                    x[at] = i < size.X - 1 ? Link() : 0;
                    y[at] = j < size.Y - 1 ? Link() : 0;
                    z[at] = k < size.Z - 1 ? Link() : 0;

                    // Every cell of a broken network has its own way to the ground, so that it can be solved.
                    ground[at] = missing > 0 ? 0.01 : i == 0 ? 1 : 0;
                }
            }
        }

        return new GridOperator<double>(size, x, y, z, ground);
    }

    private static double[] Dense(GridOperator<double> network, double[] right)
    {
        var size = network.Size;
        int n = size.Count;
        var matrix = new double[n, n];
        var column = new double[network.Diagonal.Length];
        var image = new double[column.Length];
        for (int j = 0; j < n; j++)
        {
            Array.Clear(column);
            column[size.Plane + j] = 1;
            network.Apply(column, image);
            for (int i = 0; i < n; i++)
            {
                matrix[i, j] = image[size.Plane + i];
            }
        }

        return DenseElimination.Solve(matrix, right[size.Plane..(size.Plane + n)]);
    }

    private static double Norm(double[] row) => Math.Sqrt(row.Sum(v => v * v));
}
