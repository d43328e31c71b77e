using Ionolith.Cells.Microstructure;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Design;
using Ionolith.Numerics.LinearAlgebra.Grids;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Microstructure;

public sealed class VoxelAnalysisTests
{
    private const VoxelPhase E = VoxelPhase.Electrolyte;
    private const VoxelPhase A = VoxelPhase.Active;
    private const VoxelPhase C = VoxelPhase.Carbon;
    private const VoxelPhase V = VoxelPhase.Void;

    [Fact]
    public void Sheets_along_the_flow_are_straight_and_all_in_use()
    {
        var analysis = Analyse(new(4, 2, 3), [.. Enumerable.Repeat((VoxelPhase[])[E, E, E, A, A, A], 4).SelectMany(p => p)]);

        Tolerance.Relative(0.5, analysis.IonicEfficiency, 1e-7);
        Tolerance.Relative(1, analysis.TortuosityFactor, 1e-7);
        Tolerance.Relative(1, analysis.BruggemanExponent, 1e-6);
        Tolerance.Relative(0.5 * 2, analysis.ElectronicConductivity, 1e-7);
        Assert.Equal(1, analysis.ContactedFraction);
        Assert.Equal(1, analysis.Utilisation);

        // Twelve faces of edge 2 um in 24 voxels, over 3/2.
        Tolerance.Relative(12 / 1.5 / (24 * 2e-6), analysis.ContactArea, 1e-12);
    }

    [Fact]
    public void Particles_without_a_way_to_the_collector_or_the_separator_are_not_in_use()
    {
        // From the separator (left) to the collector (right), one row of voxels each: an active voxel at the collector beside electrolyte;
        // one that carbon joins to the collector; one behind a pore; one that touches only a pore and the collector.
        VoxelPhase[] rows = [E, A, V, E, A, C, E, A, V, V, V, A];
        var analysis = VoxelAnalysis.Of(new VoxelStructure(new(3, 4, 1), 1e-6, Transposed(rows, 3, 4)), active: 1, carbon: 10);

        // Rows: E A V | E A C | E A V | V V A; along y the first three active voxels touch each other, so that the carbon joins them all.
        Tolerance.Relative(3.0 / 4, analysis.Utilisation, 1e-12);
        Assert.Equal(0, analysis.IonicEfficiency);
        Assert.Equal(double.PositiveInfinity, analysis.TortuosityFactor);
        Assert.Equal(1, analysis.JoinedElectrolyte);

        var alone = VoxelAnalysis.Of(new VoxelStructure(new(3, 4, 1), 1e-6, Transposed([E, A, V, E, A, V, E, A, V, V, V, A], 3, 4)), active: 1, carbon: 10);
        Assert.Equal(0, alone.Utilisation);
    }

    [Fact]
    public void The_faces_of_a_sphere_over_three_halves_are_its_area()
    {
        int n = 30;
        VoxelPhase[] phases = [.. Enumerable.Range(0, n * n * n).Select(i => Square(i / (n * n)) + Square(i / n % n) + Square(i % n) < 100 ? A : E)];
        var analysis = Analyse(new(n, n, n), phases);

        // A staircase of 20 voxels across.
        Tolerance.Relative(4 * Math.PI * 100 * 4e-12, analysis.ContactArea * n * n * n * 8e-18, 0.03);

        double Square(int i) => (i - 14.5) * (i - 14.5);
    }

    [Fact]
    public void The_shares_of_a_structure_are_met_to_a_voxel_and_the_seed_decides_it()
    {
        var recipe = new VoxelRecipe
        {
            Size = new(20, 21, 22),
            Voxel = 1e-6,
            Parts = [new(A, 0.45, 5), new(V, 0.07, 2), new(C, 0.05, 1), new(E, 0.43, 1)],
        };
        var structure = recipe.Make();

        foreach (var part in recipe.Parts)
        {
            Assert.Equal(part.Fraction, structure.Fraction(part.Phase), 1.01 / recipe.Size.Count);
        }

        Assert.True(structure.Phases.SequenceEqual(recipe.Make().Phases));
        Assert.False(structure.Phases.SequenceEqual((recipe with { Seed = 2 }).Make().Phases));
    }

    [Fact]
    public void An_electrode_is_drawn_with_its_fractions_and_particle_sizes()
    {
        var cathode = (PorousElectrode)DesignSample.Cell().Layers[^1];
        var recipe = ElectrodeVoxels.Recipe(cathode, new VoxelOptions { Size = 40 });
        var structure = recipe.Make();

        Tolerance.Relative(2e-6 / 6, recipe.Voxel, 1e-12);
        Assert.Equal(0.5, structure.Fraction(A), 1e-4);
        Assert.Equal(0.3, structure.Fraction(E), 1e-4);
        Assert.Equal(0.1, structure.Fraction(VoxelPhase.Insulator), 1e-4);
        Assert.Equal(0.1, structure.Fraction(V), 1e-4);
        Assert.Equal(6, recipe.Parts[0].Diameter, 1e-9);
    }

    [Theory]
    [InlineData(1e-3, null, "do not fit in a box")]
    [InlineData(1e-6, 3e-6, "smaller than a voxel")]
    public void What_cannot_be_drawn_is_refused(double cluster, double? voxel, string expected)
    {
        var cathode = (PorousElectrode)DesignSample.Cell().Layers[^1];
        var options = new VoxelOptions { Size = 20, Cluster = cluster, Voxel = voxel ?? (cluster > 1e-4 ? 1e-6 : null) };

        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => VoxelAnalysis.Of(cathode, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_structure_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new VoxelStructure(new(2, 2, 2), 1e-6, new VoxelPhase[7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelStructure(new(1, 1, 1), 0, new VoxelPhase[1]));
        Assert.Throws<InvalidOperationException>(() => new VoxelRecipe { Size = new(2, 2, 2), Voxel = 1, Parts = [new(A, 0.5, 1)] }.Make());
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelStructure(new(1, 1, 1), 1, new VoxelPhase[1]).Slice(1));
    }

    private static VoxelAnalysis Analyse(GridSize size, VoxelPhase[] phases) =>
        VoxelAnalysis.Of(new VoxelStructure(size, 2e-6, phases, new int[phases.Length]), active: 2, carbon: 0);

    // Rows along x as they are read, to the order of a structure.
    private static VoxelPhase[] Transposed(VoxelPhase[] rows, int x, int y) =>
        [.. Enumerable.Range(0, x * y).Select(i => rows[((i % y) * x) + (i / y)])];
}
