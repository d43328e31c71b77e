namespace Ionolith.Numerics.LinearAlgebra;

/// <summary>Block-tridiagonal systems with 2 x 2 blocks: factorisation without pivoting between blocks, and solution.</summary>
/// <remarks>
/// Row m reads Lower[m] z[m-1] + Diagonal[m] z[m] + Upper[m] z[m+1] = r[m]. A block is stored as a, b, c, d for [[a, b], [c, d]].
/// The order of elimination suits systems whose diagonal blocks dominate, as conservation laws in one dimension give them. The
/// cost is about 25 multiplications a row for a factorisation and 12 for a solution. Not thread-safe; no allocation after construction.
/// </remarks>
public sealed class BlockTridiagonal
{
    private readonly double[] _factor;
    private readonly double[] _inverse;
    private readonly int _rows;

    /// <summary>Creates a system.</summary>
    /// <param name="rows">Number of block rows; not negative.</param>
    public BlockTridiagonal(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        _rows = rows;
        Lower = new double[4 * rows];
        Diagonal = new double[4 * rows];
        Upper = new double[4 * rows];
        _factor = new double[4 * rows];
        _inverse = new double[4 * rows];
    }

    /// <summary>Blocks left of the diagonal, shape [rows, 4]; the first is not used.</summary>
    public double[] Lower { get; }

    /// <summary>Blocks on the diagonal, shape [rows, 4].</summary>
    public double[] Diagonal { get; }

    /// <summary>Blocks right of the diagonal, shape [rows, 4]; the last is not used.</summary>
    public double[] Upper { get; }

    /// <summary>Factorises the matrix now held; the blocks stay as they are.</summary>
    /// <returns>False where a pivot block is singular or not a number.</returns>
    public bool Factorise()
    {
        double a = 0, b = 0, c = 0, d = 0, determinant = 1;
        for (int m = 0; m < _rows; m++)
        {
            int k = 4 * m;
            double da = Diagonal[k], db = Diagonal[k + 1], dc = Diagonal[k + 2], dd = Diagonal[k + 3];
            if (m > 0)
            {
                // Factor = Lower[m] Inverse[m-1]; the pivot block loses Factor Upper[m-1].
                double la = Lower[k], lb = Lower[k + 1], lc = Lower[k + 2], ld = Lower[k + 3];
                double fa = (la * a) + (lb * c), fb = (la * b) + (lb * d), fc = (lc * a) + (ld * c), fd = (lc * b) + (ld * d);
                _factor[k] = fa;
                _factor[k + 1] = fb;
                _factor[k + 2] = fc;
                _factor[k + 3] = fd;
                double ua = Upper[k - 4], ub = Upper[k - 3], uc = Upper[k - 2], ud = Upper[k - 1];
                da -= (fa * ua) + (fb * uc);
                db -= (fa * ub) + (fb * ud);
                dc -= (fc * ua) + (fd * uc);
                dd -= (fc * ub) + (fd * ud);
            }

            determinant = (da * dd) - (db * dc);
            double r = 1 / determinant;
            a = dd * r;
            b = -db * r;
            c = -dc * r;
            d = da * r;
            _inverse[k] = a;
            _inverse[k + 1] = b;
            _inverse[k + 2] = c;
            _inverse[k + 3] = d;
        }

        return double.IsFinite(a + b + c + d) && determinant != 0;
    }

    /// <summary>Solves with the last factorisation.</summary>
    /// <param name="first">Right-hand side of the first equation of each block row; receives the first unknowns.</param>
    /// <param name="second">Right-hand side of the second equations; receives the second unknowns.</param>
    public void Solve(double[] first, double[] second)
    {
        if (_rows == 0)
        {
            return;
        }

        double p = first[0], q = second[0];
        for (int m = 1; m < _rows; m++)
        {
            int k = 4 * m;
            double r = first[m] - ((_factor[k] * p) + (_factor[k + 1] * q));
            q = second[m] - ((_factor[k + 2] * p) + (_factor[k + 3] * q));
            p = r;
            first[m] = p;
            second[m] = q;
        }

        int last = 4 * (_rows - 1);
        double x = (_inverse[last] * p) + (_inverse[last + 1] * q);
        double y = (_inverse[last + 2] * p) + (_inverse[last + 3] * q);
        first[_rows - 1] = x;
        second[_rows - 1] = y;
        for (int m = _rows - 2; m >= 0; m--)
        {
            int k = 4 * m;
            p = first[m] - ((Upper[k] * x) + (Upper[k + 1] * y));
            q = second[m] - ((Upper[k + 2] * x) + (Upper[k + 3] * y));
            x = (_inverse[k] * p) + (_inverse[k + 1] * q);
            y = (_inverse[k + 2] * p) + (_inverse[k + 3] * q);
            first[m] = x;
            second[m] = y;
        }
    }
}
