using Ionolith.Cells.Microstructure;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.LinearAlgebra.Grids;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Microstructure;

public sealed class VoxelNetworkTests
{
    // The solver stops at a residual of 1e-8; the current of a network is more exact than that.
    private const double Solved = 1e-7;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 5, 9)]
    public void A_uniform_box_has_its_own_conductivity(int x, int y, int z)
    {
        GridSize size = new(x, y, z);

        Tolerance.Relative(0.37, Effective(size, (_, _, _) => 0.37), Solved);
    }

    [Fact]
    public void Slabs_across_the_flow_are_in_series()
    {
        double[] layers = [1, 0.1, 20, 3, 0.5];

        Tolerance.Relative(5 / layers.Sum(s => 1 / s), Effective(new(5, 6, 7), (x, _, _) => layers[x]), Solved);
    }

    [Fact]
    public void Slabs_along_the_flow_are_in_parallel()
    {
        double[] layers = [1, 0.1, 20, 3, 0];

        Tolerance.Relative(layers.Average(), Effective(new(6, 5, 7), (_, y, _) => layers[y]), Solved);
        Tolerance.Relative(layers.Average(), Effective(new(6, 7, 5), (_, _, z) => layers[z]), Solved);
    }

    [Fact]
    public void A_gap_across_the_flow_insulates() => Assert.Equal(0, Effective(new(5, 4, 4), (x, _, _) => x == 2 ? 0 : 1));

    [Fact]
    public void What_leads_nowhere_carries_nothing()
    {
        // A wire of one voxel through the box, and dead ends beside it.
        double with = Effective(new(8, 5, 5), (x, y, z) => (y == 2 && z == 2) || (x == 3 && z == 2) || (x == 6 && y == 4) ? 1 : 0);

        Tolerance.Relative(1.0 / 25, with, Solved);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(100.0)]
    public void Few_spheres_follow_maxwell_as_the_staircase_becomes_finer(double filler)
    {
        double coarse = ChangeOverMaxwells(30, filler), fine = ChangeOverMaxwells(60, filler);

        // The effect of a staircase differs from that of the sphere by a share that falls with the voxel: what is left at no voxel is Maxwell's law.
        Assert.True(Math.Abs(fine - 1) < Math.Abs(coarse - 1), $"{coarse}, {fine}");
        Tolerance.Relative(1, (2 * fine) - coarse, 0.015);
    }

    // A sphere of four tenths of the box, the cell of a cubic array.
    private static double ChangeOverMaxwells(int n, double filler)
    {
        GridSize size = new(n, n, n);
        double centre = (n - 1) / 2.0, square = 0.04 * n * n;
        bool InSphere(int x, int y, int z) => ((x - centre) * (x - centre)) + ((y - centre) * (y - centre)) + ((z - centre) * (z - centre)) < square;
        double fraction = Sum(size, (x, y, z) => InSphere(x, y, z) ? 1 : 0) / size.Count;
        double maxwell = new MaxwellEucken(fraction).Effective([1, filler], new double[2]);
        return (Effective(size, (x, y, z) => InSphere(x, y, z) ? filler : 1) - 1) / (maxwell - 1);
    }

    [Theory]
    [InlineData(0.3, 1e-3)]
    [InlineData(0.5, 1e-2)]
    [InlineData(0.7, 0.1)]
    [InlineData(0.2, 1e-4)]
    public void A_random_mixture_lies_within_its_bounds(double fraction, double poor)
    {
        foreach (double diameter in (double[])[1, 4])
        {
            for (int seed = 1; seed <= 3; seed++)
            {
                var structure = Mixture(32, fraction, diameter, seed);
                double effective = Effective(structure, poor);
                double[] shares = [fraction, 1 - fraction], phases = [1, poor];

                Assert.InRange(effective, WienerBounds.Lower(shares, phases), WienerBounds.Upper(shares, phases));

                // A box of 32 voxels is not quite isotropic: the bounds of isotropic mixtures hold for it within a per cent.
                Assert.InRange(effective, 0.99 * HashinShtrikmanBounds.Lower(shares, phases), 1.01 * HashinShtrikmanBounds.Upper(shares, phases));
            }
        }
    }

    [Theory]
    [InlineData(0.28, false)]
    [InlineData(0.34, true)]
    public void Single_voxels_percolate_above_the_threshold_of_the_cubic_lattice(double fraction, bool percolates)
    {
        // 0.3116; in a box of 48 voxels the transition is some hundredths wide.
        for (int seed = 1; seed <= 5; seed++)
        {
            var structure = Mixture(48, fraction, 1, seed);
            Assert.Equal(percolates, new VoxelConnectivity(structure.Size, [.. structure.Phases.ToArray().Select(p => p == VoxelPhase.Electrolyte)]).Percolates);
        }
    }

    [Fact]
    public void More_conductor_conducts_more()
    {
        double[] values = [.. new[] { 0.4, 0.5, 0.6, 0.8, 1.0 }.Select(f => Effective(Mixture(24, f, 3, 1), 0))];

        Assert.Equal(values.Order(), values);
        Tolerance.Relative(1, values[^1], Solved);
    }

    [Fact]
    public void A_conductivity_that_is_none_is_refused()
    {
        Assert.Contains("voxel 1 is -1", Assert.Throws<ArgumentException>(() => VoxelNetwork.Effective(new(2, 1, 1), [1, -1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => VoxelNetwork.Effective(new(2, 1, 1), [1]));
    }

    internal static VoxelStructure Mixture(int n, double fraction, double diameter, int seed) => new VoxelRecipe
    {
        Size = new(n, n, n),
        Voxel = 1e-6,
        Parts = [new(VoxelPhase.Electrolyte, fraction, diameter), new(VoxelPhase.Void, 1 - fraction, 1)],
        Seed = seed,
    }.Make();

    private static double Effective(VoxelStructure structure, double poor) =>
        VoxelNetwork.Effective(structure.Size, [.. structure.Phases.ToArray().Select(p => p == VoxelPhase.Electrolyte ? 1 : poor)]).Conductivity;

    private static double Effective(GridSize size, Func<int, int, int, double> conductivity)
    {
        double[] s = new double[size.Count];
        for (int i = 0; i < s.Length; i++)
        {
            s[i] = conductivity(i / size.Plane, i / size.Z % size.Y, i % size.Z);
        }

        return VoxelNetwork.Effective(size, s).Conductivity;
    }

    private static double Sum(GridSize size, Func<int, int, int, double> value) =>
        Enumerable.Range(0, size.Count).Sum(i => value(i / size.Plane, i / size.Z % size.Y, i % size.Z));
}
