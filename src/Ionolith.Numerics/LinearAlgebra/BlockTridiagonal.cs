using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ionolith.Numerics.LinearAlgebra;

/// <summary>Block-tridiagonal systems with 2 x 2 blocks: factorisation without pivoting between blocks, and solution.</summary>
/// <remarks>
/// Row m reads Lower[m] z[m-1] + Diagonal[m] z[m] + Upper[m] z[m+1] = r[m]. Each of the four elements of the blocks is a row of its
/// own: element 0 couples the first equation to the first unknown, 1 the first to the second, 2 the second to the first, 3 the second
/// to the second. Elimination runs from both ends at once and meets in the middle: two independent chains of operations, where one
/// would wait for its own results. Suits systems whose diagonal blocks dominate, as conservation laws in one dimension give them.
/// Not thread-safe; no allocation after construction.
/// </remarks>
public sealed class BlockTridiagonal
{
    private readonly int _rows;
    private readonly int _middle;
    private readonly Block[] _factors;
    private readonly Block[] _inverses;

    /// <summary>Creates a system.</summary>
    /// <param name="rows">Number of block rows; not negative.</param>
    /// <param name="padding">Further elements at the end of each row, for vector stores.</param>
    public BlockTridiagonal(int rows, int padding = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        _rows = rows;
        _middle = rows / 2;
        Lower = Elements(rows + padding);
        Diagonal = Elements(rows + padding);
        Upper = Elements(rows + padding);
        _factors = new Block[rows];
        _inverses = new Block[rows];
    }

    /// <summary>Elements of the blocks left of the diagonal, shape [4][rows]; the first is not used.</summary>
    public double[][] Lower { get; }

    /// <summary>Elements of the blocks on the diagonal, shape [4][rows].</summary>
    public double[][] Diagonal { get; }

    /// <summary>Elements of the blocks right of the diagonal, shape [4][rows]; the last is not used.</summary>
    public double[][] Upper { get; }

    /// <summary>Factorises the matrix now held; the blocks stay as they are.</summary>
    /// <returns>False where a pivot block is singular or not a number.</returns>
    public bool Factorise()
    {
        int n = _rows;
        if (n == 0)
        {
            return true;
        }

        View lower = new(Lower), diagonal = new(Diagonal), upper = new(Upper);
        Block left = default, right = default;
        for (int m = 0, k = n - 1; m < _middle || k > _middle; m++, k--)
        {
            if (m < _middle)
            {
                Block pivot = diagonal[m];
                if (m > 0)
                {
                    Block factor = lower[m].Times(left);
                    _factors[m] = factor;
                    pivot = pivot.Minus(factor.Times(upper[m - 1]));
                }

                left = pivot.Inverse();
                _inverses[m] = left;
            }

            if (k > _middle)
            {
                Block pivot = diagonal[k];
                if (k < n - 1)
                {
                    Block factor = upper[k].Times(right);
                    _factors[k] = factor;
                    pivot = pivot.Minus(factor.Times(lower[k + 1]));
                }

                right = pivot.Inverse();
                _inverses[k] = right;
            }
        }

        Block last = diagonal[_middle];
        if (_middle > 0)
        {
            last = last.Minus(lower[_middle].Times(left).Times(upper[_middle - 1]));
        }

        if (_middle < n - 1)
        {
            last = last.Minus(upper[_middle].Times(right).Times(lower[_middle + 1]));
        }

        last = last.Inverse();
        _inverses[_middle] = last;
        return double.IsFinite(last.A + last.B + last.C + last.D);
    }

    /// <summary>Solves with the last factorisation.</summary>
    /// <param name="first">Right-hand side of the first equation of each block row; receives the first unknowns.</param>
    /// <param name="second">Right-hand side of the second equations; receives the second unknowns.</param>
    public void Solve(double[] first, double[] second)
    {
        int n = _rows, middle = _middle;
        if (n == 0)
        {
            return;
        }

        View lower = new(Lower), upper = new(Upper);
        double p = first[0], q = second[0], r = first[n - 1], s = second[n - 1];
        for (int m = 1, k = n - 2; m < middle || k > middle; m++, k--)
        {
            if (m < middle)
            {
                (double x, double y) = _factors[m].Times(p, q);
                p = first[m] - x;
                q = second[m] - y;
                first[m] = p;
                second[m] = q;
            }

            if (k > middle)
            {
                (double x, double y) = _factors[k].Times(r, s);
                r = first[k] - x;
                s = second[k] - y;
                first[k] = r;
                second[k] = s;
            }
        }

        double a = first[middle], b = second[middle];
        if (middle > 0)
        {
            (double x, double y) = _inverses[middle - 1].Times(p, q);
            (x, y) = lower[middle].Times(x, y);
            a -= x;
            b -= y;
        }

        if (middle < n - 1)
        {
            (double x, double y) = _inverses[middle + 1].Times(r, s);
            (x, y) = upper[middle].Times(x, y);
            a -= x;
            b -= y;
        }

        (a, b) = _inverses[middle].Times(a, b);
        first[middle] = a;
        second[middle] = b;
        double c = a, d = b;
        for (int m = middle - 1, k = middle + 1; m >= 0 || k < n; m--, k++)
        {
            if (m >= 0)
            {
                (double x, double y) = upper[m].Times(a, b);
                (a, b) = _inverses[m].Times(first[m] - x, second[m] - y);
                first[m] = a;
                second[m] = b;
            }

            if (k < n)
            {
                (double x, double y) = lower[k].Times(c, d);
                (c, d) = _inverses[k].Times(first[k] - x, second[k] - y);
                first[k] = c;
                second[k] = d;
            }
        }
    }

    private static double[][] Elements(int length) => [new double[length], new double[length], new double[length], new double[length]];

    // Unchecked reading of the four element rows; all have the same length.
    private readonly ref struct View(double[][] rows)
    {
        private readonly ref double _a = ref MemoryMarshal.GetArrayDataReference(rows[0]);
        private readonly ref double _b = ref MemoryMarshal.GetArrayDataReference(rows[1]);
        private readonly ref double _c = ref MemoryMarshal.GetArrayDataReference(rows[2]);
        private readonly ref double _d = ref MemoryMarshal.GetArrayDataReference(rows[3]);

        public Block this[int m]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => new(Unsafe.Add(ref _a, m), Unsafe.Add(ref _b, m), Unsafe.Add(ref _c, m), Unsafe.Add(ref _d, m));
        }
    }

    private readonly struct Block(double a, double b, double c, double d)
    {
        public readonly double A = a;
        public readonly double B = b;
        public readonly double C = c;
        public readonly double D = d;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Block Times(Block o) => new(
            Math.FusedMultiplyAdd(A, o.A, B * o.C),
            Math.FusedMultiplyAdd(A, o.B, B * o.D),
            Math.FusedMultiplyAdd(C, o.A, D * o.C),
            Math.FusedMultiplyAdd(C, o.B, D * o.D));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Block Minus(Block o) => new(A - o.A, B - o.B, C - o.C, D - o.D);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Block Inverse()
        {
            double r = 1 / ((A * D) - (B * C));
            return new(D * r, -B * r, -C * r, A * r);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (double X, double Y) Times(double x, double y) =>
            (Math.FusedMultiplyAdd(A, x, B * y), Math.FusedMultiplyAdd(C, x, D * y));
    }
}
