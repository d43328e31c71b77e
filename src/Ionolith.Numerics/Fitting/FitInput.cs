namespace Ionolith.Numerics.Fitting;

/// <summary>Checks of the data and parameters of a fit.</summary>
internal static class FitInput
{
    public static void Check(ReadOnlySpan<double> x, ReadOnlySpan<double> y, IReadOnlyList<FitParameter> parameters)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"There must be as many values as points, but there are {y.Length} and {x.Length}.", nameof(y));
        }

        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
            {
                throw new ArgumentException($"Every number must be finite, but point {i + 1} is ({x[i]}, {y[i]}).", nameof(y));
            }
        }

        foreach (var p in parameters)
        {
            if (!(p.Lower < p.Upper) || !(p.Start >= p.Lower && p.Start <= p.Upper) || !double.IsFinite(p.Start))
            {
                throw new ArgumentException($"{p.Name} starts at {p.Start}, which must be finite and within its bounds {p.Lower} and {p.Upper}.", nameof(parameters));
            }
        }

        if (parameters.Count == 0)
        {
            throw new ArgumentException("There is no parameter to fit.", nameof(parameters));
        }

        if (x.Length <= parameters.Count)
        {
            throw new FitException($"{parameters.Count} parameters need at least {parameters.Count + 1} points, but there are {x.Length}.");
        }
    }
}
