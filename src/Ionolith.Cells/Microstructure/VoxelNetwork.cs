using Ionolith.Numerics.LinearAlgebra.Grids;

namespace Ionolith.Cells.Microstructure;

/// <summary>Effective conductivity of a voxel structure along x, as a network of resistors.</summary>
/// <remarks>
/// Neighbouring voxels are linked by g = 2 s1 s2 / (s1 + s2) dx, two half voxels in series; the end planes by 2 s dx. The other sides are insulated. What does not
/// hang together with both ends carries no current and is left out. Source: A. Ketter, W. G. Zeier et al., Nat. Commun. 16 (2025),
/// doi:10.1038/s41467-025-56514-5.
/// </remarks>
public static class VoxelNetwork
{
    // Leaves some millionths of the conductivity, also where carbon conducts a thousand times better than what is around it.
    private const double Residual = 1e-7;

    /// <summary>Effective conductivity of a box of voxels.</summary>
    /// <param name="size">Voxels along the axes.</param>
    /// <param name="conductivity">Conductivity of each voxel, S/m (or in any unit), z fastest; zero: insulating.</param>
    /// <returns>Effective conductivity in the same unit, and the iterations of the solver; zero where nothing joins the ends.</returns>
    /// <exception cref="ArgumentException">A conductivity is negative or not finite, or their number is not that of the voxels.</exception>
    public static (double Conductivity, int Iterations) Effective(GridSize size, ReadOnlySpan<double> conductivity)
    {
        if (conductivity.Length != size.Count)
        {
            throw new ArgumentException($"The box has {size.Count} voxels, but {conductivity.Length} conductivities are given.", nameof(conductivity));
        }

        bool[] conducts = new bool[size.Count];
        for (int i = 0; i < conducts.Length; i++)
        {
            if (!(conductivity[i] >= 0) || !double.IsFinite(conductivity[i]))
            {
                throw new ArgumentException($"A conductivity must not be negative, but that of voxel {i} is {conductivity[i]}.", nameof(conductivity));
            }

            conducts[i] = conductivity[i] > 0;
        }

        VoxelConnectivity joined = new(size, conducts);
        if (!joined.Percolates)
        {
            return (0, 0);
        }

        double[] s = new double[GridOperator<double>.RowLength(size)];
        for (int i = 0; i < conducts.Length; i++)
        {
            s[size.Plane + i] = joined.JoinsFirst(i) && joined.JoinsLast(i) ? conductivity[i] : 0;
        }

        // A unit of voltage between the ends: the far one is the ground, the near one stands on the right side.
        GridOperator<double> network = Links(size, s);
        double[] right = new double[s.Length];
        for (int i = size.Plane; i < 2 * size.Plane; i++)
        {
            right[i] = 2 * s[i];
        }

        (double[] potential, int iterations) = GridSolver.Solve(network, right, Residual);
        double current = 0;
        for (int i = size.Plane; i < 2 * size.Plane; i++)
        {
            current += 2 * s[i] * (1 - potential[i]);
        }

        return (current * size.X / size.Plane, iterations);
    }

    private static GridOperator<double> Links(GridSize size, double[] s)
    {
        (double[] x, double[] y, double[] z, double[] ground) = (new double[s.Length], new double[s.Length], new double[s.Length], new double[s.Length]);
        for (int i = 0; i < size.X; i++)
        {
            for (int j = 0; j < size.Y; j++)
            {
                for (int k = 0; k < size.Z; k++)
                {
                    int at = size.At(i, j, k);
                    ground[at] = (i == 0 ? 2 * s[at] : 0) + (i == size.X - 1 ? 2 * s[at] : 0);
                    x[at] = i < size.X - 1 ? Link(s[at], s[at + size.Plane]) : 0;
                    y[at] = j < size.Y - 1 ? Link(s[at], s[at + size.Z]) : 0;
                    z[at] = k < size.Z - 1 ? Link(s[at], s[at + 1]) : 0;
                }
            }
        }

        return new GridOperator<double>(size, x, y, z, ground);
    }

    private static double Link(double a, double b) => a > 0 && b > 0 ? 2 * a * b / (a + b) : 0;
}
