namespace Ionolith.Materials.Laws.Fitting;

/// <summary>A law fitted to a table of conductivities.</summary>
public sealed record LawFitResult
{
    /// <summary>Name of the law: "VTF".</summary>
    public required string Law { get; init; }

    /// <summary>The law that was fitted.</summary>
    public required FittableLaw Fitted { get; init; }

    /// <summary>The parameters with their confidence intervals.</summary>
    public required IReadOnlyList<LawParameter> Parameters { get; init; }

    /// <summary>ln(data/law) at each point, 1.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Root mean square of log10(data/law), 1: 0.1 decades are 26 %.</summary>
    public double Decades => Math.Sqrt(Residuals.Average(r => r * r)) / Math.Log(10);

    /// <summary>Standard deviation of ln(data/law) with the degrees of freedom, 1: 0.05 means that the data scatter by 5 %.</summary>
    public required double RelativeDeviation { get; init; }

    /// <summary>Probability of the intervals: 0.95.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the search ended at a minimum; if not, the parameters are the best that were met.</summary>
    public required bool Converged { get; init; }

    /// <summary>The law with the fitted parameters: conductivity, S/m, at a temperature in K or a volume fraction.</summary>
    public required Func<double, double> Predict { get; init; }

    /// <summary>Interval of the fitted curve at a temperature in K or a volume fraction, S/m; it speaks of the curve, not of single points.</summary>
    public required Func<double, (double Lower, double Upper)> Band { get; init; }

    /// <summary>The law as a property function; null for a law of the volume fraction.</summary>
    public IPropertyFunction? Function { get; init; }

    /// <summary>The parameter whose name ends with a symbol.</summary>
    /// <param name="symbol">The symbol, as in the law's equation: "E".</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">The law has no such parameter.</exception>
    public LawParameter this[string symbol] =>
        Parameters.FirstOrDefault(p => p.Name.EndsWith(" " + symbol, StringComparison.Ordinal))
        ?? throw new ArgumentException($"The law {Law} has no parameter {symbol}; it has {string.Join(", ", Parameters.Select(p => p.Name))}.", nameof(symbol));
}
