namespace Ionolith.Numerics.Integration;

/// <content>Values between the ends of a step, by its polynomial.</content>
public sealed partial class BdfIntegrator
{
    /// <summary>Value of one unknown inside the attempt under way or the last committed step, by the polynomial of the step.</summary>
    /// <param name="time">Time within the step.</param>
    /// <param name="index">Which unknown.</param>
    /// <returns>Its value.</returns>
    public double Interpolate(double time, int index)
    {
        Span<double> weights = stackalloc double[HighestOrder + 1];
        int k = DenseWeights(time, weights);
        return Combine(weights[..(k + 1)], k, index);
    }

    /// <summary>All unknowns inside the attempt under way or the last committed step.</summary>
    /// <param name="time">Time within the step.</param>
    /// <param name="target">Receives the unknowns.</param>
    public void Interpolate(double time, Span<double> target)
    {
        Span<double> weights = stackalloc double[HighestOrder + 1];
        int k = DenseWeights(time, weights);
        for (int i = 0; i < _size; i++)
        {
            target[i] = Combine(weights[..(k + 1)], k, i);
        }
    }

    private int DenseWeights(double time, Span<double> weights)
    {
        int k = _attempted ? _order : _lastOrder;
        double distance = time - _time, factor = 1, gamma = distance / _psi[0];
        weights[0] = 1;
        for (int j = 1; j <= k; j++)
        {
            factor *= gamma;
            gamma = (distance + _psi[j - 1]) / _psi[j];
            weights[j] = factor;
        }

        return k;
    }

    // The history of an attempt under way is that which Commit would give: row k grows by e, each lower one by the row above it.
    private double Combine(ReadOnlySpan<double> weights, int k, int index)
    {
        double row = _attempted ? _y[index] - _predicted[index] : 0, sum = 0;
        for (int j = k; j >= 0; j--)
        {
            double stored = _history[(j * _size) + index];
            row = _attempted ? row + stored : stored;
            sum += weights[j] * row;
        }

        return sum;
    }
}
