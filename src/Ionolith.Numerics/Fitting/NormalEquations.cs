namespace Ionolith.Numerics.Fitting;

/// <summary>The few linear equations of a least-squares step: symmetric, positive, scaled to a unit diagonal before they are solved.</summary>
/// <remarks>
/// Scaling makes the elimination independent of the parameters' units. What remains of a pivot is the share of a parameter's effect
/// that no combination of the others reproduces; where it is at round-off, the data cannot tell them apart.
/// </remarks>
internal sealed class NormalEquations(int size)
{
    private const double SmallestPivot = 1e-13;

    private readonly double[] _factor = new double[size * size];
    private readonly double[] _scale = new double[size];

    /// <summary>Matrix, row-major [size, size]; the caller fills it.</summary>
    public double[] Matrix { get; } = new double[size * size];

    /// <summary>Right side, length size; the caller fills it.</summary>
    public double[] Right { get; } = new double[size];

    /// <summary>Factorises the matrix over the free unknowns with lambda added to its scaled diagonal.</summary>
    /// <returns>-1, or the unknown that is not determined.</returns>
    public int Factorise(double lambda, ReadOnlySpan<bool> free)
    {
        for (int i = 0; i < size; i++)
        {
            double diagonal = Matrix[(i * size) + i];
            if (free[i] && !(diagonal > 0))
            {
                return i;
            }

            _scale[i] = free[i] ? 1 / Math.Sqrt(diagonal) : 0;
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = i == j ? (free[i] ? 1 + lambda : 1) : Matrix[(i * size) + j] * _scale[i] * _scale[j];
                for (int k = 0; k < j; k++)
                {
                    sum -= _factor[(i * size) + k] * _factor[(j * size) + k];
                }

                if (i == j && !(sum > SmallestPivot))
                {
                    return i;
                }

                _factor[(i * size) + j] = i == j ? Math.Sqrt(sum) : sum / _factor[(j * size) + j];
            }
        }

        return -1;
    }

    /// <summary>Solves with the last factors; unknowns that are not free get zero.</summary>
    public void Solve(ReadOnlySpan<double> right, Span<double> solution)
    {
        for (int i = 0; i < size; i++)
        {
            double sum = right[i] * _scale[i];
            for (int k = 0; k < i; k++)
            {
                sum -= _factor[(i * size) + k] * solution[k];
            }

            solution[i] = sum / _factor[(i * size) + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double sum = solution[i];
            for (int k = i + 1; k < size; k++)
            {
                sum -= _factor[(k * size) + i] * solution[k];
            }

            solution[i] = sum / _factor[(i * size) + i];
        }

        for (int i = 0; i < size; i++)
        {
            solution[i] *= _scale[i];
        }
    }
}
