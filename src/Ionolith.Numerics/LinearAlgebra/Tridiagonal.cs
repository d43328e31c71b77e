namespace Ionolith.Numerics.LinearAlgebra;

/// <summary>Tridiagonal systems, factorised without pivoting; for diagonally dominant matrices.</summary>
/// <remarks>Not thread-safe; no allocation after construction.</remarks>
public sealed class Tridiagonal
{
    private readonly double[] _factor;
    private readonly double[] _inverse;
    private readonly int _rows;

    /// <summary>Creates a system.</summary>
    /// <param name="rows">Number of rows; not negative.</param>
    public Tridiagonal(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        _rows = rows;
        Lower = new double[rows];
        Diagonal = new double[rows];
        Upper = new double[rows];
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
        double inverse = 0;
        for (int m = 0; m < _rows; m++)
        {
            double pivot = Diagonal[m];
            if (m > 0)
            {
                double factor = Lower[m] * inverse;
                _factor[m] = factor;
                pivot -= factor * Upper[m - 1];
            }

            inverse = 1 / pivot;
            _inverse[m] = inverse;
        }

        return double.IsFinite(inverse);
    }

    /// <summary>Solves with the last factorisation.</summary>
    /// <param name="values">Right-hand side, length at least rows; receives the unknowns.</param>
    public void Solve(double[] values)
    {
        if (_rows == 0)
        {
            return;
        }

        double p = values[0];
        for (int m = 1; m < _rows; m++)
        {
            p = values[m] - (_factor[m] * p);
            values[m] = p;
        }

        p *= _inverse[_rows - 1];
        values[_rows - 1] = p;
        for (int m = _rows - 2; m >= 0; m--)
        {
            p = (values[m] - (Upper[m] * p)) * _inverse[m];
            values[m] = p;
        }
    }
}
