using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.LinearAlgebra.Grids;

namespace Ionolith.Cells.Microstructure;

/// <summary>A conductor in an insulator as voxel networks, beside the laws that are used for it.</summary>
/// <param name="Fraction">Volume fraction of the conductor, 1.</param>
/// <param name="Single">Network of single voxels: effective over pure conductivity, 1.</param>
/// <param name="Matrix">Network in which the conductor fills the space between insulating spheres, 1.</param>
/// <param name="Grains">Network in which the conductor itself is overlapping spheres, 1.</param>
/// <param name="Bruggeman">Symmetric Bruggeman rule.</param>
/// <param name="Percolating">General effective medium with the threshold of single voxels.</param>
/// <param name="Power">f^1.5, the Bruggeman exponent of porous electrodes.</param>
/// <param name="Bound">Hashin-Shtrikman upper bound.</param>
public sealed record NetworkComparison(
    double Fraction, double Single, double Matrix, double Grains, double Bruggeman, double Percolating, double Power, double Bound)
{
    /// <summary>Site percolation threshold of the simple cubic lattice, 1.</summary>
    /// <remarks>J. Wang, Z. Zhou, W. Zhang, T. M. Garoni, Y. Deng, Phys. Rev. E 87 (2013) 052107.</remarks>
    public const double SiteThreshold = 0.3116;

    /// <summary>Compares networks and laws at several fractions.</summary>
    /// <param name="fractions">Volume fractions of the conductor.</param>
    /// <param name="size">Voxels along each axis.</param>
    /// <param name="diameter">Diameter of the spheres in voxels.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <returns>One row a fraction.</returns>
    public static IReadOnlyList<NetworkComparison> Of(IReadOnlyList<double> fractions, int size, double diameter, int seed)
    {
        ArgumentNullException.ThrowIfNull(fractions);
        return [.. fractions.Select(f => new NetworkComparison(
            f,
            Network(size, seed, new(VoxelPhase.Electrolyte, f, 1), new(VoxelPhase.Void, 1 - f, 1)),
            Network(size, seed, new(VoxelPhase.Void, 1 - f, diameter), new(VoxelPhase.Electrolyte, f, 1)),
            Network(size, seed, new(VoxelPhase.Electrolyte, f, diameter), new(VoxelPhase.Void, 1 - f, 1)),
            Effective(new SymmetricBruggeman(f, 1 - f)),
            Effective(new GeneralEffectiveMedium(f, SiteThreshold)),
            Math.Pow(f, 1.5),
            HashinShtrikmanBounds.Upper([f, 1 - f], [1, 0])))];
    }

    private static double Network(int size, int seed, params VoxelPart[] parts) => VoxelAnalysis.IonicEfficiencyOf(
        new VoxelRecipe { Size = new GridSize(size, size, size), Voxel = 1, Parts = parts, Seed = seed }.Make());

    private static double Effective(IMixingRule rule)
    {
        double[] gradient = new double[2];
        return rule.Effective([1, 0], gradient);
    }
}
