using Ionolith.Numerics.LinearAlgebra.Grids;

namespace Ionolith.Cells.Microstructure;

/// <summary>One constituent of a random structure.</summary>
/// <param name="Phase">What it is.</param>
/// <param name="Fraction">Its volume fraction, 1.</param>
/// <param name="Diameter">Diameter of its particles in voxels; 1 or less: single voxels.</param>
public sealed record VoxelPart(VoxelPhase Phase, double Fraction, double Diameter);

/// <summary>How a random structure is made: spheres of each constituent dropped at random until its share is reached, in the order given.</summary>
/// <remarks>
/// Spheres may overlap those of their own constituent and are cut off by what is there already, as particles that are pressed are; the box is
/// periodic in this. The last constituent takes what is left. The shares are met to a voxel. The same seed makes the same structure.
/// Following the clusters of A. Ketter, W. G. Zeier et al., Nat. Commun. 16 (2025), doi:10.1038/s41467-025-56514-5.
/// </remarks>
public sealed record VoxelRecipe
{
    /// <summary>Voxels along the axes.</summary>
    public required GridSize Size { get; init; }

    /// <summary>Edge of a voxel, m.</summary>
    public required double Voxel { get; init; }

    /// <summary>Constituents in the order in which they are placed; the last one fills the rest. Shares add up to one.</summary>
    public required IReadOnlyList<VoxelPart> Parts { get; init; }

    /// <summary>Seed of the random numbers; zero or positive.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Makes the structure.</summary>
    /// <returns>The structure.</returns>
    /// <exception cref="InvalidOperationException">There is no constituent, the shares do not add up to one, the box is too large, or the seed is negative.</exception>
    public VoxelStructure Make()
    {
        double sum = Parts.Sum(p => p.Fraction);
        if (Parts.Count == 0 || !(Math.Abs(sum - 1) < 1e-6) || Parts.Any(p => !(p.Fraction >= 0)))
        {
            throw new InvalidOperationException($"The shares of a structure must be positive and add up to 1, but add up to {sum}.");
        }

        if (Size.X < 1 || Size.Y < 1 || Size.Z < 1 || (long)Size.X * Size.Y * Size.Z > 512L * 512 * 512)
        {
            throw new InvalidOperationException($"A structure has 1 to {512 * 512 * 512} voxels, but {Size.X} x {Size.Y} x {Size.Z} are wanted.");
        }

        if (Seed < 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The seed of a structure is zero or positive, but is {Seed}."));
        }

        return new Dropping(this).Make();
    }

    private sealed class Dropping
    {
        private readonly VoxelRecipe _recipe;
        private readonly Random _random;
        private readonly VoxelPhase[] _phases;
        private readonly int[] _particles;
        private readonly int[] _free;
        private int _freeCount;
        private int _particle;

        public Dropping(VoxelRecipe recipe)
        {
            _recipe = recipe;
            _random = new Random(recipe.Seed);
            int count = recipe.Size.Count;
            _phases = new VoxelPhase[count];
            _particles = new int[count];
            Array.Fill(_particles, -1);
            _free = [.. Enumerable.Range(0, count)];
            _freeCount = count;
        }

        public VoxelStructure Make()
        {
            int count = _phases.Length, placed = 0;
            double share = 0;
            for (int i = 0; i < _recipe.Parts.Count; i++)
            {
                VoxelPart part = _recipe.Parts[i];
                share += part.Fraction;
                int until = i == _recipe.Parts.Count - 1 ? count : (int)Math.Round(share * count);
                placed = Place(part, placed, until, isLast: i == _recipe.Parts.Count - 1);
            }

            return new VoxelStructure(_recipe.Size, _recipe.Voxel, _phases, _particles);
        }

        private int Place(VoxelPart part, int placed, int until, bool isLast)
        {
            List<(int X, int Y, int Z)> ball = Ball(part.Diameter);
            while (placed < until)
            {
                if (isLast || ball.Count == 1)
                {
                    Take(Draw(), part.Phase);
                    placed++;
                    continue;
                }

                // A sphere around a free voxel always fills at least that one.
                (int x, int y, int z) = Coordinates(Draw());
                _particle++;
                foreach ((int dx, int dy, int dz) in ball)
                {
                    int at = Index(x + dx, y + dy, z + dz);
                    if (_particles[at] < 0 && placed < until)
                    {
                        Fill(at, part.Phase, _particle);
                        placed++;
                    }
                }
            }

            return placed;
        }

        private void Take(int at, VoxelPhase phase) => Fill(at, phase, ++_particle);

        private void Fill(int at, VoxelPhase phase, int particle) => (_phases[at], _particles[at]) = (phase, particle);

        // A free voxel; those that were filled meanwhile are dropped from the list when they are drawn.
        private int Draw()
        {
            while (true)
            {
                int k = _random.Next(_freeCount), at = _free[k];
                if (_particles[at] < 0)
                {
                    return at;
                }

                _free[k] = _free[--_freeCount];
            }
        }

        private (int X, int Y, int Z) Coordinates(int at)
        {
            GridSize s = _recipe.Size;
            return (at / s.Plane, at / s.Z % s.Y, at % s.Z);
        }

        private int Index(int x, int y, int z)
        {
            GridSize s = _recipe.Size;
            return (((Wrap(x, s.X) * s.Y) + Wrap(y, s.Y)) * s.Z) + Wrap(z, s.Z);
        }

        private static int Wrap(int i, int n) => ((i % n) + n) % n;

        // Voxels of a sphere by distance from its centre, so that one that is cut short is a smaller sphere.
        private static List<(int X, int Y, int Z)> Ball(double diameter)
        {
            int reach = (int)Math.Ceiling(diameter / 2);
            double square = diameter * diameter / 4;
            List<(int X, int Y, int Z)> ball = [];
            for (int x = -reach; x <= reach; x++)
            {
                for (int y = -reach; y <= reach; y++)
                {
                    for (int z = -reach; z <= reach; z++)
                    {
                        if ((x * x) + (y * y) + (z * z) < square || (x == 0 && y == 0 && z == 0))
                        {
                            ball.Add((x, y, z));
                        }
                    }
                }
            }

            return [.. ball.OrderBy(v => (v.X * v.X) + (v.Y * v.Y) + (v.Z * v.Z))];
        }
    }
}
