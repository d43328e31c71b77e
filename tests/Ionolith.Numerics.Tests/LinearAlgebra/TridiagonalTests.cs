using Ionolith.Numerics.LinearAlgebra;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.LinearAlgebra;

public sealed class TridiagonalTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 17)]
    [InlineData(4, 60)]
    public void Scalar_system_agrees_with_dense_elimination(int seed, int rows)
    {
        Random random = new(seed);
        Tridiagonal system = new(rows);
        double[,] dense = new double[rows, rows];
        double[] right = new double[rows];
        for (int m = 0; m < rows; m++)
        {
            right[m] = Number(random);
            dense[m, m] = system.Diagonal[m] = 3 + random.NextDouble();
            if (m > 0)
            {
                dense[m, m - 1] = system.Lower[m] = Number(random);
            }

            if (m + 1 < rows)
            {
                dense[m, m + 1] = system.Upper[m] = Number(random);
            }
        }

        double[] expected = DenseElimination.Solve(dense, right);
        Assert.True(system.Factorise());
        system.Solve(right);
        for (int m = 0; m < rows; m++)
        {
            Tolerance.Scaled(expected[m], right[m], 1, 1e-13, $"row {m}");
        }
    }

    [Theory]
    [InlineData(11, 1)]
    [InlineData(12, 2)]
    [InlineData(13, 19)]
    [InlineData(14, 50)]
    public void Block_system_agrees_with_dense_elimination(int seed, int rows)
    {
        (BlockTridiagonal system, double[,] dense) = RandomBlocks(new Random(seed), rows);
        double[] first = new double[rows], second = new double[rows], right = new double[2 * rows];
        Random random = new(seed + 100);
        for (int m = 0; m < rows; m++)
        {
            (right[2 * m], right[(2 * m) + 1]) = (first[m], second[m]) = (Number(random), Number(random));
        }

        double[] expected = DenseElimination.Solve(dense, right);
        Assert.True(system.Factorise());
        system.Solve(first, second);
        for (int m = 0; m < rows; m++)
        {
            Tolerance.Scaled(expected[2 * m], first[m], 1, 1e-13, $"first of row {m}");
            Tolerance.Scaled(expected[(2 * m) + 1], second[m], 1, 1e-13, $"second of row {m}");
        }
    }

    [Fact]
    public void A_factorisation_serves_several_right_hand_sides()
    {
        (BlockTridiagonal system, _) = RandomBlocks(new Random(21), 9);
        Assert.True(system.Factorise());
        double[] a = Enumerable.Repeat(1.0, 9).ToArray(), b = new double[9], twiceA = Enumerable.Repeat(2.0, 9).ToArray(), twiceB = new double[9];
        system.Solve(a, b);
        system.Solve(twiceA, twiceB);
        for (int m = 0; m < 9; m++)
        {
            Tolerance.Scaled(2 * a[m], twiceA[m], 1, 1e-15);
            Tolerance.Scaled(2 * b[m], twiceB[m], 1, 1e-15);
        }
    }

    [Fact]
    public void A_singular_last_pivot_is_refused()
    {
        Tridiagonal scalar = new(2);
        (scalar.Diagonal[0], scalar.Upper[0], scalar.Lower[1], scalar.Diagonal[1]) = (1, 1, 1, 1);
        Assert.False(scalar.Factorise());
        BlockTridiagonal block = new(1);
        for (int i = 0; i < 4; i++)
        {
            block.Diagonal[i][0] = i == 0 ? 1 : i == 3 ? 4 : 2;
        }

        Assert.False(block.Factorise());
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_refused_wherever_it_stands()
    {
        for (int row = 0; row < 5; row++)
        {
            (BlockTridiagonal block, _) = RandomBlocks(new Random(31), 5);
            block.Diagonal[0][row] = double.NaN;
            Assert.False(block.Factorise());
            Tridiagonal scalar = new(5);
            Array.Fill(scalar.Diagonal, 2.0);
            Array.Fill(scalar.Lower, 0.5);
            Array.Fill(scalar.Upper, 0.5);
            scalar.Diagonal[row] = double.NaN;
            Assert.False(scalar.Factorise());
        }
    }

    private static (BlockTridiagonal System, double[,] Dense) RandomBlocks(Random random, int rows)
    {
        BlockTridiagonal system = new(rows);
        double[,] dense = new double[2 * rows, 2 * rows];
        for (int m = 0; m < rows; m++)
        {
            Fill(system.Diagonal, m, m, 8);
            if (m > 0)
            {
                Fill(system.Lower, m, m - 1, 0);
            }

            if (m + 1 < rows)
            {
                Fill(system.Upper, m, m + 1, 0);
            }
        }

        return (system, dense);

        void Fill(IReadOnlyList<double[]> blocks, int row, int column, double dominance)
        {
            for (int i = 0; i < 4; i++)
            {
                double value = Number(random) + (i is 0 or 3 ? dominance : 0);
                blocks[i][row] = value;
                dense[(2 * row) + (i / 2), (2 * column) + (i % 2)] = value;
            }
        }
    }

    private static double Number(Random random) => (2 * random.NextDouble()) - 1;
}
