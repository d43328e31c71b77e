namespace Ionolith.Numerics.Integration;

/// <summary>Rates of a small system of ordinary differential equations.</summary>
/// <param name="t">Time.</param>
/// <param name="y">Unknowns.</param>
/// <param name="rates">Receives dy/dt.</param>
public delegate void SmallSystem(double t, ReadOnlySpan<double> y, Span<double> rates);

/// <summary>Integrates a few stiff ordinary differential equations: the Rosenbrock pair of orders 2 and 3.</summary>
/// <remarks>
/// L-stable, with error control and a Jacobian by differences. Source: L. F. Shampine and M. W. Reichelt, SIAM J. Sci. Comput. 18 (1997) 1,
/// doi:10.1137/S1064827594276424. Reuses its arrays; not thread-safe.
/// </remarks>
/// <param name="size">Number of unknowns, at least 1.</param>
public sealed class Rosenbrock23(int size)
{
    private const int MostSteps = 20_000;
    private static readonly double Gamma = 1 / (2 + Math.Sqrt(2));
    private static readonly double E32 = 6 + Math.Sqrt(2);
    private readonly double[] _f0 = new double[size];
    private readonly double[] _f1 = new double[size];
    private readonly double[] _f2 = new double[size];
    private readonly double[] _k1 = new double[size];
    private readonly double[] _k2 = new double[size];
    private readonly double[] _k3 = new double[size];
    private readonly double[] _time = new double[size];
    private readonly double[] _next = new double[size];
    private readonly double[] _jacobian = new double[size * size];
    private readonly double[] _matrix = new double[size * size];
    private readonly int[] _pivots = new int[size];

    /// <summary>Integrates from one time to another.</summary>
    /// <param name="system">The rates.</param>
    /// <param name="from">Start.</param>
    /// <param name="to">End, after the start.</param>
    /// <param name="y">Unknowns at the start; receives those at the end.</param>
    /// <param name="scale">Size of each unknown that counts as one, besides its own.</param>
    /// <param name="tolerance">Largest error of a step, relative to the larger of unknown and scale.</param>
    /// <returns>Whether the end was reached; if not, the unknowns are those of the last good step.</returns>
    public bool Integrate(SmallSystem system, double from, double to, Span<double> y, ReadOnlySpan<double> scale, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(system);
        double t = from, h = to - from, smallest = 1e-14 * Math.Max(Math.Abs(to), to - from);
        system(t, y, _f0);
        for (int count = 0; count < MostSteps; count++)
        {
            h = Math.Min(h, to - t);
            Differentiate(system, t, h, y, scale);
            double error = Step(system, t, h, y, scale, tolerance);
            if (error <= 1)
            {
                t += h;
                _next.CopyTo(y);
                if (to - t <= smallest)
                {
                    return true;
                }

                _f2.CopyTo(_f0, 0);
            }
            else if (h <= smallest)
            {
                return false;
            }

            h *= double.IsFinite(error) ? Math.Clamp(0.9 * Math.Pow(error, -1.0 / 3), 0.2, 5) : 0.2;
        }

        return false;
    }

    // Error over tolerance of a step; the new unknowns are in _next, their rates in _f2.
    private double Step(SmallSystem system, double t, double h, ReadOnlySpan<double> y, ReadOnlySpan<double> scale, double tolerance)
    {
        if (!Factorise(h))
        {
            return double.NaN;
        }

        for (int i = 0; i < size; i++)
        {
            _k1[i] = _f0[i] + (h * Gamma * _time[i]);
        }

        Solve(_k1);
        Point(y, h / 2, _k1);
        system(t + (h / 2), _next, _f1);
        for (int i = 0; i < size; i++)
        {
            _k2[i] = _f1[i] - _k1[i];
        }

        Solve(_k2);
        for (int i = 0; i < size; i++)
        {
            _k2[i] += _k1[i];
        }

        Point(y, h, _k2);
        system(t + h, _next, _f2);
        for (int i = 0; i < size; i++)
        {
            _k3[i] = _f2[i] - (E32 * (_k2[i] - _f1[i])) - (2 * (_k1[i] - _f0[i])) + (h * Gamma * _time[i]);
        }

        Solve(_k3);
        double worst = 0;
        for (int i = 0; i < size; i++)
        {
            double error = Math.Abs(h / 6 * (_k1[i] - (2 * _k2[i]) + _k3[i]));
            double ratio = error / (tolerance * Math.Max(scale[i], Math.Max(Math.Abs(y[i]), Math.Abs(_next[i]))));
            worst = ratio <= worst ? worst : ratio;
        }

        return worst;
    }

    private void Point(ReadOnlySpan<double> y, double h, double[] k)
    {
        for (int i = 0; i < size; i++)
        {
            _next[i] = y[i] + (h * k[i]);
        }
    }

    private void Differentiate(SmallSystem system, double t, double h, ReadOnlySpan<double> y, ReadOnlySpan<double> scale)
    {
        const double Root = 1.5e-8;
        double dt = 1e-6 * h;
        system(t + dt, y, _f1);
        for (int i = 0; i < size; i++)
        {
            _time[i] = (_f1[i] - _f0[i]) / dt;
        }

        y.CopyTo(_next);
        for (int j = 0; j < size; j++)
        {
            double step = Root * Math.Max(scale[j], Math.Abs(y[j]));
            _next[j] = y[j] + step;
            system(t, _next, _f1);
            for (int i = 0; i < size; i++)
            {
                _jacobian[(i * size) + j] = (_f1[i] - _f0[i]) / step;
            }

            _next[j] = y[j];
        }
    }

    // I - h gamma J by Gauss with partial pivoting.
    private bool Factorise(double h)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                _matrix[(i * size) + j] = (i == j ? 1 : 0) - (h * Gamma * _jacobian[(i * size) + j]);
            }
        }

        for (int k = 0; k < size; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < size; i++)
            {
                pivot = Math.Abs(_matrix[(i * size) + k]) > Math.Abs(_matrix[(pivot * size) + k]) ? i : pivot;
            }

            _pivots[k] = pivot;
            for (int j = 0; j < size && pivot != k; j++)
            {
                (_matrix[(k * size) + j], _matrix[(pivot * size) + j]) = (_matrix[(pivot * size) + j], _matrix[(k * size) + j]);
            }

            double diagonal = _matrix[(k * size) + k];
            if (diagonal == 0 || !double.IsFinite(diagonal))
            {
                return false;
            }

            for (int i = k + 1; i < size; i++)
            {
                double factor = _matrix[(i * size) + k] /= diagonal;
                for (int j = k + 1; j < size; j++)
                {
                    _matrix[(i * size) + j] -= factor * _matrix[(k * size) + j];
                }
            }
        }

        return true;
    }

    private void Solve(double[] right)
    {
        for (int k = 0; k < size; k++)
        {
            (right[k], right[_pivots[k]]) = (right[_pivots[k]], right[k]);
        }

        for (int i = 1; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                right[i] -= _matrix[(i * size) + j] * right[j];
            }
        }

        for (int i = size - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < size; j++)
            {
                right[i] -= _matrix[(i * size) + j] * right[j];
            }

            right[i] /= _matrix[(i * size) + i];
        }
    }
}
