namespace Ionolith.Numerics.LinearAlgebra;

/// <summary>Tridiagonal systems, factorised without pivoting; for diagonally dominant matrices.</summary>
/// <remarks>
/// Elimination runs from both ends at once and meets in the middle: two independent chains of operations, where one would wait for
/// its own results. Not thread-safe; no allocation after construction.
/// </remarks>
public sealed class Tridiagonal
{
    private readonly double[] _factor;
    private readonly double[] _inverse;
    private readonly int _rows;
    private readonly int _middle;

    /// <summary>Creates a system.</summary>
    /// <param name="rows">Number of rows; not negative.</param>
    /// <param name="padding">Further elements at the end of each row, for vector stores.</param>
    public Tridiagonal(int rows, int padding = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        _rows = rows;
        _middle = rows / 2;
        Lower = new double[rows + padding];
        Diagonal = new double[rows + padding];
        Upper = new double[rows + padding];
        _factor = new double[rows];
        _inverse = new double[rows];
    }

    /// <summary>Elements left of the diagonal, length rows; the first is not used.</summary>
    public double[] Lower { get; }

    /// <summary>Diagonal, length rows.</summary>
    public double[] Diagonal { get; }

    /// <summary>Elements right of the diagonal, length rows; the last is not used.</summary>
    public double[] Upper { get; }

    /// <summary>Factorises the matrix now held.</summary>
    /// <returns>False where a pivot is zero or not a number.</returns>
    public bool Factorise()
    {
        int n = _rows, middle = _middle;
        if (n == 0)
        {
            return true;
        }

        double[] lower = Lower, diagonal = Diagonal, upper = Upper, factors = _factor, inverses = _inverse;
        double left = 0, right = 0, leftUpper = 0, rightLower = 0;
        for (int m = 0, k = n - 1; m < middle || k > middle; m++, k--)
        {
            if (m < middle)
            {
                double factor = lower[m] * left;
                factors[m] = factor;
                left = 1 / (diagonal[m] - (m > 0 ? factor * leftUpper : 0));
                leftUpper = upper[m];
                inverses[m] = left;
            }

            if (k > middle)
            {
                double factor = upper[k] * right;
                factors[k] = factor;
                right = 1 / (diagonal[k] - (k < n - 1 ? factor * rightLower : 0));
                rightLower = lower[k];
                inverses[k] = right;
            }
        }

        double pivot = diagonal[middle];
        pivot -= middle > 0 ? lower[middle] * left * leftUpper : 0;
        pivot -= middle < n - 1 ? upper[middle] * right * rightLower : 0;
        inverses[middle] = 1 / pivot;
        return double.IsFinite(inverses[middle]);
    }

    /// <summary>Solves with the last factorisation.</summary>
    /// <param name="values">Right-hand side, length at least rows; receives the unknowns.</param>
    public void Solve(double[] values)
    {
        int n = _rows, middle = _middle;
        if (n == 0)
        {
            return;
        }

        double[] lower = Lower, upper = Upper, factors = _factor, inverses = _inverse;
        double p = values[0], r = values[n - 1];
        for (int m = 1, k = n - 2; m < middle || k > middle; m++, k--)
        {
            if (m < middle)
            {
                p = values[m] - (factors[m] * p);
                values[m] = p;
            }

            if (k > middle)
            {
                r = values[k] - (factors[k] * r);
                values[k] = r;
            }
        }

        double x = values[middle];
        x -= middle > 0 ? lower[middle] * inverses[middle - 1] * p : 0;
        x -= middle < n - 1 ? upper[middle] * inverses[middle + 1] * r : 0;
        x *= inverses[middle];
        values[middle] = x;
        double z = x;
        for (int m = middle - 1, k = middle + 1; m >= 0 || k < n; m--, k++)
        {
            if (m >= 0)
            {
                x = (values[m] - (upper[m] * x)) * inverses[m];
                values[m] = x;
            }

            if (k < n)
            {
                z = (values[k] - (lower[k] * z)) * inverses[k];
                values[k] = z;
            }
        }
    }
}
