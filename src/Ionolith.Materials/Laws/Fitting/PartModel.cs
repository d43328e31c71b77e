using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>A law of which some parameters are held.</summary>
/// <param name="law">The law.</param>
/// <param name="held">Held values in the variables of the search; NaN for a parameter that is sought.</param>
internal sealed class PartModel(FittableLaw law, double[] held) : IFitModel
{
    private readonly double[] _all = [.. held];
    private readonly double[] _gradient = new double[held.Length];

    /// <summary>All parameters from those that are sought.</summary>
    public double[] All(IReadOnlyList<double> sought)
    {
        int next = 0;
        return [.. held.Select(v => double.IsNaN(v) ? sought[next++] : v)];
    }

    /// <summary>Whether a parameter is held.</summary>
    public bool IsHeld(int parameter) => !double.IsNaN(held[parameter]);

    /// <inheritdoc/>
    public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        int next = 0;
        for (int i = 0; i < held.Length; i++)
        {
            _all[i] = double.IsNaN(held[i]) ? parameters[next++] : held[i];
        }

        double value = law.Evaluate(x, _all, _gradient);
        next = 0;
        for (int i = 0; i < held.Length; i++)
        {
            if (double.IsNaN(held[i]))
            {
                gradient[next++] = _gradient[i];
            }
        }

        return value;
    }
}
