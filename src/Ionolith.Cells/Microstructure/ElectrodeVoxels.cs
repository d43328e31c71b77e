using Ionolith.Cells.Stack;
using Ionolith.Numerics.LinearAlgebra.Grids;

namespace Ionolith.Cells.Microstructure;

/// <summary>How an electrode is drawn in voxels.</summary>
public sealed record VoxelOptions
{
    /// <summary>Voxels along each axis.</summary>
    public int Size { get; init; } = 100;

    /// <summary>Seed of the random numbers; zero or positive.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Diameter of the active clusters, m; null: that of the active particles.</summary>
    public double? Cluster { get; init; }

    /// <summary>Diameter of the clusters of carbon and pores, m; null: a single voxel.</summary>
    public double? Filler { get; init; }

    /// <summary>Edge of a voxel, m; null: a sixth of the smallest active cluster.</summary>
    public double? Voxel { get; init; }

    /// <summary>Electronic conductivity of the active material, S/m.</summary>
    public double ActiveConductivity { get; init; } = 1;
}

/// <summary>Draws a porous electrode in voxels: its volume fractions in clusters of its particle sizes.</summary>
public static class ElectrodeVoxels
{
    /// <summary>Voxels across the smallest active cluster where no voxel size is given.</summary>
    public const double VoxelsPerCluster = 6;

    /// <summary>The recipe of an electrode.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="options">Size, seed and clusters.</param>
    /// <returns>The recipe: large active clusters first, then small ones, pores, inert solids, and the electrolyte in what is left.</returns>
    /// <exception cref="ArgumentException">An active cluster is smaller than a voxel, or larger than the box or the electrode.</exception>
    public static VoxelRecipe Recipe(PorousElectrode electrode, VoxelOptions options)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        ArgumentNullException.ThrowIfNull(options);
        (double Fraction, double Diameter)[] active =
        [
            .. electrode.ActivePhases
                .SelectMany(p => p.Sizes.Select(s => (Fraction: p.VolumeFraction * s.VolumeShare, Diameter: options.Cluster ?? (2 * s.Radius))))
                .OrderByDescending(a => a.Diameter),
        ];
        double voxel = options.Voxel ?? (active[^1].Diameter / VoxelsPerCluster);
        double filler = options.Filler ?? voxel;
        if (active[^1].Diameter < voxel * 0.999)
        {
            throw new ArgumentException($"The active clusters of {active[^1].Diameter * 1e6:0.###} um are smaller than a voxel of {voxel * 1e6:0.###} um.", nameof(options));
        }

        if (active[0].Diameter > options.Size * voxel)
        {
            throw new ArgumentException(
                $"The active clusters of {active[0].Diameter * 1e6:0.###} um do not fit in a box of {options.Size} voxels of {voxel * 1e6:0.###} um; take a larger size or voxel.", nameof(options));
        }

        if (active[0].Diameter > electrode.Thickness)
        {
            throw new ArgumentException(
                $"The active clusters of {active[0].Diameter * 1e6:0.###} um are larger than the electrode of {electrode.Thickness * 1e6:0.###} um.", nameof(options));
        }

        List<VoxelPart> parts = [.. active.Select(a => new VoxelPart(VoxelPhase.Active, a.Fraction, a.Diameter / voxel))];
        double rest = 1 - active.Sum(a => a.Fraction) - electrode.ElectrolyteFraction - electrode.InertPhases.Sum(p => p.VolumeFraction);
        parts.Add(new(VoxelPhase.Void, Math.Max(0, rest), filler / voxel));
        parts.AddRange(electrode.InertPhases.Select(p => new VoxelPart(Conducts(p) ? VoxelPhase.Carbon : VoxelPhase.Insulator, p.VolumeFraction, filler / voxel)));
        parts.Add(new(VoxelPhase.Electrolyte, 1 - parts.Sum(p => p.Fraction), 1));
        return new VoxelRecipe { Size = new GridSize(options.Size, options.Size, options.Size), Voxel = voxel, Parts = parts, Seed = options.Seed };
    }

    /// <summary>Whether an inert solid conducts electrons: its conductivity is known and positive.</summary>
    internal static bool Conducts(InertPhase phase) => phase.Material.Conductivity > 0;
}
