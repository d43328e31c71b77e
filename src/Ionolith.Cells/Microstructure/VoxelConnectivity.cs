using Ionolith.Numerics.LinearAlgebra.Grids;

namespace Ionolith.Cells.Microstructure;

/// <summary>Which voxels of a set hang together across faces, and with the two ends of x.</summary>
public sealed class VoxelConnectivity
{
    private readonly int[] _component;
    private readonly List<(bool First, bool Last)> _ends = [(false, false)];

    /// <summary>Finds what hangs together.</summary>
    /// <param name="size">Voxels along the axes.</param>
    /// <param name="belongs">Whether a voxel belongs to the set.</param>
    public VoxelConnectivity(GridSize size, ReadOnlySpan<bool> belongs)
    {
        _component = new int[size.Count];
        Stack<int> open = [];
        for (int start = 0; start < size.Count; start++)
        {
            if (!belongs[start] || _component[start] != 0)
            {
                continue;
            }

            int number = _ends.Count;
            bool first = false, last = false;
            _component[start] = number;
            open.Push(start);
            while (open.TryPop(out int at))
            {
                int x = at / size.Plane, y = at / size.Z % size.Y, z = at % size.Z;
                first |= x == 0;
                last |= x == size.X - 1;
                Visit(x > 0, at - size.Plane, belongs);
                Visit(x < size.X - 1, at + size.Plane, belongs);
                Visit(y > 0, at - size.Z, belongs);
                Visit(y < size.Y - 1, at + size.Z, belongs);
                Visit(z > 0, at - 1, belongs);
                Visit(z < size.Z - 1, at + 1, belongs);
            }

            _ends.Add((first, last));

            void Visit(bool inside, int neighbour, ReadOnlySpan<bool> set)
            {
                if (inside && set[neighbour] && _component[neighbour] == 0)
                {
                    _component[neighbour] = number;
                    open.Push(neighbour);
                }
            }
        }
    }

    /// <summary>Whether anything joins the two ends.</summary>
    public bool Percolates => _ends.Exists(e => e.First && e.Last);

    /// <summary>Whether a voxel hangs together with the end x = 0.</summary>
    /// <param name="at">The voxel.</param>
    /// <returns>Whether it belongs to the set and does.</returns>
    public bool JoinsFirst(int at) => _ends[_component[at]].First;

    /// <summary>Whether a voxel hangs together with the other end of x.</summary>
    /// <param name="at">The voxel.</param>
    /// <returns>Whether it belongs to the set and does.</returns>
    public bool JoinsLast(int at) => _ends[_component[at]].Last;
}
