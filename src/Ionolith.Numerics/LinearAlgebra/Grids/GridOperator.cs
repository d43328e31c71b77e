using System.Numerics;

namespace Ionolith.Numerics.LinearAlgebra.Grids;

/// <summary>A network of conductances on a box of cells: every cell is linked to its six neighbours and to the ground.</summary>
/// <remarks>
/// (A v)_i = d_i v_i - sum g_ij v_j with d_i the sum of its links and its ground. Rows hold a margin of one plane before and behind the cells, and no
/// link leads into it, so that the sweep knows no boundary. Cells stand with z fastest. A cell without any link has the row zero.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class GridOperator<T> where T : struct, IFloatingPointIeee754<T>
{
    private readonly T[] _diagonal;

    /// <summary>Creates a network.</summary>
    /// <param name="size">Cells along x, y, z; at least one each.</param>
    /// <param name="x">Links to the next cell along x, at the place of the lower cell; a row.</param>
    /// <param name="y">Links along y.</param>
    /// <param name="z">Links along z.</param>
    /// <param name="ground">Links to the ground; a row.</param>
    public GridOperator(GridSize size, T[] x, T[] y, T[] z, T[] ground)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(ground);
        (Size, X, Y, Z, Ground) = (size, x, y, z, ground);
        _diagonal = new T[RowLength(size)];
        int plane = size.Plane;
        for (int i = plane; i < plane + size.Count; i++)
        {
            _diagonal[i] = x[i] + x[i - plane] + y[i] + y[i - size.Z] + z[i] + z[i - 1] + ground[i];
        }
    }

    /// <summary>Cells along the axes.</summary>
    public GridSize Size { get; }

    /// <summary>Links along x.</summary>
    public T[] X { get; }

    /// <summary>Links along y.</summary>
    public T[] Y { get; }

    /// <summary>Links along z.</summary>
    public T[] Z { get; }

    /// <summary>Links to the ground.</summary>
    public T[] Ground { get; }

    /// <summary>Diagonal of the matrix; a row.</summary>
    public T[] Diagonal => _diagonal;

    /// <summary>Length of a row: the cells, a plane before and behind them, and room for a whole vector.</summary>
    /// <param name="size">Cells along the axes.</param>
    /// <returns>The length.</returns>
    public static int RowLength(GridSize size) => size.Count + (2 * size.Plane) + Vector<T>.Count;

    /// <summary>Computes A v.</summary>
    /// <param name="v">A row whose margin is zero.</param>
    /// <param name="result">Receives A v; its margin is zero.</param>
    public void Apply(T[] v, T[] result) => Sweep(v, null, result);

    /// <summary>Computes r - A v.</summary>
    /// <param name="v">A row whose margin is zero.</param>
    /// <param name="right">r; its margin is zero.</param>
    /// <param name="result">Receives r - A v; its margin is zero.</param>
    public void Residual(T[] v, T[] right, T[] result) => Sweep(v, right, result);

    private void Sweep(T[] v, T[]? right, T[] result)
    {
        int plane = Size.Plane, row = Size.Z, end = plane + Size.Count;
        for (int i = plane; i < end; i += Vector<T>.Count)
        {
            Vector<T> sum = (At(_diagonal, i) * At(v, i))
                - (At(X, i) * At(v, i + plane)) - (At(X, i - plane) * At(v, i - plane))
                - (At(Y, i) * At(v, i + row)) - (At(Y, i - row) * At(v, i - row))
                - (At(Z, i) * At(v, i + 1)) - (At(Z, i - 1) * At(v, i - 1));
            sum = right is null ? sum : At(right, i) - sum;
            sum.CopyTo(result, i);
        }

        // The last vector may have reached into the margin, where all links and thus all values are zero, but not those of another row.
        Array.Clear(result, end, result.Length - end);
    }

    private static Vector<T> At(T[] row, int i) => new(row, i);
}

/// <summary>Cells along the axes of a box.</summary>
/// <param name="X">Along x, the slowest.</param>
/// <param name="Y">Along y.</param>
/// <param name="Z">Along z, the fastest.</param>
public readonly record struct GridSize(int X, int Y, int Z)
{
    /// <summary>Cells of a plane of constant x.</summary>
    public int Plane => Y * Z;

    /// <summary>All cells.</summary>
    public int Count => X * Y * Z;

    /// <summary>Place of a cell in a row.</summary>
    /// <param name="x">Number along x.</param>
    /// <param name="y">Number along y.</param>
    /// <param name="z">Number along z.</param>
    /// <returns>The index.</returns>
    public int At(int x, int y, int z) => ((((x + 1) * Y) + y) * Z) + z;
}
