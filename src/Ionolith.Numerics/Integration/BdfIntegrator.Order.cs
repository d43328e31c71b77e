namespace Ionolith.Numerics.Integration;

/// <content>Coefficients of the formulas, the error test, and the choice of order and step.</content>
public sealed partial class BdfIntegrator
{
    private void SetCoefficients()
    {
        double h = _step;
        int k = _order;
        if (h != _lastStep || k != _lastOrder)
        {
            _equalSteps = 0;
        }

        _equalSteps = Math.Min(_equalSteps + 1, _lastOrder + 2);
        if (k + 1 >= _equalSteps)
        {
            _beta[0] = 1;
            _alpha[0] = 1;
            _gamma[0] = 0;
            _sigma[0] = 1;
            double reach = h;
            for (int i = 1; i <= k; i++)
            {
                double before = _psi[i - 1];
                _psi[i - 1] = reach;
                _beta[i] = _beta[i - 1] * _psi[i - 1] / before;
                reach = before + h;
                _alpha[i] = h / reach;
                _sigma[i] = i * _sigma[i - 1] * _alpha[i];
                _gamma[i] = _gamma[i - 1] + (_alpha[i - 1] / h);
            }

            _psi[k] = reach;
        }

        double alphas = 0, alpha0 = 0;
        for (int i = 0; i < k; i++)
        {
            alphas -= 1.0 / (i + 1);
            alpha0 -= _alpha[i];
        }

        _shift = -alphas / h;
        _errorFactor = Math.Max(Math.Abs(_alpha[k] + alphas - alpha0), _alpha[k]);
        for (int i = _equalSteps; i <= k; i++)
        {
            HistoryKernels.Scale(_history, i * _size, _size, _beta[i]);
        }

        _time += h;
    }

    private bool TestError(out double factor)
    {
        (double at, double below, double twoBelow) =
            HistoryKernels.ErrorNorms(_errorWeights, _y, _predicted, _history, _size, _order);
        int k = _order;
        _errorAt = _sigma[k] * at;
        double scaled = (k + 1) * _errorAt, estimate = _errorAt;
        _nextOrder = k;
        if (k > 1)
        {
            _errorBelow = _sigma[k - 1] * below;
            double scaledBelow = k * _errorBelow;
            bool lower = k > 2
                ? Math.Max(scaledBelow, (k - 1) * _sigma[k - 2] * twoBelow) <= scaled
                : scaledBelow <= 0.5 * scaled;
            if (lower)
            {
                _nextOrder = k - 1;
                estimate = _errorBelow;
            }
        }

        factor = Math.Clamp(0.9 * Math.Pow((2 * estimate) + 1e-4, -1.0 / (_nextOrder + 1)), 0.25, 0.9);
        return _errorFactor * at <= 1;
    }

    private void ChooseOrder(int used, int change)
    {
        double error = _errorAt;
        if (_nextOrder == used - 1)
        {
            _order = used - 1;
            error = _errorBelow;
        }
        else if (used != MaximumOrder && used + 1 < _equalSteps && change != 1)
        {
            double errorAbove = HistoryKernels.ErrorAbove(_errorWeights, _y, _predicted, _history, (used + 1) * _size) / (used + 2);
            double at = (used + 1) * _errorAt, above = (used + 2) * errorAbove, below = used * _errorBelow;
            if (used > 1 && below <= Math.Min(at, above))
            {
                _order = used - 1;
                error = _errorBelow;
            }
            else if (used == 1 ? above < 0.5 * at : above < at)
            {
                _order = used + 1;
                error = errorAbove;
            }
        }

        double ratio = Math.Pow((2 * error) + 1e-4, -1.0 / (_order + 1));
        if (ratio >= 2)
        {
            _step *= 2;
        }
        else if (ratio <= 1)
        {
            _step *= Math.Clamp(ratio, 0.5, 0.9);
        }
    }
}
