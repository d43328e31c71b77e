namespace Ionolith.Numerics.Integration;

/// <content>Integrals over time of what follows from the unknowns.</content>
/// <remarks>
/// The formula of a step would integrate them as the unknowns: to first order where these are straight lines, although what is integrated is
/// not, and no error test sees it. They are integrals of the polynomial through the rates at the end of the step, at its start and before, of
/// the degree of the step's order and of the second at least (Adams-Moulton).
/// </remarks>
public sealed partial class BdfIntegrator
{
    private const int LeastDegree = 2;

    // A step that is longer than so many of the one before it would extend the polynomial too far.
    private const double LongestReach = 4;
    private static readonly double[] Reciprocals = [1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0, 1 / 6.0, 1 / 7.0];

    // Rates at the end of the attempt, then at the committed times, the last one first; and how far before the last one these lie.
    private readonly double[][] _rates = new double[HighestOrder + 2][];
    private readonly double[] _ago = new double[HighestOrder + 1];
    private readonly double[] _moments = new double[HighestOrder + 2];

    // Of the end, the start, and what was before, in units of the step.
    private readonly double[] _places = new double[HighestOrder + 2];
    private readonly double[] _differences = new double[HighestOrder + 2];
    private int _known;

    /// <summary>What is integrated bends at the end of the step committed last: what went before says nothing of what follows.</summary>
    public void Corner() => _known = 1;

    private void StartIntegrals(ReadOnlySpan<double> derivative)
    {
        ReadOnlySpan<int> integrals = _system.Integrals;
        for (int j = 0; j < _rates.Length; j++)
        {
            _rates[j] ??= new double[integrals.Length];
        }

        for (int i = 0; i < integrals.Length; i++)
        {
            _rates[1][i] = derivative[integrals[i]];
        }

        Corner();
    }

    private void Integrate()
    {
        ReadOnlySpan<int> integrals = _system.Integrals;
        if (integrals.Length == 0)
        {
            return;
        }

        _system.IntegralRates.CopyTo(_rates[0]);
        int degree = Math.Min(Math.Max(LeastDegree, _order), _known);
        if (degree > 1 && _step > LongestReach * _ago[1])
        {
            degree = 1;
        }

        SetMoments(degree);
        for (int i = 0; i < integrals.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j <= degree; j++)
            {
                _differences[j] = _rates[j][i];
            }

            // Newton's divided differences in units of the step.
            for (int j = 0; j <= degree; j++)
            {
                sum += _moments[j] * _differences[0];
                for (int m = 0; m < degree - j; m++)
                {
                    _differences[m] = (_differences[m] - _differences[m + 1]) / (_places[m] - _places[m + j + 1]);
                }
            }

            _y[integrals[i]] = _history[integrals[i]] + (_step * sum);
        }
    }

    // Integrals from 0 to 1 of Newton's polynomials 1, (s - 1), (s - 1) s, (s - 1) s (s - s_2), ...
    private void SetMoments(int degree)
    {
        Span<double> polynomial = stackalloc double[HighestOrder + 3];
        polynomial[0] = 1;
        for (int j = 0; j <= degree; j++)
        {
            double moment = 0, place = _places[j] = j == 0 ? 1 : -_ago[j - 1] / _step;
            for (int m = 0; m <= j; m++)
            {
                moment += polynomial[m] * Reciprocals[m];
            }

            _moments[j] = moment;
            for (int m = j + 1; m > 0; m--)
            {
                polynomial[m] = polynomial[m - 1] - (place * polynomial[m]);
            }

            polynomial[0] *= -place;
        }
    }

    private void CommitIntegrals()
    {
        double[] oldest = _rates[^1];
        Array.Copy(_rates, 0, _rates, 1, _rates.Length - 1);
        _rates[0] = oldest;
        for (int j = _ago.Length - 1; j > 0; j--)
        {
            _ago[j] = _ago[j - 1] + _lastStep;
        }

        _known = Math.Min(_known + 1, _ago.Length);
    }
}
