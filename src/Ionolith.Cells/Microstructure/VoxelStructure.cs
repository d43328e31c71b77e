using Ionolith.Numerics.LinearAlgebra.Grids;

namespace Ionolith.Cells.Microstructure;

/// <summary>What a voxel of an electrode is.</summary>
public enum VoxelPhase : byte
{
    /// <summary>The solid or liquid ion conductor.</summary>
    Electrolyte,

    /// <summary>Active material.</summary>
    Active,

    /// <summary>Inert solid that conducts electrons.</summary>
    Carbon,

    /// <summary>Inert solid that conducts nothing.</summary>
    Insulator,

    /// <summary>Nothing.</summary>
    Void,
}

/// <summary>A box of voxels: what each is, and to which particle it belongs.</summary>
/// <remarks>Ions enter at x = 0 (the separator), electrons at the other end of x (the collector).</remarks>
public sealed class VoxelStructure
{
    private readonly VoxelPhase[] _phases;
    private readonly int[] _particles;

    /// <summary>Creates a structure.</summary>
    /// <param name="size">Voxels along the axes.</param>
    /// <param name="voxel">Edge of a voxel, m; positive.</param>
    /// <param name="phases">Phase of each voxel, z fastest.</param>
    /// <param name="particles">Number of the particle of each voxel; null: every voxel is its own.</param>
    /// <exception cref="ArgumentException">The lists have another length than the box has voxels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The edge is not positive.</exception>
    public VoxelStructure(GridSize size, double voxel, VoxelPhase[] phases, int[]? particles = null)
    {
        ArgumentNullException.ThrowIfNull(phases);
        if (phases.Length != size.Count || (particles is not null && particles.Length != size.Count))
        {
            throw new ArgumentException($"A box of {size.X} x {size.Y} x {size.Z} voxels has {size.Count} phases, but {phases.Length} are given.", nameof(phases));
        }

        if (!(voxel > 0) || !double.IsFinite(voxel))
        {
            throw new ArgumentOutOfRangeException(nameof(voxel), voxel, "The edge of a voxel, in m, must be positive.");
        }

        (Size, Voxel, _phases) = (size, voxel, phases);
        _particles = particles ?? [.. Enumerable.Range(0, size.Count)];
    }

    /// <summary>Voxels along the axes.</summary>
    public GridSize Size { get; }

    /// <summary>Edge of a voxel, m.</summary>
    public double Voxel { get; }

    /// <summary>Phase of each voxel, z fastest.</summary>
    public ReadOnlySpan<VoxelPhase> Phases => _phases;

    /// <summary>Number of the particle of each voxel, z fastest.</summary>
    public ReadOnlySpan<int> Particles => _particles;

    /// <summary>Volume fraction of a phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>Its share of the voxels, 1.</returns>
    public double Fraction(VoxelPhase phase) => (double)_phases.Count(p => p == phase) / _phases.Length;

    /// <summary>Phases in a plane of constant z: a section along the flow.</summary>
    /// <param name="z">Number of the plane.</param>
    /// <returns>Phases [x, y].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such plane.</exception>
    public VoxelPhase[,] Slice(int z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(z);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(z, Size.Z);
        VoxelPhase[,] slice = new VoxelPhase[Size.X, Size.Y];
        for (int x = 0; x < Size.X; x++)
        {
            for (int y = 0; y < Size.Y; y++)
            {
                slice[x, y] = _phases[(((x * Size.Y) + y) * Size.Z) + z];
            }
        }

        return slice;
    }
}
